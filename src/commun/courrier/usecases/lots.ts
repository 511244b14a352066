import { DomainError } from "#platform/errors/domain-error.ts";
import { type Agent, type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type AvancementLot,
  cloreLot,
  courriersDuLot,
  insererLot,
  type Lot,
  lireAvancement,
  lireLettresDuLot,
  lireLot as lireLotEnBase,
} from "../db/lots.ts";
import type { LettreFigee } from "../domain/lettre.ts";
import { emettreLotInput, lireLotInput, lotInput, preparerLotInput } from "../schemas.ts";
import {
  emettreCourriers,
  type LireChamps,
  type PersonneEcartee,
  preparer,
} from "./emettre-courriers.ts";
import { type ModeleEnVigueur, modeleEnVigueur, modelesEnVigueur } from "./modeles-en-vigueur.ts";

/** Keeps the persons chosen in a list, before the letter is: nothing is issued yet. */
export const preparerLot = defineUseCase({
  name: "courrier.preparer-lot",
  input: preparerLotInput,
  droit: "courrier:emettre",
  nature: "ecriture",
  trace: ({ personnes }, id: number) => ({
    objet: "lot-courriers",
    objetId: id,
    details: { personnes: personnes.length },
  }),
  run: ({ tx, agent, now }, { libelle, personnes }) =>
    insererLot(tx, {
      libelle,
      personnes: [...new Set(personnes)],
      parId: agent.id,
      par: agent.nom,
      a: now,
    }),
});

/** A person left out, as the page names her when the agent may see her. */
export interface EcarteeNommee extends PersonneEcartee {
  readonly nom: string | null;
}

export interface LotLu {
  readonly lot: Lot;
  readonly modeles: readonly ModeleEnVigueur[];
  readonly avancement: AvancementLot;
  /** What issuing would do now, while the batch is only prepared. */
  readonly essai: {
    readonly modele: string;
    readonly prets: number;
    readonly premier: number | null;
  } | null;
  readonly ecartes: readonly EcarteeNommee[];
}

/** A batch: before, what it would issue and who would be left out; after, where it is. */
export function lireLot(lireChamps: LireChamps) {
  return defineUseCase({
    name: "courrier.lire-lot",
    input: lireLotInput,
    droit: "courrier:emettre",
    nature: "lecture",
    trace: ({ id }) => ({ objet: "lot-courriers", objetId: id }),
    async run(context, { id, modele, moyen }): Promise<LotLu> {
      const lot = await exigerLot(context, id, false);
      const modeles = await modelesEnVigueur(context);
      const avancement = await lireAvancement(context.tx, id);
      const choisi = modeles.find(({ modele: { code } }) => code === modele) ?? modeles[0];
      if (lot.etat !== "prepare" || !choisi) {
        const ecartes = await nommer(context, lireChamps, lot.ecartes);
        return { lot, modeles, avancement, essai: null, ecartes };
      }
      const { prets, ecartes } = await preparer(
        context,
        {
          personnes: lot.personnes.map((personneId) => ({ personneId })),
          moyen: moyen ?? "lettre-simple",
          lireChamps,
        },
        choisi,
      );
      return {
        lot,
        modeles,
        avancement,
        essai: {
          modele: choisi.modele.code,
          prets: prets.length,
          premier: prets[0]?.personneId ?? null,
        },
        ecartes: await nommer(context, lireChamps, ecartes),
      };
    },
  });
}

export type SuiviDeLot = Pick<LotLu, "lot" | "avancement">;

/** How far an issued batch is, and nobody’s name: a page asks for it again and again, none is a reading to keep. */
export const suivreLot = defineUseCase({
  name: "courrier.suivre-lot",
  input: lotInput,
  droit: "courrier:emettre",
  nature: "lecture",
  trace: null,
  async run(context, { id }): Promise<SuiviDeLot> {
    const lot = await exigerLot(context, id, false);
    return { lot, avancement: await lireAvancement(context.tx, id) };
  },
});

