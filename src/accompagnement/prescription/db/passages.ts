import type { Tx } from "#platform/db/tx.ts";
import type { EtatPrescription, GestePrescription } from "../domain/etapes.ts";
import type { NouvellePrescription } from "./prescriptions.ts";

/** In the order given. */
export async function inscrirePrescriptions(
  tx: Tx,
  prescriptions: readonly NouvellePrescription[],
): Promise<readonly number[]> {
  const lignes = await tx.query<{ id: number }>(
    `insert into prescription (personne_id, action_id, prescrite_le, prescripteur, prescrite_par, referent_id, structure_id,
       structure_classe, frein_id, frein, objectif, preuve, preuve_detail, raisons, reponse_attendue_le, expire_le, etat_le)
     select r."personneId", r."actionId", r."prescriteLe", r.prescripteur, r."prescritePar", r."referentId",
       r."structureId", r."structureClasse", r."freinId", r.frein, r.objectif, r.preuve, r."preuveDetail", r.raisons,
       r."reponseAttendueLe", r."expireLe", r."prescriteLe"
     from jsonb_to_recordset($1::jsonb) as r("personneId" int, "actionId" int, "prescriteLe" date, prescripteur text,
       "prescritePar" int, "referentId" int, "structureId" int, "structureClasse" text, "freinId" int, frein text,
       objectif text, preuve text, "preuveDetail" text, raisons jsonb, "reponseAttendueLe" date, "expireLe" date)
     returning id`,
    [JSON.stringify(prescriptions)],
  );
  return lignes.map(({ id }) => id).toSorted((a, b) => a - b);
}

/** One passage: the event written, and what the row keeps of it. What is not given stays. */
export interface Passage {
  readonly prescriptionId: number;
  readonly geste: GestePrescription;
  readonly etat: EtatPrescription;
  readonly le: string;
  readonly motif?: string | null;
  readonly commentaire?: string | null;
  readonly accueilPrevuLe?: string | null;
  readonly sejourId?: number | null;
  /** When somebody else than the agent did it: what is taken over. */
  readonly auteur?: string;
}

interface Auteur {
  readonly par: number | null;
  readonly auteur: string;
  readonly a: Date;
}

const EVENEMENTS = `insert into prescription_evenement (prescription_id, geste, etat, le, note_a, par, auteur, motif, commentaire)
  select r.id, r.geste, r.etat, r.le, $2, $3, coalesce(r.auteur, $4), r.motif, r.commentaire from r`;

/**
 * Writes passages, all at once: each event, and the days the row keeps to be listed. An answer, an entry or an exit has
 * one day; going back on an entry forgets its stay and its days.
 */
export async function inscrirePassages(
  tx: Tx,
  passages: readonly Passage[],
  { par, auteur, a }: Auteur,
): Promise<void> {
  if (passages.length === 0) return;
  await tx.query(
    `with r as (select * from jsonb_to_recordset($1::jsonb) as r(id int, geste text, etat text, le date, motif text,
         commentaire text, "accueilPrevuLe" date, "sejourId" int, auteur text)),
     e as (${EVENEMENTS})
     update prescription p set etat = r.etat,
       etat_le = case when r.geste = 'relancer' then p.etat_le else r.le end,
       motif = case when r.etat in ('refusee', 'annulee') then r.motif end,
       relancee_le = case when r.geste = 'relancer' then r.le else p.relancee_le end,
       relances = p.relances + (r.geste = 'relancer')::int,
       repondue_le = case when r.geste in ('accepter', 'mettre-en-attente', 'refuser', 'entrer')
         then coalesce(p.repondue_le, r.le) else p.repondue_le end,
       attente_le = case when r.geste = 'mettre-en-attente' then r.le else p.attente_le end,
       acceptee_le = case when r.geste = 'accepter' then r.le else p.acceptee_le end,
       accueil_prevu_le = case when r.geste in ('accepter', 'noter-absence') then r."accueilPrevuLe" else p.accueil_prevu_le end,
       recue_le = case when r.geste = 'recevoir' then r.le else p.recue_le end,
       sejour_id = case when r.geste in ('entrer', 'sortir', 'revenir-sur-la-sortie')
         then coalesce(r."sejourId", p.sejour_id) when r.geste = 'annuler-entree' then null else p.sejour_id end,
       entree_le = case when r.geste = 'entrer' then r.le when r.geste = 'annuler-entree' then null else p.entree_le end,
       sortie_le = case when r.geste = 'sortir' then r.le
         when r.geste in ('annuler-entree', 'revenir-sur-la-sortie') then null else p.sortie_le end,
       version = p.version + 1
     from r where p.id = r.id`,
    [
      JSON.stringify(
        passages.map(({ prescriptionId, ...passage }) => ({ id: prescriptionId, ...passage })),
      ),
      a,
      par,
      auteur,
    ],
  );
}

/** The first event of prescriptions just written, by who prescribed. */
export async function inscrireDebuts(
  tx: Tx,
  prescriptions: readonly number[],
  { par, a }: Omit<Auteur, "auteur">,
): Promise<void> {
  await tx.query(
    `insert into prescription_evenement (prescription_id, geste, etat, le, note_a, par, auteur)
     select p.id, 'prescrire', 'prescrite', p.prescrite_le, $2, $3, p.prescripteur
     from prescription p where p.id = any($1::int[])`,
    [prescriptions, a, par],
  );
}

/** She who prescribed has read what happened so far. */
export async function noterVues(
  tx: Tx,
  prescriptions: readonly number[],
  le: string,
): Promise<void> {
  await tx.query(
    `update prescription p set vue_le = $2,
       vu_evenement = coalesce((select max(e.id) from prescription_evenement e where e.prescription_id = p.id), 0)
     where p.id = any($1::int[])`,
    [prescriptions, le],
  );
}

/** Prescriptions nobody answered whose day has come, among these persons or for everybody. */
export function lireAExpirer(
  tx: Tx,
  le: string,
  personnes: readonly number[] | null,
): Promise<{ readonly id: number; readonly personneId: number; readonly expireLe: string }[]> {
  return tx.query(
    `select id, personne_id as "personneId", expire_le as "expireLe" from prescription
     where etat = 'prescrite' and expire_le <= $1 and ecarte_par_fusion is null
       and ($2::int[] is null or personne_id = any($2::int[])) order by id for update`,
    [le, personnes],
  );
}
