import { DomainError } from "#platform/errors/domain-error.ts";
import { Thread } from "#platform/thread/thread.ts";
import type { Encodage } from "./encodage.ts";
import type { Enregistrement } from "./lire-flux.ts";
import type { FoyerLu, NatureDeFlux } from "./lire-foyer.ts";

/** The bytes of records one after the other, and how many each has. */
export interface ALire {
  readonly octets: Uint8Array<ArrayBuffer>;
  readonly tailles: readonly number[];
  readonly encodage: Encodage;
  readonly nature: NatureDeFlux;
}

export type LectureFaite =
  | { readonly lu: FoyerLu }
  | {
      readonly refus: Pick<DomainError, "code" | "message" | "details">;
    };

const RIEN = Buffer.alloc(0);

/**
 * Reads records in another thread, as `lireFoyer` does in this one: parsing is most of the work of a first
 * import, and this process has the rows to make meanwhile.
 */
export class LecteurAilleurs {
  readonly #fil = new Thread<ALire, readonly string[]>({
    source: "src/echanges/caf/lecture/fil.ts",
    bundle: "lecture-caf",
  });
  readonly #encodage: Encodage;
  readonly #nature: NatureDeFlux;

  constructor(encodage: Encodage, nature: NatureDeFlux) {
    this.#encodage = encodage;
    this.#nature = nature;
  }

  /**
   * What each record says, as JSON: made an object when its turn comes, it dies young. One already known to be
   * refused is not read.
   */
  lire(enregistrements: readonly Enregistrement[]): Promise<readonly string[]> {
    const bruts = enregistrements.map(({ brut, erreur }) => (erreur ? RIEN : brut));
    const tailles = bruts.map(({ length }) => length);
    const octets = new Uint8Array(tailles.reduce((somme, taille) => somme + taille, 0));
    let debut = 0;
    for (const brut of bruts) {
      octets.set(brut, debut);
      debut += brut.length;
    }
    const aLire = { octets, tailles, encodage: this.#encodage, nature: this.#nature };
    return this.#fil.ask(aLire, [octets.buffer]);
  }

  fermer(): Promise<void> {
    return this.#fil.close();
  }
}

/** @throws DomainError what `lireFoyer` refused there */
export function reprendreLecture(json: string): FoyerLu {
  const lecture: LectureFaite = JSON.parse(json);
  if ("lu" in lecture) return lecture.lu;
  const { code, message, details } = lecture.refus;
  throw new DomainError(code, message, details);
}
