import type { Base } from "#platform/db/tx.ts";
import type { Secrets } from "#platform/usecase/define-use-case.ts";
import { Ecritures, type Reserve, reserverIds } from "../db/ecritures.ts";
import { sceller } from "../db/identifier-personnes.ts";
import { PeriodesIncompatibles } from "../domain/chevauchement.ts";
import { constaterFoyer } from "../domain/constater-foyer.ts";
import { DejaEcrits } from "../domain/deja-ecrits.ts";
import type { FoyerAInscrire, LotDeFoyers } from "../domain/lot-de-foyers.ts";
import { regleSituation } from "../domain/regle-situation.ts";
import type { PersonneArrivee } from "../domain/situation.ts";
import { type EnCours, type FoyerInscrit, inscrireLeFoyer } from "./inscrire-le-foyer.ts";

/** The rows of a batch made ahead of its transaction. */
export interface LotRedige {
  readonly ecritures: Ecritures;
  readonly inscrits: FoyerInscrit[];
  readonly arrivees: PersonneArrivee[];
  /** Newcomers who may look like somebody. */
  readonly aComparer: number[];
  /** The base would refuse one of them: the whole batch is to be written without this, and that one rejected alone. */
  refuse: boolean;
}

const RIEN_DE_CONNU = { passes: new Map(), touchees: new Set<number>() };
const DOSSIERS_D_AVANCE = 2000;
const PERSONNES_D_AVANCE = 5000;

/**
 * Makes the rows of households that a first file brings, as soon as each is read: what it says of itself is all
 * there is to know, and what was read dies young. Who may have been met before in the file is left to the
 * batch, which looks her up.
 */
export class Redacteur {
  readonly #outils: { readonly base: Base; readonly secrets: Secrets };
  readonly #cadre: LotDeFoyers;
  readonly #ecrits = new DejaEcrits();
  readonly #ids = new IdsDAvance();
  readonly #commun: Omit<EnCours, "ecritures" | "arrivees">;

  constructor(
    outils: { readonly base: Base; readonly secrets: Secrets },
    cadre: Omit<LotDeFoyers, "foyers">,
  ) {
    this.#outils = outils;
    this.#cadre = { ...cadre, foyers: [] };
    this.#commun = {
      lot: this.#cadre,
      regle: regleSituation(cadre.referentiel, cadre.reference),
      ids: this.#ids,
      ...RIEN_DE_CONNU,
    };
  }

  commencer(): LotRedige {
    return { ecritures: new Ecritures(), inscrits: [], arrivees: [], aComparer: [], refuse: false };
  }

  /** False when the household has to be looked up, or refused. Households come in the order of the file. */
  async rediger(
    redige: LotRedige,
    entree: FoyerAInscrire,
    demandePartagee: boolean,
  ): Promise<boolean> {
    const { foyer } = entree;
    const constate = constaterFoyer(foyer, this.#cadre);
    const scellees = sceller(this.#outils.secrets, constate.personnes);
    const reperes = scellees.map(({ signalement }) => signalement);
    const dejaVu = this.#ecrits.noter(foyer.numeroDemande, reperes);
    if (dejaVu || demandePartagee) return false;
    await this.#ids.assurer(this.#outils.base, scellees.length);
    const identites = scellees.map(({ nir, signalement }) => {
      const personneId = this.#ids.personne();
      if (this.#ecrits.peutRessembler(signalement)) redige.aComparer.push(personneId);
      return { personneId, membre: null, nouvelle: true, nir };
    });
    const { ecritures, arrivees } = redige;
    try {
      redige.inscrits.push(
        inscrireLeFoyer(
          { ...this.#commun, ecritures, arrivees },
          { entree, constate, connu: null, partage: false },
          identites,
        ),
      );
      return true;
    } catch (cause) {
      if (!(cause instanceof PeriodesIncompatibles)) throw cause;
      redige.refuse = true;
      return false;
    }
  }
}

/** Identifiers taken many at a time from the sequences of the base; those of a run that is killed are lost. */
class IdsDAvance implements Reserve {
  #reserve: Reserve | null = null;
  #dossiers = 0;
  #personnes = 0;
  readonly dossier = () => this.#prendre("dossier");
  readonly personne = () => this.#prendre("personne");
  readonly membre = () => this.#prendre("membre");

  /** Enough for one household of so many persons. */
  async assurer(base: Base, personnes: number): Promise<void> {
    if (this.#dossiers < 1 || this.#personnes < personnes) {
      const parPersonne = Math.max(PERSONNES_D_AVANCE, personnes);
      const nombres = { dossier: DOSSIERS_D_AVANCE, personne: parPersonne, membre: parPersonne };
      this.#reserve = await base.transaction((tx) => reserverIds(tx, nombres));
      this.#dossiers = DOSSIERS_D_AVANCE;
      this.#personnes = parPersonne;
    }
    this.#dossiers -= 1;
    this.#personnes -= personnes;
  }

  #prendre(table: keyof Reserve): number {
    if (this.#reserve === null) throw new RangeError("no identifier was reserved");
    return this.#reserve[table]();
  }
}
