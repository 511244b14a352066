import { programmeAu } from "#offre/catalogue";
import { lireSejours, type SejourLu } from "#offre/participation";
import { civilDay } from "#platform/clock/civil-day.ts";
import { raw, sql } from "#platform/db/list/sql.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ComptesPrescriptions, lireComptes } from "../db/comptes.ts";
import { type LignePrescription, lireLignes, parLAction, parLaPersonne } from "../db/lignes.ts";
import { type Evenement, lireEvenements } from "../db/prescriptions.ts";
import { classer } from "../domain/classement.ts";
import { donneLesCoordonnees, etatAu } from "../domain/etapes.ts";
import type { ActionClassee, FreinOuvert, PersonneAPlacer } from "../domain/placement.ts";
import { classerInput, uneInput, videInput } from "../schemas.ts";
import { cadreDuJour, type ReglePrescription } from "./cadre.ts";
import { lireAPlacer, lireSituation } from "./classer-actions.ts";

const droit = "prescription:lire";

/** With the state of today, expired or not. */
export interface PrescriptionVue extends LignePrescription {
  readonly evenements: readonly Evenement[];
  /** Something happened that the référent has not said she had read. */
  readonly nouvelle: boolean;
  /** It is closed, and the person is not one of the reader’s: nothing but her name is given. */
  readonly sansCoordonnees: boolean;
}

/** The reasons of a prescription say where she lives, her age, her right; its objective, what she lives through. */
const tues = {
  dateNaissance: null,
  telephone: null,
  courriel: null,
  commune: null,
  raisons: [],
  objectif: "",
  frein: null,
  preuveDetail: null,
} as const;

/** With what happened to each, and the state of today. */
export async function raconter(
  { tx, now }: Pick<Context, "tx" | "now">,
  lignes: readonly LignePrescription[],
): Promise<readonly PrescriptionVue[]> {
  const le = civilDay(now);
  const evenements = Map.groupBy(
    await lireEvenements(
      tx,
      lignes.map(({ id }) => id),
    ),
    ({ prescriptionId }) => prescriptionId,
  );
  return lignes.map((ligne) => {
    const etat = etatAu(ligne, le);
    const sansCoordonnees = !ligne.parLaPersonne && !donneLesCoordonnees(etat);
    return {
      ...ligne,
      ...(sansCoordonnees && tues),
      sansCoordonnees,
      etat,
      etatLe: etat === ligne.etat ? ligne.etatLe : ligne.expireLe,
      evenements: evenements.get(ligne.id) ?? [],
      nouvelle: ligne.vuEvenement < ligne.dernierEvenement || etat !== ligne.etat,
    };
  });
}

export interface PersonnePlacee {
  readonly le: string;
  readonly regle: ReglePrescription;
  readonly personneId: number;
  readonly personne: PersonneAPlacer;
  readonly freins: readonly FreinOuvert[];
  readonly freinId: number | null;
  readonly classees: readonly ActionClassee[];
  readonly prescriptions: readonly PrescriptionVue[];
  readonly sejours: readonly SejourLu[];
}

/** One person, her needs, every action ranked with its reasons, and where her prescriptions are. */
export const consulterActionsDe = defineUseCase({
  name: "prescription.lire-personne",
  input: classerInput,
  droit,
  nature: "lecture",
  trace: ({ personneId }) => ({ objet: "personne", objetId: personneId, personneId }),
  async run(context, { personneId, freinId }): Promise<PersonnePlacee> {
    const { tx, agent } = context;
    const { le, regle } = cadreDuJour(context);
    const situation = await lireSituation(context, personneId, freinId);
    const lignes = await lireLignes(tx, {
      portee: agent.portee,
      condition: sql`p.personne_id = ${personneId}::int`,
    });
    return {
      le,
      regle,
      personneId,
      personne: situation.personne,
      freins: situation.personne.freins,
      freinId,
      classees: classer(
        situation.personne,
        await lireAPlacer(context, situation.actions, le),
        situation.cadre,
      ),
      prescriptions: await raconter(context, lignes),
      sejours: await lireSejours(tx, { portee: agent.portee, personneId }),
    };
  },
});

