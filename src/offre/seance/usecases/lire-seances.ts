import { ajouterJours } from "#commun/echeance";
import type { ProgrammeOffre } from "#commun/referentiel";
import { structuresDuPerimetre } from "#commun/structure";
import { nommerPersonnes, type PersonneBreve } from "#droits/dossier";
import { exigerAction, lireActions } from "#offre/catalogue";
import { sql } from "#platform/db/list/sql.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type InscriptionLue, lireInscriptions, seancesDeLaPersonne } from "../db/inscriptions.ts";
import { lireSeances, type SeanceLue } from "../db/seances.ts";
import { estFinie, lundiDe } from "../domain/jours.ts";
import type { PartPresente } from "../domain/part-rsa.ts";
import {
  actionInput,
  consulterInput,
  personneInput,
  preparerInput,
  preparerInscriptionInput,
  semaineInput,
} from "../schemas.ts";
import {
  cadreDuJour,
  exigerPersonnes,
  exigerSeance,
  exigerSienne,
  partDe,
  perimetreSeances,
  porteeDesNoms,
  regleDePart,
} from "./cadre.ts";
import { lireAPrevenir } from "./prevenir.ts";

export interface Inscrite extends InscriptionLue {
  /** Null for who is outside the perimeter of the reader. */
  readonly personne: PersonneBreve | null;
}

export interface SeanceConsultee {
  readonly seance: SeanceLue;
  readonly action: { readonly id: number; readonly nom: string } | null;
  /** Whether this agent holds it: changes it, notes who came, closes it. */
  readonly sienne: boolean;
  readonly le: string;
  /** Its end is past: cancelling it tells nobody. */
  readonly finie: boolean;
  readonly part: PartPresente;
  readonly regle: ProgrammeOffre["partRsaMixte"];
  readonly inscriptions: readonly Inscrite[];
  /** Cancelled and still to come: those no message told. */
  readonly aPrevenir: readonly Inscrite[];
  /** The other dates of the same series. */
  readonly serie: readonly SeanceLue[];
}

export const consulterSeance = defineUseCase({
  name: "seance.consulter",
  input: consulterInput,
  droit: "seance:lire",
  nature: "lecture",
  trace: ({ seanceId }, { inscriptions }: SeanceConsultee) => ({
    objet: "seance",
    objetId: seanceId,
    details: {
      personnes: inscriptions
        .filter(({ personne }) => personne)
        .map(({ personneId }) => personneId),
    },
  }),
  async run(context, { seanceId, tenue }): Promise<SeanceConsultee> {
    const { tx, agent } = context;
    const cadre = cadreDuJour(context);
    const { le, referentiel } = cadre;
    const seance = await exigerSeance(context, seanceId);
    if (tenue) await exigerSienne(context, seance);
    const sienne = tenue || (await perimetreSeances(context))(seance);
    const lues = await lireInscriptions(tx, [seanceId]);
    const noms = await nommerPersonnes(
      tx,
      porteeDesNoms(sienne, agent.portee),
      lues.map(({ personneId }) => personneId),
    );
    const [action] =
      seance.actionId === null ? [] : await lireActions(tx, { ids: [seance.actionId] });
    const serie =
      seance.serieId === null
        ? []
        : await lireSeances(
            tx,
            sql`s.serie_id = ${seance.serieId}::int and s.id <> ${seanceId}::int`,
          );
    const inscriptions = lues.map((une) => ({
      ...une,
      personne: noms.get(une.personneId) ?? null,
    }));
    return {
      seance,
      action: action ? { id: action.id, nom: action.nom } : null,
      sienne,
      le,
      finie: estFinie(seance, cadre),
      part: partDe(seance, referentiel),
      regle: regleDePart(referentiel, seance.jour),
      inscriptions,
      aPrevenir: sienne ? await lireAPrevenir(context, seance, inscriptions) : [],
      serie,
    };
  },
});

export interface SemaineLue {
  readonly lundi: string;
  readonly le: string;
  readonly seances: readonly SeanceLue[];
  /** Those that hold something that week. */
  readonly structures: readonly { readonly id: number; readonly nom: string }[];
  readonly structureId: number | null;
  readonly nature: string | null;
}

/** What is offered is for everybody; who comes is not read here. */
export const lireSemaine = defineUseCase({
  name: "seance.lire-semaine",
  input: semaineInput,
  droit: "seance:lire",
  nature: "lecture",
  trace: null,
  async run(context, { jour, nature, structureId }): Promise<SemaineLue> {
    const { le } = cadreDuJour(context);
    const lundi = lundiDe(jour ?? le);
    const toutes = await lireSeances(
      context.tx,
      sql`s.jour >= ${lundi}::date and s.jour < ${ajouterJours(lundi, 7)}::date`,
    );
    const structures = new Map(toutes.map((une) => [une.structureId, une.structure]));
    return {
      lundi,
      le,
      nature,
      structureId,
      seances: toutes.filter(
        (une) =>
          (nature === null || une.nature === nature) &&
          (structureId === null || une.structureId === structureId),
      ),
      structures: [...structures]
        .map(([id, nom]) => ({ id, nom }))
        .toSorted((a, b) => a.nom.localeCompare(b.nom, "fr")),
    };
  },
});

