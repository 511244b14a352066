import { DomainError } from "#platform/errors/domain-error.ts";
import { cleEntete } from "./champs.ts";

interface LigneLue {
  /** Rank in the file, from 1. */
  readonly ligne: number;
  readonly cellules: readonly string[];
}

export interface Feuille {
  readonly entetes: readonly string[];
  readonly lignes: readonly LigneLue[];
}

/** @throws DomainError `reprise.vide` */
export function feuilleDe(rows: readonly (readonly string[])[], titres: number): Feuille {
  const lignes = rows
    .map((cellules, rang) => ({ ligne: rang + 1, cellules }))
    .slice(titres + 1)
    .filter(({ cellules }) => cellules.some(Boolean));
  if (titres >= 0 && lignes.length > 0) return { entetes: rows[titres] ?? [], lignes };
  throw new DomainError(
    "reprise.vide",
    "Ce fichier ne contient aucune ligne sous ses titres de colonnes. Vérifiez que les données sont sur sa première feuille.",
  );
}

/** @throws DomainError `reprise.colonnes` */
export function exigerColonnes(absentes: readonly string[]): void {
  if (absentes.length === 0) return;
  throw new DomainError(
    "reprise.colonnes",
    `Rien n’a été repris. Il manque au fichier : ${absentes.join(" ; ")}. Ajoutez ces colonnes, ou nommez-les comme le guide d’exploitation.`,
  );
}

/** What a line says under one of these titles; empty when the file has no such column. */
export function celluleNommee(
  entetes: readonly string[],
  noms: readonly string[],
): (cellules: readonly string[]) => string {
  const rang = entetes.findIndex((entete) => noms.includes(cleEntete(entete)));
  return (cellules) => (rang < 0 ? "" : (cellules[rang] ?? "").trim());
}
