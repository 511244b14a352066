import type { Referentiel } from "#commun/referentiel";
import type { FoyerConstate, Nomenclature, ResoudreCommune } from "./constater-foyer.ts";
import type { EtatDossier } from "./etat-dossier.ts";
import type { FoyerDeclare } from "./foyer-declare.ts";

/** One household of a file, to be written. */
export interface FoyerAInscrire {
  readonly rang: number;
  readonly ligne: number;
  readonly empreinte: Buffer;
  readonly foyer: FoyerDeclare;
  /** Its rows are made: what was read may leave the memory, to be read again if somebody asks. */
  oublier?(): void;
}

export interface LotDeFoyers {
  readonly integrationId: number | null;
  readonly nature: "beneficiaires" | "instructions";
  readonly periodicite: string;
  /** The day the file describes. */
  readonly reference: string;
  /** The département had no dossier when this file began: nobody in it is a newcomer. */
  readonly premierFichier: boolean;
  readonly foyers: readonly FoyerAInscrire[];
  /** Resolved once the batch before is committed, where two are written at once: what is read or changed may be its work. */
  readonly tour?: Promise<void> | undefined;
  readonly referentiel: Referentiel;
  readonly nomenclature: Nomenclature;
  readonly resoudreCommune: ResoudreCommune;
}

/** Everything known about one household before it is written. */
export interface Foyer {
  readonly entree: FoyerAInscrire;
  readonly constate: FoyerConstate;
  readonly connu: EtatDossier | null;
  readonly partage: boolean;
}
