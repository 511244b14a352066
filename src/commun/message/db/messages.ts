import type { CanalMessage, UsageMessage } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import type { Accord } from "../domain/joindre.ts";

export interface MessageAInscrire {
  readonly personneId: number;
  readonly objetId: number | null;
  readonly canal: CanalMessage;
  readonly accord: Accord;
  readonly envoiId: number;
}

/** What the messages written together have in common. */
export interface Ecriture {
  readonly usage: UsageMessage;
  readonly objet: string | null;
  readonly modeleDepuis: string;
  readonly jour: string;
  readonly a: Date;
  readonly parId: number | null;
  readonly par: string;
}

/** Writes those whose sending is new; the identifier of each message, by its sending. */
export async function inscrireMessages(
  tx: Tx,
  { usage, objet, modeleDepuis, jour, a, parId, par }: Ecriture,
  messages: readonly MessageAInscrire[],
): Promise<ReadonlyMap<number, number>> {
  const envois = messages.map(({ envoiId }) => envoiId);
  await tx.query(
    `insert into message (personne_id, objet_id, canal, accord, envoi_id, usage, objet, modele_depuis, jour, ecrit_le, ecrit_par_id, ecrit_par)
     select d.*, $6, $7, $8::date, $9::date, $10::timestamptz, $11::int, $12
     from unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::int[]) as d
     on conflict (envoi_id) do nothing`,
    [
      messages.map(({ personneId }) => personneId),
      messages.map(({ objetId }) => objetId),
      messages.map(({ canal }) => canal),
      messages.map(({ accord }) => accord),
      envois,
      usage,
      objet,
      modeleDepuis,
      jour,
      a.toISOString(),
      parId,
      par,
    ],
  );
  const lignes = await tx.query<{ id: number; envoiId: number }>(
    `select id, envoi_id as "envoiId" from message where envoi_id = any($1::int[])`,
    [envois],
  );
  return new Map(lignes.map(({ id, envoiId }) => [envoiId, id]));
}
