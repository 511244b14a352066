import type { Creneau } from "./creneaux.ts";

/** A person to meet, in the order in which slots are given. */
export interface AConvoquer {
  readonly personneId: number;
  readonly referentId: number | null;
  readonly structureId: number | null;
  /** Times already hers. */
  readonly pris: readonly { readonly debut: Date; readonly fin: Date }[];
  /** She already has a meeting of this kind to come. */
  readonly dejaPrevu: Date | null;
}

export const raisonsSansCreneau = [
  "deja-prevu",
  "autre-structure",
  "sans-referent",
  "referent-sans-creneau",
  "plus-de-creneau",
] as const;
export type RaisonSansCreneau = (typeof raisonsSansCreneau)[number];

export interface Affectation {
  readonly personneId: number;
  readonly creneau: Creneau;
}

export interface SansCreneau {
  readonly personneId: number;
  readonly raison: RaisonSansCreneau;
  /** The meeting she already has. */
  readonly le: Date | null;
}

export interface Repartition {
  readonly affectees: readonly Affectation[];
  readonly sans: readonly SansCreneau[];
}

export interface ReglesAffectation {
  readonly structureId: number;
  /** Each person by her own référent; else by whoever is free. */
  readonly chezSonReferent: boolean;
  /** Persons one slot takes: 1, or the capacity of a collective meeting in its room. */
  readonly parCreneau: (creneau: Creneau) => number;
}

/** Each person in turn takes the earliest slot that suits; who finds none is said, with why. */
export function affecter(
  personnes: readonly AConvoquer[],
  creneaux: readonly Creneau[],
  regles: ReglesAffectation,
): Repartition {
  const file = new Distribution(creneaux, regles.parCreneau);
  const affectees: Affectation[] = [];
  const sans: SansCreneau[] = [];
  for (const personne of personnes) {
    const empechement = refus(personne, regles);
    if (empechement !== null) {
      sans.push({ personneId: personne.personneId, raison: empechement, le: personne.dejaPrevu });
      continue;
    }
    const creneau = file.prendre(personne, regles.chezSonReferent);
    if (creneau) affectees.push({ personneId: personne.personneId, creneau });
    else {
      const raison = regles.chezSonReferent ? "referent-sans-creneau" : "plus-de-creneau";
      sans.push({ personneId: personne.personneId, raison, le: null });
    }
  }
  return { affectees, sans };
}

function refus(personne: AConvoquer, regles: ReglesAffectation): RaisonSansCreneau | null {
  if (personne.structureId !== null && personne.structureId !== regles.structureId) {
    return "autre-structure";
  }
  if (personne.dejaPrevu !== null) return "deja-prevu";
  if (regles.chezSonReferent && personne.referentId === null) return "sans-referent";
  return null;
}

/** Slots still to give, in the order of time, each as many times as it takes persons. */
class Distribution {
  readonly #parReferent = new Map<number | null, Creneau[]>();
  readonly #tous: readonly Creneau[];
  readonly #restant: Map<Creneau, number>;
  /** By room or référent, what has been given: two permanences may share a room, one meeting alone is held in it. */
  readonly #donnes = new Map<string, Set<Creneau>>();

  constructor(creneaux: readonly Creneau[], parCreneau: ReglesAffectation["parCreneau"]) {
    this.#tous = creneaux.toSorted((a, b) => a.debut.getTime() - b.debut.getTime());
    this.#restant = new Map(this.#tous.map((creneau) => [creneau, parCreneau(creneau)]));
    for (const creneau of this.#tous) {
      const siens = this.#parReferent.get(creneau.referentId);
      if (siens) siens.push(creneau);
      else this.#parReferent.set(creneau.referentId, [creneau]);
    }
  }

  prendre({ referentId, pris }: AConvoquer, chezSonReferent: boolean): Creneau | null {
    const offerts = chezSonReferent ? (this.#parReferent.get(referentId) ?? []) : this.#tous;
    for (const creneau of offerts) {
      const reste = this.#restant.get(creneau) ?? 0;
      if (reste === 0 || pris.some((temps) => seCroisent(temps, creneau))) continue;
      if (this.#occupe(creneau)) continue;
      this.#restant.set(creneau, reste - 1);
      for (const donnes of this.#voisins(creneau)) donnes.add(creneau);
      return creneau;
    }
    return null;
  }

  #occupe(creneau: Creneau): boolean {
    return this.#voisins(creneau).some((donnes) =>
      [...donnes].some((autre) => autre !== creneau && seCroisent(autre, creneau)),
    );
  }

  /** What was given the same day in its room, or to its référent. */
  #voisins({ salleId, referentId, jour }: Creneau): readonly Set<Creneau>[] {
    const cles = [
      ...(salleId === null ? [] : [`${jour} s${salleId}`]),
      ...(referentId === null ? [] : [`${jour} r${referentId}`]),
    ];
    return cles.map((cle) => {
      const connus = this.#donnes.get(cle) ?? new Set<Creneau>();
      this.#donnes.set(cle, connus);
      return connus;
    });
  }
}

type Temps = Pick<Creneau, "debut" | "fin">;

const seCroisent = (un: Temps, autre: Temps): boolean =>
  un.debut < autre.fin && autre.debut < un.fin;
