import { ajouterJours } from "#commun/echeance";
import { dernierJour, type Mois, premierJour } from "../domain/mois.ts";
import type { ClasseComptee } from "../domain/sejour.ts";

/** What narrows the list of stays: the same keys as its filters. */
export interface OuSontLesSejours {
  readonly action?: number | string;
  readonly operateur?: number | string;
  readonly axe?: string;
  readonly fiche?: string;
  readonly territoire?: number | string;
}

type Figure = "accompagnes" | "debut" | "entrees" | "fin" | "presents" | "sorties";

interface Demande {
  readonly ou: OuSontLesSejours;
  readonly figure: Figure;
  readonly du: Mois;
  readonly au: Mois;
  readonly classes?: readonly ClasseComptee[];
  /** The day of today, past which nothing is known. */
  readonly le: string;
}

/** The list of stays behind a figure: the same persons, counted by the same days. */
export function adresseDesSejours({ ou, figure, du, au, classes, le }: Demande): string {
  const filtres = new URLSearchParams();
  for (const [cle, valeur] of Object.entries(ou)) filtres.set(cle, String(valeur));
  const [cle, jours] = periodeDe(figure, du, au, le);
  filtres.set(cle, jours);
  if (classes !== undefined) filtres.set("classe", classes.join(","));
  return `/offre/sejours?${filtres.toString().replaceAll("%2C", ",")}`;
}

function periodeDe(
  figure: Figure,
  du: Mois,
  au: Mois,
  le: string,
): readonly [cle: string, jours: string] {
  const [premier, dernier] = [premierJour(du), dernierJour(au)];
  const unJour = (jour: string) => `${jour}..${jour}`;
  switch (figure) {
    case "debut":
      return ["present", unJour(ajouterJours(premier, -1))];
    case "fin":
      return ["present", unJour(dernier < le ? dernier : le)];
    case "presents":
      return ["present", unJour(le)];
    case "entrees":
      return ["entree", `${premier}..${dernier}`];
    case "sorties":
      return ["sortie", `${premier}..${dernier}`];
    case "accompagnes":
      return ["accompagnes", `${premier}..${dernier}`];
  }
}
