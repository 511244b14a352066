import { ajouterJours } from "#commun/echeance";
import type { MotifRendezVous } from "#commun/referentiel";
import { nommerPersonnes, type PersonneBreve, personnesSuivies } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import type { Lieu } from "../db/lieux.ts";
import { ecrireLot, insererLot, type Lot, lireLot } from "../db/lots.ts";
import { inscrireRendezVous, type NouveauRendezVous, rendezVousEntre } from "../db/rendez-vous.ts";
import { lireProchains, tempsAVenir } from "../db/venues.ts";
import {
  type AConvoquer,
  type Affectation,
  affecter,
  type Repartition,
  type SansCreneau,
} from "../domain/affectation.ts";
import { type Creneau, calculerCreneaux } from "../domain/creneaux.ts";
import {
  affecterCreneauxInput,
  preparerAffectationInput,
  preparerLotInput,
  preparerLotSuiviInput,
} from "../schemas.ts";
import {
  cadreDesCreneaux,
  cadreDuJour,
  exigerPersonnes,
  exigerStructure,
  type MoyensAgenda,
  motifDe,
  moyensDe,
  refusDeSaisie,
} from "./cadre.ts";
import { rendezVousPris } from "./faits.ts";
import { momentEnMots } from "./moments.ts";
import { relire } from "./relire.ts";
import { suivreRendezVous } from "./suivre.ts";

const traceLot = ({ libelle }: { readonly libelle: string }, id: number) => ({
  objet: "lot-rendez-vous",
  objetId: id,
  details: { libelle },
});

/** Keeps who is chosen in a list of persons, until slots are given to them. */
export const preparerLot = defineUseCase({
  name: "agenda.preparer-lot",
  input: preparerLotInput,
  droit: "agenda:tenir",
  nature: "ecriture",
  trace: traceLot,
  async run(context, { libelle, personnes }): Promise<number> {
    const uniques = [...new Set(personnes)];
    await exigerPersonnes(context, uniques);
    return insererLot(context.tx, {
      libelle,
      personnes: uniques,
      le: context.now,
      par: context.agent.id,
    });
  },
});

/** The same from who a structure, or one référent, follows: by default those who have nothing to come. */
export const preparerLotSuivi = defineUseCase({
  name: "agenda.preparer-lot-suivi",
  input: preparerLotSuiviInput,
  droit: "agenda:tenir",
  nature: "ecriture",
  trace: ({ structureId }, id: number) => ({
    objet: "lot-rendez-vous",
    objetId: id,
    details: { structureId },
  }),
  async run(context, { structureId, referentId, sansRendezVous }): Promise<number> {
    const { nom } = await exigerStructure(context, structureId);
    const suivies = await personnesSuivies(context.tx, context.agent.portee, {
      structureId,
      referentId,
    });
    const ids = suivies.map(({ personneId }) => personneId);
    const prochains = sansRendezVous
      ? await lireProchains(context.tx, ids, context.now)
      : new Map<number, unknown>();
    const personnes = ids.filter((id) => !prochains.has(id));
    if (personnes.length === 0) {
      throw new DomainError(
        "lot.vide",
        "Personne n’attend de rendez-vous ici : chacun en a déjà un à venir.",
      );
    }
    return insererLot(context.tx, {
      libelle: `${nom} : ${sansRendezVous ? "personnes sans rendez-vous" : "personnes suivies"}`,
      personnes,
      le: context.now,
      par: context.agent.id,
    });
  },
});

interface Voulu {
  readonly id: number;
  readonly structureId: number;
  readonly motif: string;
  readonly du: string;
  readonly au: string;
  readonly chezSonReferent: boolean;
  readonly sauf?: readonly number[];
}

export interface LotPrepare {
  readonly lot: Lot;
  readonly repartition: Repartition | null;
  readonly personnes: ReadonlyMap<number, PersonneBreve>;
}

async function exigerLot(context: Context, id: number, verrou: boolean): Promise<Lot> {
  const lot = await lireLot(context.tx, { id, par: context.agent.id, verrou });
  if (lot) return lot;
  throw new DomainError("lot.introuvable", "Ce lot n’existe pas, ou un autre agent l’a préparé.");
}

/** A lot, and who gets which slot when its settings are said: nothing is taken yet. */
export const lireLotRendezVous = defineUseCase({
  name: "agenda.lire-lot",
  input: preparerAffectationInput.partial().required({ id: true }),
  droit: "agenda:tenir",
  nature: "lecture",
  trace: ({ id }) => ({ objet: "lot-rendez-vous", objetId: id }),
  async run(context, saisie): Promise<LotPrepare> {
    const lot = await exigerLot(context, saisie.id, false);
    const personnes = await nommerPersonnes(context.tx, context.agent.portee, lot.personnes);
    const { structureId, motif, du, au, chezSonReferent = true } = saisie;
    if (!structureId || !motif || !du || !au || lot.affecteLe !== null) {
      return { lot, repartition: null, personnes };
    }
    const { repartition } = await repartir(context, lot, {
      ...{ id: lot.id, structureId, motif, du, au, chezSonReferent },
    });
    return { lot, repartition, personnes };
  },
});

