import type { Tx } from "#platform/db/tx.ts";
import type { JournalEntry } from "#platform/usecase/define-use-case.ts";

/** Reading one file again within this time, by the same agent and the same act, is one line. */
export const MEME_LECTURE_MINUTES = 5;

/** Appends. The number and the seal come when the transaction ends: see `migrations.ts`. */
export async function ecrireJournal(tx: Tx, entry: JournalEntry): Promise<void> {
  const { agent, nature } = entry;
  const relecture =
    nature === "lecture" && agent.id !== null && entry.personneId != null
      ? `WHERE NOT EXISTS (
           SELECT FROM journal WHERE personne_id = $8 AND agent_id = $2 AND acte = $5 AND nature = 'lecture'
             AND objet = $6 AND objet_id IS NOT DISTINCT FROM $7 AND details = $9::jsonb
             AND le > $1::timestamptz - interval '${MEME_LECTURE_MINUTES} minutes')`
      : "";
  await tx.query(
    `INSERT INTO journal (le, agent_id, agent_nom, nature, acte, objet, objet_id, personne_id, details)
     SELECT $1::timestamptz, $2::integer, $3::text, $4::text, $5::text, $6::text, $7::text, $8::bigint, $9::jsonb ${relecture}`,
    [
      entry.le,
      agent.id,
      agent.nom,
      nature,
      entry.acte,
      entry.objet,
      entry.objetId == null ? null : String(entry.objetId),
      entry.personneId ?? null,
      JSON.stringify(entry.details ?? {}),
    ],
  );
}

export interface LigneJournal {
  readonly id: number;
  readonly numero: number | null;
  readonly le: Date;
  readonly agentId: number | null;
  readonly agentNom: string;
  readonly nature: "lecture" | "ecriture";
  readonly acte: string;
  readonly objet: string;
  readonly objetId: string | null;
  readonly personneId: number | null;
  readonly details: Readonly<Record<string, unknown>>;
}

const LIGNE = `id, numero, le, agent_id AS "agentId", agent_nom AS "agentNom", nature, acte, objet,
  objet_id AS "objetId", personne_id AS "personneId", details`;

export interface PageDemandee {
  /** Lines older than this one; null for the latest. */
  readonly avant: number | null;
  readonly limite: number;
}

export function lignesPersonne(
  tx: Tx,
  personnes: readonly number[],
  { avant, limite }: PageDemandee,
): Promise<LigneJournal[]> {
  return tx.query<LigneJournal>(
    `SELECT ${LIGNE} FROM journal WHERE personne_id = ANY($1::bigint[]) AND ($2::bigint IS NULL OR id < $2)
     ORDER BY id DESC LIMIT $3`,
    [[...personnes], avant, limite],
  );
}

/** What the agent did, and what was done to the account. */
export function lignesAgent(
  tx: Tx,
  agentId: number,
  { avant, limite }: PageDemandee,
): Promise<LigneJournal[]> {
  const apres = "($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3";
  return tx.query<LigneJournal>(
    `SELECT * FROM (
       (SELECT ${LIGNE} FROM journal WHERE agent_id = $1 AND ${apres})
       UNION
       (SELECT ${LIGNE} FROM journal WHERE objet = 'agent' AND objet_id = $4 AND ${apres})
     ) lignes ORDER BY id DESC LIMIT $3`,
    [agentId, avant, limite, String(agentId)],
  );
}

export interface Verification {
  readonly lignes: number;
  readonly intact: boolean;
  /** Number of the first line that does not hold; null when all do. */
  readonly premiereRupture: number | null;
  /** Last number and last seal: written elsewhere, they prove later that no end was cut off. */
  readonly dernierNumero: number;
  readonly derniereEmpreinte: string | null;
}

interface LigneVerifiee {
  readonly numero: number | null;
  readonly tient: boolean;
  readonly empreinte: Buffer | null;
}

const CHAINE = `
  SELECT numero, empreinte,
    empreinte IS NOT NULL AND numero IS NOT NULL
    AND empreinte = journal_empreinte(journal)
    AND empreinte_precedente IS NOT DISTINCT FROM lag(empreinte) OVER chaine
    AND numero = COALESCE(lag(numero) OVER chaine, 0) + 1 AS tient
  FROM journal WINDOW chaine AS (ORDER BY numero) ORDER BY numero`;

/** Every seal is computed again, in order, a batch in memory at a time. */
export async function verifierJournal(tx: Tx): Promise<Verification> {
  let lignes = 0;
  let dernierNumero = 0;
  let derniere: Buffer | null = null;
  let premiereRupture: number | null = null;
  for await (const lot of tx.stream<LigneVerifiee>(CHAINE, [], 5000)) {
    for (const { numero, tient, empreinte } of lot) {
      lignes += 1;
      if (!tient) premiereRupture ??= numero ?? dernierNumero + 1;
      dernierNumero = numero ?? dernierNumero;
      derniere = empreinte;
    }
  }
  return {
    lignes,
    intact: premiereRupture === null,
    premiereRupture,
    dernierNumero,
    derniereEmpreinte: derniere ? derniere.toString("hex") : null,
  };
}
