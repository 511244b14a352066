import type { JourDuFlux } from "../domain/inscrire-foyer.ts";
import type { Foyer, LotDeFoyers } from "../domain/lot-de-foyers.ts";
import type { RegleSituation } from "../domain/regle-situation.ts";
import type { PersonneArrivee } from "../domain/situation.ts";
import type { Ecritures } from "./ecritures.ts";
import type { Identite, Passe } from "./identifier-personnes.ts";

/** Everything the writing of one household of a batch needs. */
export interface Inscription {
  readonly lot: LotDeFoyers;
  readonly foyer: Foyer;
  readonly dossierId: number;
  readonly identites: readonly Identite[];
  readonly passes: ReadonlyMap<number, Passe>;
  readonly prochainMembre: () => number;
  readonly jour: JourDuFlux;
  readonly regle: RegleSituation;
  readonly ecritures: Ecritures;
  readonly toucher: (personneId: number) => void;
  readonly accueillir: (arrivee: PersonneArrivee) => void;
}
