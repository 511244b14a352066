import type { VNode } from "preact";
import { codesCaf, libelle } from "#commun/referentiel";
import type { PersonnePresente } from "#droits/dossier";
import { Etat } from "#platform/ui/components/tag.tsx";
import { daysBetween, formatRelative } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import type { State } from "#platform/ui/tone.ts";

export type Href = (path: string) => string;

const qualites: Readonly<Record<string, string>> = { MME: "Mme", MLE: "Mme", MR: "M." };

export function nommer({
  qualite,
  nom,
  prenom,
}: Pick<PersonnePresente, "qualite" | "nom" | "prenom">): string {
  const titre = qualite === null ? null : (qualites[qualite.trim().toUpperCase()] ?? null);
  return [titre, formatFamilyName(nom), formatGivenName(prenom)].filter(Boolean).join(" ");
}

export function ageAu(naissance: string | null, le: string): number | null {
  if (naissance === null) return null;
  const ans = Number(le.slice(0, 4)) - Number(naissance.slice(0, 4));
  return le.slice(5) < naissance.slice(5) ? ans - 1 : ans;
}

export const commune = (nom: string | null) => (nom === null ? null : formatFamilyName(nom));
export const situationFamilialeEnMots = (code: string | null) =>
  code === null ? null : libelle(codesCaf.situationFamiliale, code);
export const activiteEnMots = (code: string | null) =>
  code === null ? null : libelle(codesCaf.activite, code);

const BIENTOT = 7;

/** A deadline in words, with its colour. */
export function Delai({ limite, le }: { readonly limite: string; readonly le: string }): VNode {
  const jours = daysBetween(le, limite);
  const tone: State = jours < 0 ? "late" : jours <= BIENTOT ? "soon" : "ok";
  return <Etat tone={tone}>{formatRelative(limite, le)}</Etat>;
}