export interface SeancesDAction {
  readonly actionId: number;
  readonly le: string;
  readonly seances: readonly SeanceLue[];
  readonly parts: ReadonlyMap<number, PartPresente>;
  /** Whether this agent may add one. */
  readonly tient: boolean;
}

export const lireSeancesAction = defineUseCase({
  name: "seance.lire-action",
  input: actionInput,
  droit: "seance:lire",
  nature: "lecture",
  trace: null,
  async run(context, { actionId }): Promise<SeancesDAction> {
    const { le, referentiel } = cadreDuJour(context);
    const action = await exigerAction(context, actionId);
    const seances = await lireSeances(context.tx, sql`s.action_id = ${actionId}::int`);
    const { structureId, territoireId } = action;
    return {
      actionId,
      le,
      seances,
      parts: new Map(
        seances
          .filter(({ closeLe }) => closeLe !== null)
          .map((seance) => [seance.id, partDe(seance, referentiel)]),
      ),
      tient: (await perimetreSeances(context))({ actionId, structureId, territoireId }),
    };
  },
});

export interface SeancesDePersonne {
  readonly personneId: number;
  readonly le: string;
  readonly siennes: readonly { readonly inscription: InscriptionLue; readonly seance: SeanceLue }[];
}

async function seancesDe(context: Context, personneId: number): Promise<SeancesDePersonne> {
  const { tx } = context;
  const { le } = cadreDuJour(context);
  await exigerPersonnes(context, [personneId]);
  const inscriptions = await seancesDeLaPersonne(tx, personneId);
  if (inscriptions.length === 0) return { personneId, le, siennes: [] };
  const parSeance = new Map(inscriptions.map((une) => [une.seanceId, une]));
  const seances = await lireSeances(tx, sql`s.id = any(${[...parSeance.keys()]}::int[])`);
  return {
    personneId,
    le,
    siennes: seances.flatMap((seance) => {
      const inscription = parSeance.get(seance.id);
      return inscription ? [{ inscription, seance }] : [];
    }),
  };
}

const dUnePersonne = {
  input: personneInput,
  droit: "seance:lire",
  nature: "lecture",
  run: (context: Context, { personneId }: { readonly personneId: number }) =>
    seancesDe(context, personneId),
} as const;

export const lireSeancesPersonne = defineUseCase({
  ...dUnePersonne,
  name: "seance.lire-personne",
  trace: ({ personneId }) => ({ objet: "personne", objetId: personneId, personneId }),
});

/** For the card and la frise of her first page, which is journaled by itself. */
export const resumerSeancesPersonne = defineUseCase({
  ...dUnePersonne,
  name: "seance.resumer-personne",
  trace: null,
});

export interface InscriptionAPreparer {
  readonly le: string;
  readonly personnes: readonly PersonneBreve[];
  /** Open to registration in the coming weeks: of a series, the next date. */
  readonly seances: readonly SeanceLue[];
  /** How many dates each series still has. */
  readonly dates: ReadonlyMap<number, number>;
}

const SEMAINES_PROPOSEES = 6;

/** Whom one wants to register, and the sessions offered. */
export const preparerInscription = defineUseCase({
  name: "seance.preparer-inscription",
  input: preparerInscriptionInput,
  droit: "seance:tenir",
  nature: "lecture",
  trace: null,
  async run(context, { personnes }): Promise<InscriptionAPreparer> {
    const { le } = cadreDuJour(context);
    const noms = await exigerPersonnes(context, personnes);
    const seances = await lireSeances(
      context.tx,
      sql`s.jour between ${le}::date and ${ajouterJours(le, 7 * SEMAINES_PROPOSEES)}::date
        and s.annulee_le is null and s.close_le is null`,
    );
    const dates = new Map<number, number>();
    const premieres = seances.filter(({ serieId }) => {
      if (serieId === null) return true;
      dates.set(serieId, (dates.get(serieId) ?? 0) + 1);
      return dates.get(serieId) === 1;
    });
    return { le, personnes: [...noms.values()], seances: premieres, dates };
  },
});

export interface SeanceAPreparer {
  readonly le: string;
  readonly actions: readonly {
    readonly id: number;
    readonly nom: string;
    readonly structure: string;
    readonly territoire: string;
  }[];
  readonly structures: readonly { readonly id: number; readonly nom: string }[];
}

/** The actions and structures a session may be made for. */
export const preparerSeance = defineUseCase({
  name: "seance.preparer",
  input: preparerInput,
  droit: "seance:tenir",
  nature: "lecture",
  trace: null,
  async run(context): Promise<SeanceAPreparer> {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const tient = await perimetreSeances(context);
    const actions = await lireActions(tx, { le });
    return {
      le,
      actions: actions
        .filter(({ id, structureId, territoireId }) =>
          tient({ actionId: id, structureId, territoireId }),
        )
        .map(({ id, nom, structure, territoire }) => ({ id, nom, structure, territoire })),
      structures: await structuresDuPerimetre(tx, agent.portee, le),
    };
  },
});