export interface PrescriptionConsultee {
  readonly le: string;
  readonly regle: ReglePrescription;
  readonly prescription: PrescriptionVue;
  readonly aConfirmer: boolean;
}

/** One prescription, with everything that happened to it. */
export const consulterPrescription = defineUseCase({
  name: "prescription.lire",
  input: uneInput,
  droit,
  nature: "lecture",
  trace: (_, { prescription }: PrescriptionConsultee) => ({
    objet: "prescription",
    objetId: prescription.id,
    personneId: prescription.personneId,
  }),
  async run(context, { prescriptionId }): Promise<PrescriptionConsultee> {
    const { tx, agent, departement } = context;
    const { le, regle } = cadreDuJour(context);
    const [prescription] = await raconter(
      context,
      await lireLignes(tx, {
        portee: agent.portee,
        condition: sql`p.id = ${prescriptionId}::int`,
      }),
    );
    if (!prescription) {
      throw new DomainError(
        "prescription.introuvable",
        "Cette prescription n’existe pas, ou ni la personne ni l’action ne sont dans votre périmètre. Vérifiez l’adresse, ou cherchez-la dans la liste.",
      );
    }
    const { programme } = programmeAu(departement.referentiel, le);
    return {
      le,
      regle,
      prescription,
      aConfirmer: programme.prescription.certitude === "a-confirmer",
    };
  },
});

export interface BoitePrescriptions {
  readonly le: string;
  readonly regle: ReglePrescription;
  readonly comptes: ComptesPrescriptions;
  /** What waits for an answer of the actions of this reader, the oldest first. */
  readonly aRepondre: readonly PrescriptionVue[];
  /** Accepted, or absent the first time: the first reception is to be noted, then the entry. */
  readonly aRecevoir: readonly PrescriptionVue[];
  /** What happened to those this reader follows, and that she has not read. */
  readonly nouvelles: readonly PrescriptionVue[];
}

const PAR_BOITE = 50;

/** What waits for this agent, whichever side she is on. */
export const lireBoite = defineUseCase({
  name: "prescription.lire-boite",
  input: videInput,
  droit,
  nature: "lecture",
  trace: (_, { aRepondre, aRecevoir, nouvelles }: BoitePrescriptions) => ({
    objet: "prescription",
    details: {
      personnes: [
        ...new Set([...aRepondre, ...aRecevoir, ...nouvelles].map(({ personneId }) => personneId)),
      ],
    },
  }),
  async run(context): Promise<BoitePrescriptions> {
    const { tx, agent } = context;
    const { portee, droits } = agent;
    const { le, regle } = cadreDuJour(context);
    const repond = droits.has("prescription:repondre");
    const prescrit = droits.has("prescription:faire");
    const boite = async (condition: Parameters<typeof lireLignes>[1]["condition"], ordre: string) =>
      raconter(context, await lireLignes(tx, { portee, condition, ordre, limite: PAR_BOITE }));
    return {
      le,
      regle,
      comptes: await lireComptes(tx, portee, le),
      aRepondre: repond
        ? await boite(
            sql`${parLAction(portee)} and p.etat = 'prescrite' and p.expire_le > ${le}::date`,
            "p.prescrite_le, p.id",
          )
        : [],
      aRecevoir: repond
        ? await boite(
            sql`${parLAction(portee)} and p.etat in ('acceptee', 'absente', 'recue')`,
            "coalesce(p.accueil_prevu_le, p.acceptee_le), p.id",
          )
        : [],
      nouvelles: prescrit
        ? await boite(
            sql`${parLaPersonne(portee)} and ${raw(NOUVELLE)} and p.prescrite_le > ${le}::date - 120`,
            "p.etat_le desc, p.id desc",
          )
        : [],
    };
  },
});

const NOUVELLE = `p.etat not in ('prescrite', 'annulee', 'sortie')
  and p.vu_evenement < coalesce((select max(e.id) from prescription_evenement e where e.prescription_id = p.id), 0)`;

/** The figures of the home and of the menu. */
export const compterPrescriptions = defineUseCase({
  name: "prescription.compter",
  input: videInput,
  droit,
  nature: "lecture",
  trace: null,
  run: ({ tx, agent, now }): Promise<ComptesPrescriptions> =>
    lireComptes(tx, agent.portee, civilDay(now)),
});
