import type { CanalMessage, UsageMessage } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import { outboxJoin } from "#platform/outbox/keep.ts";
import type { OutboxState } from "#platform/outbox/message.ts";
import type { Accord } from "../domain/joindre.ts";

export interface MessageLu {
  readonly id: number;
  readonly personneId: number;
  readonly usage: UsageMessage;
  readonly objet: string | null;
  readonly objetId: number | null;
  readonly canal: CanalMessage;
  readonly accord: Accord;
  readonly jour: string;
  readonly ecritLe: Date;
  readonly ecritPar: string;
  readonly envoiId: number;
  readonly etat: OutboxState;
  /** When a programmed message leaves. */
  readonly partLe: Date | null;
  readonly prochainEssai: Date;
  readonly essais: number;
  /** Why it did not leave: what the server said, or what stopped it. */
  readonly erreur: string | null;
  /** When it left, was written in a folder, was refused or cancelled. */
  readonly finiLe: Date | null;
  /** What the server answered when it took it. */
  readonly reponse: string | null;
  readonly identifiant: string | null;
}

const LECTURE = `select m.id, m.personne_id as "personneId", m.usage, m.objet, m.objet_id as "objetId", m.canal, m.accord, m.jour,
  m.ecrit_le as "ecritLe", m.ecrit_par as "ecritPar", m.envoi_id as "envoiId", e.etat, e.pas_avant as "partLe",
  e.prochain_essai as "prochainEssai", e.essais, e.derniere_erreur as erreur, e.fini_le as "finiLe", e.reponse,
  e.identifiant from message m ${outboxJoin("m.envoi_id")}`;

/** The newest first. */
export function lireMessagesDePersonne(tx: Tx, personneId: number): Promise<MessageLu[]> {
  return tx.query<MessageLu>(`${LECTURE} where m.personne_id = $1 order by m.id desc`, [
    personneId,
  ]);
}

/** What was written about these objects of another module, the newest first. */
export function lireMessagesDe(
  tx: Tx,
  objet: string,
  objetIds: readonly number[],
): Promise<readonly MessageLu[]> {
  return tx.query<MessageLu>(
    `${LECTURE} where m.objet = $1 and m.objet_id = any($2::int[]) order by m.id desc`,
    [objet, objetIds],
  );
}

export function lireMessagesParId(tx: Tx, ids: readonly number[]): Promise<MessageLu[]> {
  return tx.query<MessageLu>(`${LECTURE} where m.id = any($1::int[]) order by m.id`, [ids]);
}

export async function lireMessageDEnvoi(tx: Tx, envoiId: number): Promise<MessageLu | null> {
  const [lu] = await tx.query<MessageLu>(`${LECTURE} where m.envoi_id = $1`, [envoiId]);
  return lu ?? null;
}
