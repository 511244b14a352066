import type { CelluleMatrice, Dominante, TypeOrientation } from "#commun/referentiel";
import type { Tone } from "#platform/ui/tone.ts";
import { clePoids } from "../../domain/matrice/ecarts-matrices.ts";
import { libellesDominante } from "../../domain/matrice/libelles.ts";
import type { IssueMatrice, PoidsReponse } from "../../domain/matrice/proposition.ts";
import { typesFeuilles } from "../../domain/matrice/types-feuilles.ts";

export type Href = (path: string) => string;

/** Names of the fields of the editor: by what they change, so that a line added elsewhere moves none. */
export const champs = {
  poids: (un: Omit<PoidsReponse, "poids" | "libelle">) => `poids-${clePoids(un)}`,
  seuil: (axe: string, niveau: string) => `seuil-${axe}-${niveau}`,
  cellule: ({ emploi, social }: Pick<CelluleMatrice, "emploi" | "social">) =>
    `cellule-${emploi}-${social}`,
  rang: (regle: string) => `rang-${regle}`,
  alors: (regle: string) => `alors-${regle}`,
  sansReponse: "sans-reponse",
  nouvelle: "nouvelle-reponse",
  nouvelAxe: "nouvel-axe",
  nouveauPoids: "nouveau-poids",
  nouveauLibelle: "nouveau-libelle",
} as const;

/** The way, then the type when one is named. */
export function ecrireIssue({ dominante, type }: IssueMatrice): string {
  return type === null ? dominante : `${dominante}/${type}`;
}

export function lireIssue(texte: string): IssueMatrice | null {
  const [dominante = "", type] = texte.split("/");
  return dominante in libellesDominante
    ? { dominante: dominante as Dominante, type: type ?? null }
    : null;
}

/** Three kinds, told apart by a colour and always by their word. */
export const tonsDominante: Readonly<Record<Dominante, Tone>> = {
  emploi: "a",
  "socio-professionnelle": "d",
  sociale: "b",
};

/** What a cell or a rule may give, by dominante. */
export function issuesPossibles(types: readonly TypeOrientation[]) {
  return Object.entries(libellesDominante).map(([dominante, label]) => ({
    label,
    options: [
      { value: dominante, label: `${label} (premier type servi)` },
      ...typesFeuilles(types)
        .filter((type) => type.dominante === dominante)
        .map(({ code, libelle }) => ({
          value: `${dominante}/${code}`,
          label: libelle === label ? `${label} : ce type` : libelle,
        })),
    ],
  }));
}
