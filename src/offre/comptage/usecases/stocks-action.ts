import type { ActionLue } from "#offre/catalogue";
import { type Effectif, garderEffectif } from "../domain/effectif.ts";
import type { Mesure } from "../domain/mesure.ts";
import type { Mois } from "../domain/mois.ts";
import type { RegleAffichee } from "./cadre.ts";

export interface MoisDeStock {
  readonly mois: Mois;
  /** `null` when its return is late for good. */
  readonly presents: Effectif | null;
  readonly places: number | null;
  /** `null` when it would tell a count that is withheld. */
  readonly occupation: Mesure | null;
  readonly enCours: boolean;
}

interface MoisCompte {
  readonly mois: Mois;
  readonly fin: number;
  readonly places: number | null;
  readonly occupation: Mesure;
  readonly transmis: boolean;
  readonly enCours: boolean;
}

interface Situation {
  readonly action: ActionLue;
  readonly le: string;
  readonly annee: number;
  readonly regle: RegleAffichee;
}

/** An action as one may know it outside her perimeter: its places, and how many are there. */
export interface StocksAction extends Situation {
  readonly ouvrable: false;
  readonly mois: readonly MoisDeStock[];
  readonly presents: Effectif;
  readonly places: number | null;
}

export function stocksDe(
  situation: Situation,
  mois: readonly MoisCompte[],
  { presents, places }: { readonly presents: number; readonly places: number | null },
): StocksAction {
  const garder = (nombre: number) => garderEffectif(nombre, false, situation.regle.valeur.secret);
  return {
    ...situation,
    ouvrable: false,
    mois: mois.map(({ mois: un, fin, places: convenues, occupation, transmis, enCours }) => {
      const dits = transmis ? garder(fin) : null;
      return {
        mois: un,
        presents: dits,
        places: convenues,
        occupation: dits === null || typeof dits === "number" ? occupation : null,
        enCours,
      };
    }),
    presents: garder(presents),
    places,
  };
}
