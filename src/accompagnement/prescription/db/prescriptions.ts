import { conditionPortee } from "#droits/dossier";
import { conditionAction } from "#offre/catalogue";
import { raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { EtatPrescription, GestePrescription } from "../domain/etapes.ts";
import type { Raison } from "../domain/placement.ts";
import type { Preuve } from "../schemas.ts";

/** What is written when it is prescribed, and does not change. */
export interface NouvellePrescription {
  readonly personneId: number;
  readonly actionId: number;
  readonly prescriteLe: string;
  readonly prescripteur: string;
  readonly prescritePar: number | null;
  readonly referentId: number | null;
  readonly structureId: number | null;
  readonly structureClasse: string | null;
  readonly freinId: number | null;
  readonly frein: string | null;
  readonly objectif: string;
  readonly preuve: Preuve;
  readonly preuveDetail: string | null;
  readonly raisons: readonly Pick<Raison, "sens" | "texte">[];
  readonly reponseAttendueLe: string;
  readonly expireLe: string;
}

/** One prescription as it is kept. */
export interface Prescription extends NouvellePrescription {
  readonly id: number;
  readonly etat: EtatPrescription;
  readonly etatLe: string;
  readonly motif: string | null;
  readonly relanceeLe: string | null;
  readonly relances: number;
  readonly repondueLe: string | null;
  readonly attenteLe: string | null;
  readonly accepteeLe: string | null;
  readonly accueilPrevuLe: string | null;
  readonly recueLe: string | null;
  readonly sejourId: number | null;
  readonly entreeLe: string | null;
  readonly sortieLe: string | null;
  readonly vuEvenement: number;
  readonly vueLe: string | null;
  readonly ecarte: boolean;
  readonly version: number;
}

export const COLONNES = `p.id, p.personne_id as "personneId", p.action_id as "actionId", p.prescrite_le as "prescriteLe",
  p.prescripteur, p.prescrite_par as "prescritePar", p.referent_id as "referentId", p.structure_id as "structureId",
  p.structure_classe as "structureClasse", p.frein_id as "freinId", p.frein, p.objectif, p.preuve,
  p.preuve_detail as "preuveDetail", p.raisons, p.reponse_attendue_le as "reponseAttendueLe", p.expire_le as "expireLe",
  p.etat, p.etat_le as "etatLe", p.motif, p.relancee_le as "relanceeLe", p.relances, p.repondue_le as "repondueLe",
  p.attente_le as "attenteLe", p.acceptee_le as "accepteeLe", p.accueil_prevu_le as "accueilPrevuLe",
  p.recue_le as "recueLe", p.sejour_id as "sejourId", p.entree_le as "entreeLe", p.sortie_le as "sortieLe",
  p.vu_evenement as "vuEvenement", p.vue_le as "vueLe", p.ecarte_par_fusion is not null as ecarte, p.version`;

export function lire<Row>(tx: Tx, requete: Sql): Promise<Row[]> {
  const { text, values } = render(requete);
  return tx.query<Row>(text, values);
}

/**
 * Prescriptions a reader may see, on `prescription p`, `action a` and `situation_personne s`: those of her persons, and
 * those the actions of her perimeter received.
 */
export function conditionPrescription(portee: Portee): Sql {
  return sql`(${conditionPortee(portee, "s")} or ${conditionAction(portee, "a")})`;
}

const CADRE = `from prescription p join action a on a.id = p.action_id
  left join situation_personne s on s.personne_id = p.personne_id`;

export interface PrescriptionTenue extends Prescription {
  /** The action is one of hers: she may answer. */
  readonly parLAction: boolean;
  /** The person is one of hers: she may prescribe, remind and give up. */
  readonly parLaPersonne: boolean;
}

/** Whose it is, without holding it: she is locked before it is. */
export async function personneDeLaPrescription(tx: Tx, id: number): Promise<number | null> {
  const [lue] = await tx.query<{ personneId: number }>(
    `select personne_id as "personneId" from prescription where id = $1`,
    [id],
  );
  return lue?.personneId ?? null;
}

/** Held until the end of the act, with what makes the reader see it. */
export async function verrouillerPrescription(
  tx: Tx,
  id: number,
  portee: Portee,
): Promise<PrescriptionTenue | null> {
  return (await verrouillerPrescriptions(tx, [id], portee))[0] ?? null;
}

/** Those of these that the reader may see, in the order of their ids: two agents never wait for each other. */
export function verrouillerPrescriptions(
  tx: Tx,
  ids: readonly number[],
  portee: Portee,
): Promise<PrescriptionTenue[]> {
  return lire<PrescriptionTenue>(
    tx,
    sql`${lecture(portee)}
    where p.id = any(${[...ids]}::int[]) and ${conditionPrescription(portee)} order by p.id for update of p`,
  );
}

const COLONNES_SQL = raw(COLONNES);
const CADRE_SQL = raw(CADRE);

function lecture(portee: Portee): Sql {
  return sql`select ${COLONNES_SQL}, coalesce(${conditionAction(portee, "a")}, false) as "parLAction",
      coalesce(${conditionPortee(portee, "s")}, false) as "parLaPersonne" ${CADRE_SQL}`;
}

/** Hers, the latest first. The caller has checked that he may read her. */
export function lirePrescriptionsDe(tx: Tx, personneId: number): Promise<Prescription[]> {
  return tx.query<Prescription>(
    `select ${COLONNES} from prescription p
     where p.personne_id = $1 and p.ecarte_par_fusion is null order by p.prescrite_le desc, p.id desc`,
    [personneId],
  );
}

export interface Evenement {
  readonly id: number;
  readonly prescriptionId: number;
  readonly geste: GestePrescription;
  readonly etat: EtatPrescription;
  readonly le: string;
  readonly noteA: Date;
  readonly auteur: string;
  readonly motif: string | null;
  readonly commentaire: string | null;
}

/** The oldest first. */
export function lireEvenements(tx: Tx, prescriptions: readonly number[]): Promise<Evenement[]> {
  return tx.query<Evenement>(
    `select id, prescription_id as "prescriptionId", geste, etat, le, note_a as "noteA", auteur, motif, commentaire
     from prescription_evenement where prescription_id = any($1::int[]) order by id`,
    [prescriptions],
  );
}

/** Those of these numbers, whoever asks: for what the product itself does. */
export function lirePrescriptionsParId(tx: Tx, ids: readonly number[]): Promise<Prescription[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx.query<Prescription>(
    `select ${COLONNES} from prescription p where p.id = any($1::int[]) order by p.id`,
    [ids],
  );
}

/** Two agents never prescribe to the same person at once: the second sees what the first wrote. */
export async function verrouillerPersonne(tx: Tx, personneId: number): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('prescription'), $1)", [personneId]);
}
