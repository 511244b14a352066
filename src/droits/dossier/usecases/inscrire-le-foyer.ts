import type { Ecritures, Reserve } from "../db/ecritures.ts";
import type { Identite, Passe } from "../db/identifier-personnes.ts";
import { inscrireUn } from "../db/inscrire-un-foyer.ts";
import type { Avertissement } from "../domain/constater-foyer.ts";
import type { FoyerDeclare } from "../domain/foyer-declare.ts";
import { jourDuFlux } from "../domain/inscrire-foyer.ts";
import type { Foyer, LotDeFoyers } from "../domain/lot-de-foyers.ts";
import type { RegleSituation } from "../domain/regle-situation.ts";
import type { PersonneArrivee } from "../domain/situation.ts";

export interface FoyerInscrit {
  readonly rang: number;
  readonly dossierId: number;
  readonly cree: boolean;
  readonly personnes: number;
  readonly avertissements: readonly Avertissement[];
}

/** What the households of a batch are written into. */
export interface EnCours {
  readonly lot: LotDeFoyers;
  readonly regle: RegleSituation;
  readonly ecritures: Ecritures;
  readonly ids: Reserve;
  readonly passes: ReadonlyMap<number, Passe>;
  readonly touchees: Set<number>;
  readonly arrivees: PersonneArrivee[];
}

/** Makes the rows of one household, whose persons are known by now. */
export function inscrireLeFoyer(
  { lot, regle, ecritures, ids, passes, touchees, arrivees }: EnCours,
  foyer: Foyer,
  identites: readonly Identite[],
): FoyerInscrit {
  const dossierId = foyer.connu?.id ?? ids.dossier();
  inscrireUn({
    lot,
    foyer,
    dossierId,
    identites,
    passes,
    prochainMembre: ids.membre,
    jour: jourDuFlux(lot.reference, lot.periodicite, foyer.connu?.entete.declareLe ?? null),
    regle,
    ecritures,
    toucher: (personneId) => touchees.add(personneId),
    accueillir: (arrivee) => arrivees.push(arrivee),
  });
  return {
    rang: foyer.entree.rang,
    dossierId,
    cree: foyer.connu === null,
    personnes: foyer.constate.personnes.length,
    avertissements: foyer.partage
      ? [...foyer.constate.avertissements, demandePartagee(foyer.entree.foyer)]
      : foyer.constate.avertissements,
  };
}

function demandePartagee(foyer: FoyerDeclare): Avertissement {
  return { code: "demande-partagee", champ: "NUMDEMRSA", valeur: foyer.numeroDemande };
}
