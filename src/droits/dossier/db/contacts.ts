import type { Tx } from "#platform/db/tx.ts";
import type { Contact } from "../domain/fiche.ts";

type Nature = Contact["nature"];

export interface ContactTenu {
  readonly id: number;
  readonly nature: Nature;
  readonly valeur: string;
  readonly accord: string | null;
  readonly version: number;
}

/** What an agent wrote of this person, held against another writer. */
export async function verrouillerContacts(
  tx: Tx,
  personneId: number,
): Promise<readonly ContactTenu[]> {
  await tx.query("select from personne where id = $1 for update", [personneId]);
  return tx.query<ContactTenu>(
    `select id, nature, valeur, accord, version from contact
     where personne_id = $1 and source = 'agent' and remplace_le is null`,
    [personneId],
  );
}

/** The old value stays readable, with the day it was replaced. */
export async function remplacerContact(
  tx: Tx,
  contact: {
    readonly personneId: number;
    readonly nature: Nature;
    /** Several once two files are one: what she says now replaces them all. */
    readonly anciens: readonly ContactTenu[];
    readonly valeur: string | null;
    readonly accord: string;
    readonly le: string;
  },
): Promise<void> {
  const { personneId, nature, anciens, valeur, accord, le } = contact;
  await tx.query("update contact set remplace_le = $2 where id = any($1::int[])", [
    anciens.map(({ id }) => id),
    le,
  ]);
  if (valeur === null) return;
  await tx.query(
    `insert into contact (personne_id, nature, valeur, accord, source, connu_le, version)
     values ($1, $2, $3, $4, 'agent', $5, (select coalesce(max(version + (remplace_le is not null)::int), 0) + 1 from contact
       where personne_id = $1 and nature = $2 and source = 'agent'))`,
    [personneId, nature, valeur, accord, le],
  );
}

/** Grows at each writing and at each removal: what a writer says she has read. */
export async function versionsContacts(
  tx: Tx,
  personneId: number,
): Promise<Readonly<Record<Nature, number>>> {
  const lignes = await tx.query<{ nature: Nature; version: number }>(
    `select nature, max(version + (remplace_le is not null)::int) as version from contact
     where personne_id = $1 and source = 'agent' group by nature`,
    [personneId],
  );
  const de = (nature: Nature) => lignes.find((ligne) => ligne.nature === nature)?.version ?? 0;
  return { telephone: de("telephone"), courriel: de("courriel") };
}
