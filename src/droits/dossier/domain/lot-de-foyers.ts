import type { Referentiel } from "#commun/referentiel";
import type { FoyerConstate, Nomenclature, ResoudreCommune } from "./constater-foyer.ts";
import type { DejaEcrits } from "./deja-ecrits.ts";
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
  /** Only within a run that began on an empty base, and writes a batch before the last one is committed. */
  readonly suite?: SuiteDeLots | undefined;
  readonly referentiel: Referentiel;
  readonly nomenclature: Nomenclature;
  readonly resoudreCommune: ResoudreCommune;
}

/** The place of a batch `(depuis, jusqua]` among those of its run. */
export interface SuiteDeLots {
  readonly depuis: number;
  readonly jusqua: number;
  readonly ecrits: DejaEcrits;
  /** Resolved once the batch before is committed; what is read or changed before may be its work. */
  readonly tour: Promise<void>;
}

/** Everything known about one household before it is written. */
export interface Foyer {
  readonly entree: FoyerAInscrire;
  readonly constate: FoyerConstate;
  readonly connu: EtatDossier | null;
  readonly partage: boolean;
}