/** Each person of the lot gets her slot, in one go; who gets none, and why, is in the answer. */
export const affecterCreneaux = defineUseCase({
  name: "agenda.affecter-creneaux",
  input: affecterCreneauxInput,
  droit: "agenda:tenir",
  nature: "ecriture",
  trace: ({ id, motif }, { rendezVous, sans }: ResultatAffectation) => ({
    objet: "lot-rendez-vous",
    objetId: id,
    details: { motif, rendezVous: rendezVous.length, sans: sans.length },
  }),
  async run(context, saisie): Promise<ResultatAffectation> {
    const lot = await exigerLot(context, saisie.id, true);
    if (lot.affecteLe !== null) {
      throw new DomainError("lot.deja-affecte", "Les rendez-vous de ce lot sont déjà pris.");
    }
    const { repartition, motif, moyens } = await repartir(context, lot, saisie);
    const prevus = regrouper(repartition.affectees, motif, {
      structureId: saisie.structureId,
      capacite: capaciteDe(motif, moyens.lieux),
    });
    const pris = await inscrireRendezVous(context.tx, prevus, {
      le: context.now,
      par: context.agent.id,
    });
    const rendezVous = [...new Set(pris.map(({ rendezVousId }) => rendezVousId))];
    await ecrireLot(context.tx, lot.id, { le: context.now, rendezVous });
    await suivreRendezVous(context, {
      ...(await relire(context, rendezVous)),
      faits: pris.map(({ rendezVousId, personneId, rang }) => ({
        rendezVousId,
        personneId,
        fait: "pris",
        detail: momentEnMots(prevus[rang]?.debut ?? context.now),
      })),
    });
    await context.tell(rendezVousPris, { rendezVous });
    const servies = new Set(pris.map(({ personneId }) => personneId));
    const doublees = repartition.affectees
      .filter(({ personneId }) => !servies.has(personneId))
      .map(({ personneId }) => ({ personneId, raison: "plus-de-creneau" as const, le: null }));
    return { rendezVous, servies: servies.size, sans: [...repartition.sans, ...doublees] };
  },
});

export interface ResultatAffectation {
  readonly rendezVous: readonly number[];
  readonly servies: number;
  readonly sans: readonly SansCreneau[];
}

async function repartir(
  context: Context,
  lot: Lot,
  voulu: Voulu,
): Promise<{
  readonly repartition: Repartition;
  readonly motif: MotifRendezVous;
  readonly moyens: MoyensAgenda;
}> {
  await exigerStructure(context, voulu.structureId);
  const motif = motifDe(cadreDuJour(context).regle, voulu.motif);
  if (voulu.au < voulu.du) throw refusDeSaisie({ au: "Le dernier jour suit le premier." });
  const fenetre = { debut: voulu.du, fin: ajouterJours(voulu.au, 1) };
  const structures = [voulu.structureId];
  const moyens = await moyensDe(context, structures, fenetre);
  const pris = await rendezVousEntre(context.tx, { ...fenetre, structures });
  const libres = calculerCreneaux(cadreDesCreneaux(context, fenetre, moyens, pris)).filter(
    ({ motifs }) => motifs.includes(motif.code),
  );
  const ecartees = new Set(voulu.sauf ?? []);
  const ids = lot.personnes.filter((id) => !ecartees.has(id));
  const repartition = affecter(await aConvoquer(context, ids, motif.code), libres, {
    structureId: voulu.structureId,
    chezSonReferent: voulu.chezSonReferent && motif.recoit === "referent",
    parCreneau: capaciteDe(motif, moyens.lieux),
  });
  return { repartition, motif, moyens };
}

async function aConvoquer(
  { tx, agent, now }: Context,
  ids: readonly number[],
  motif: string,
): Promise<readonly AConvoquer[]> {
  const connues = await nommerPersonnes(tx, agent.portee, ids);
  const parPersonne = new Map<number, { debut: Date; fin: Date; motif: string }[]>();
  for (const temps of await tempsAVenir(tx, ids, now)) {
    const siens = parPersonne.get(temps.personneId);
    if (siens) siens.push(temps);
    else parPersonne.set(temps.personneId, [temps]);
  }
  return ids.flatMap((personneId) => {
    const connue = connues.get(personneId);
    if (!connue) return [];
    const pris = parPersonne.get(personneId) ?? [];
    const deja = pris.find((temps) => temps.motif === motif);
    const { referentId, structureId } = connue;
    return [{ personneId, referentId, structureId, pris, dejaPrevu: deja?.debut ?? null }];
  });
}

/** A collective meeting takes as many as its reason allows, and no more than its room has places. */
function capaciteDe({ capacite }: MotifRendezVous, lieux: readonly Lieu[]) {
  const places = new Map(lieux.flatMap(({ salles }) => salles).map((une) => [une.id, une.places]));
  return ({ salleId }: Creneau): number =>
    Math.min(capacite ?? 1, (salleId === null ? null : places.get(salleId)) ?? Infinity);
}

/** One meeting a slot: persons of the same collective one come together. */
function regrouper(
  affectees: readonly Affectation[],
  motif: MotifRendezVous,
  {
    structureId,
    capacite,
  }: { readonly structureId: number; readonly capacite: ReturnType<typeof capaciteDe> },
): readonly NouveauRendezVous[] {
  const parCreneau = new Map<Affectation["creneau"], number[]>();
  for (const { personneId, creneau } of affectees) {
    const autres = parCreneau.get(creneau);
    if (autres) autres.push(personneId);
    else parCreneau.set(creneau, [personneId]);
  }
  const [modalite = "individuel"] = motif.modalites;
  return [...parCreneau].map(([creneau, personnes]) => {
    const { debut, fin, referentId, salleId, lieuId } = creneau;
    return {
      structureId,
      motif: motif.code,
      modalite,
      ...{ debut, fin, referentId, salleId, lieuId },
      titre: null,
      capacite: motif.capacite === null ? null : capacite(creneau),
      personnes,
    };
  });
}
