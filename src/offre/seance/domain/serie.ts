import { ajouterJours, ajouterMois } from "#commun/echeance";

export const rythmes = ["semaine", "quinzaine", "mois"] as const;
export type Rythme = (typeof rythmes)[number];

export interface JoursDeSerie {
  readonly jours: readonly string[];
  /** Those that fall on a public holiday: no session is made, and it is said. */
  readonly feries: readonly { readonly jour: string; readonly nom: string }[];
}

/** « Tous les mardis pendant 8 semaines »: so many dates from the first, without the public holidays. */
export function joursDeSerie(
  premier: string,
  { rythme, nombre }: { readonly rythme: Rythme; readonly nombre: number },
  nomDuJour: (jour: string) => string | null,
): JoursDeSerie {
  const tous = Array.from({ length: nombre }, (_, rang) => avancer(premier, rythme, rang));
  return {
    jours: tous.filter((jour) => nomDuJour(jour) === null),
    feries: tous.flatMap((jour) => {
      const nom = nomDuJour(jour);
      return nom === null ? [] : [{ jour, nom }];
    }),
  };
}

function avancer(premier: string, rythme: Rythme, rang: number): string {
  switch (rythme) {
    case "semaine":
      return ajouterJours(premier, 7 * rang);
    case "quinzaine":
      return ajouterJours(premier, 14 * rang);
    case "mois":
      return ajouterMois(premier, rang);
  }
}