async function nommer(
  context: Context,
  lireChamps: LireChamps,
  ecartes: readonly PersonneEcartee[],
): Promise<readonly EcarteeNommee[]> {
  const noms = await lireChamps(
    context,
    ecartes.map(({ personneId }) => personneId),
  );
  return ecartes.map((ecartee) => ({
    ...ecartee,
    nom: noms.get(ecartee.personneId)?.["personne.nom-complet"] ?? null,
  }));
}

export interface LotEmis {
  readonly emis: number;
  readonly ecartes: number;
}

/** Issues the whole batch at once: the words are frozen now, the documents printed by the worker. */
export function emettreLot(lireChamps: LireChamps) {
  return defineUseCase({
    name: "courrier.emettre-lot",
    input: emettreLotInput,
    droit: "courrier:emettre",
    nature: "ecriture",
    trace: ({ id, modele, moyen }, { emis, ecartes }: LotEmis) => ({
      objet: "lot-courriers",
      objetId: id,
      details: { modele, moyen, emis, ecartes },
    }),
    async run(context, { id, modele, moyen }): Promise<LotEmis> {
      const lot = await exigerLot(context, id, true);
      if (lot.etat !== "prepare") throw dejaFait(lot);
      await modeleEnVigueur(context, { code: modele });
      const { emis, ecartes } = await emettreCourriers(context, {
        modele: { code: modele },
        personnes: lot.personnes.map((personneId) => ({ personneId })),
        moyen,
        objet: null,
        lireChamps,
        lotId: id,
      });
      if (emis.length === 0) {
        throw new DomainError(
          "courrier.lot-vide",
          "Aucun courrier ne peut partir : il manque quelque chose à chaque personne. La liste dit quoi.",
        );
      }
      await cloreLot(context.tx, id, { etat: "emis", modele, moyen, ecartes, a: context.now });
      return { emis: emis.length, ecartes: ecartes.length };
    },
  });
}

export const abandonnerLot = defineUseCase({
  name: "courrier.abandonner-lot",
  input: lotInput,
  droit: "courrier:emettre",
  nature: "ecriture",
  trace: ({ id }) => ({ objet: "lot-courriers", objetId: id }),
  async run(context, { id }): Promise<void> {
    const lot = await exigerLot(context, id, true);
    if (lot.etat !== "prepare") throw dejaFait(lot);
    const rien = { modele: null, moyen: null, ecartes: [] };
    await cloreLot(context.tx, id, { etat: "abandonne", ...rien, a: context.now });
  },
});

/** The letters of a batch one after the other, as one document for the printer. */
export const imprimerLot = defineUseCase({
  name: "courrier.imprimer-lot",
  input: lotInput,
  droit: "courrier:emettre",
  nature: "lecture",
  trace: ({ id }) => ({ objet: "lot-courriers", objetId: id }),
  async run(
    context,
    { id },
  ): Promise<{ readonly lot: Lot; readonly lettres: readonly LettreFigee[] }> {
    const lot = await exigerLot(context, id, false);
    return { lot, lettres: await lireLettresDuLot(context.tx, id) };
  },
});

export function lireCourriersDuLot(context: Context, id: number): Promise<readonly number[]> {
  return exigerLot(context, id, false).then(() => courriersDuLot(context.tx, id));
}

/** @throws DomainError `courrier.lot-introuvable`: a batch is its author's, and who sees the whole département */
async function exigerLot({ tx, agent }: Context, id: number, verrou: boolean): Promise<Lot> {
  const lot = await lireLotEnBase(tx, id, verrou);
  if (lot && peutVoir(agent, lot)) return lot;
  throw new DomainError(
    "courrier.lot.introuvable",
    "Ce lot de courriers n’existe pas, ou il a été préparé par quelqu’un d’autre.",
  );
}

function peutVoir({ id, portee }: Agent, { prepareParId }: Lot): boolean {
  return portee.territoires === "tous" || (id !== null && id === prepareParId);
}

function dejaFait({ etat }: Lot): DomainError {
  return new DomainError(
    "courrier.lot.conflit",
    etat === "emis"
      ? "Ce lot est déjà émis : les courriers n’ont pas été faits une seconde fois."
      : "Ce lot a été abandonné. Choisissez de nouveau les personnes dans leur liste.",
  );
}
