import type { FicheAction, RegleComptage } from "#commun/referentiel";
import type { ChiffresMois, ComptesAction } from "./compter.ts";
import type { Mesure } from "./mesure.ts";
import {
  type MoisOccupe,
  type OccupationAnnee,
  type OccupationAnnuelle,
  occupationAnnuelle,
  occupationMensuelle,
} from "./occupation.ts";
import { placesAnnee } from "./places.ts";
import type { Rationnel } from "./rationnel.ts";
import { aucuneSortie, classesComptees, type SortiesParClasse } from "./sejour.ts";

export interface ChiffresAnnee {
  readonly debut: number;
  readonly entrees: number;
  readonly sorties: SortiesParClasse;
  readonly fin: number;
  /** Distinct persons: never the sum of those of the months. */
  readonly personnes: number;
  readonly joursPlaces: number;
  /** Place-years. */
  readonly places: Rationnel;
  readonly mensuelle: OccupationAnnee;
  readonly annuelle: OccupationAnnuelle;
  /** The one that the counting mode of the sheet names. */
  readonly occupation: Mesure;
}

interface Annee {
  readonly comptes: Pick<ComptesAction, "mois" | "personnes">;
  /** Places of the last day of each month counted. */
  readonly places: readonly (number | null)[];
  readonly mode: FicheAction["comptage"]["mode"];
  readonly regle: Pick<RegleComptage, "annuel" | "occupation">;
  /** Months whose return never came; the engine itself knows none. */
  readonly nonTransmis?: ReadonlySet<string>;
}

/** A year, or what of it is over, from its months and its persons. */
export function chiffresDeLAnnee({
  comptes,
  places,
  mode,
  regle,
  nonTransmis,
}: Annee): ChiffresAnnee {
  const { mois } = comptes;
  const dernier = mois.at(-1);
  const mensuelle = occupationMensuelle(
    mois.map((chiffres, rang) => moisOccupe(chiffres, places[rang] ?? null, nonTransmis)),
    regle.occupation,
  );
  const annuelle = occupationAnnuelle(
    {
      presents: dernier?.fin ?? 0,
      personnes: comptes.personnes,
      places: places[mois.length - 1] ?? null,
    },
    regle.annuel,
  );
  return {
    debut: mois[0]?.debut ?? 0,
    entrees: mois.reduce((total, { entrees }) => total + entrees, 0),
    sorties: sommeDesSorties(mois),
    fin: dernier?.fin ?? 0,
    personnes: comptes.personnes,
    joursPlaces: mois.reduce((total, { joursPlaces }) => total + joursPlaces, 0),
    places: placesAnnee(places.slice(0, mois.length)),
    mensuelle,
    annuelle,
    occupation: mode === "annuel" ? annuelle.retenue : mensuelle.retenue,
  };
}

const moisOccupe = (
  { mois, fin }: ChiffresMois,
  places: number | null,
  nonTransmis: ReadonlySet<string> | undefined,
): MoisOccupe => ({ mois, presents: fin, places, transmis: !nonTransmis?.has(mois) });

export function sommeDesSorties(mois: readonly Pick<ChiffresMois, "sorties">[]): SortiesParClasse {
  const total = { ...aucuneSortie };
  for (const { sorties } of mois) {
    for (const classe of classesComptees) total[classe] += sorties[classe];
  }
  return total;
}
