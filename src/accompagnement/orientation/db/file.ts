import type { EtapeOrientation } from "#commun/referentiel";
import { allOf, raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { PropositionMatrice } from "../domain/matrice/proposition.ts";
import { listePropositions } from "./listes.ts";
import { colonnesProposition, type Proposition } from "./propositions.ts";

interface Demande {
  readonly portee: Portee;
  /** Steps a decision may start from. */
  readonly etapes: readonly EtapeOrientation[];
  readonly le: string;
}

const enFile = ({ portee, etapes, le }: Demande): Sql =>
  allOf([
    listePropositions.perimeter(portee),
    sql`p.etape = any(${[...etapes]}::text[])`,
    sql`(p.reportee_jusqu_au is null or p.reportee_jusqu_au <= ${le}::date)`,
  ]);

/** How many wait for a decision, postponed ones left out. */
export async function compterFile(tx: Tx, demande: Demande): Promise<number> {
  const [ligne] = await lire<{ nombre: number }>(
    tx,
    sql`select count(*)::int as nombre from ${raw(listePropositions.from)} where ${enFile(demande)}`,
  );
  return ligne?.nombre ?? 0;
}

export interface CasEnFile extends Proposition {
  readonly explication: Omit<PropositionMatrice, "version">;
  readonly reponses: Readonly<Record<string, readonly string[]>>;
}

/** Those somebody can take first, then those that need a structure, the oldest first; or what follows `apres`. */
export async function prochainCas(
  tx: Tx,
  demande: Demande,
  apres: number | null,
): Promise<CasEnFile | null> {
  const suite =
    apres === null
      ? raw("true")
      : sql`(p.obstacle is not null, p.le, p.id) > (select a.obstacle is not null, a.le, a.id from proposition a where a.id = ${apres}::int)`;
  const [cas] = await lire<CasEnFile>(
    tx,
    sql`select ${raw(colonnesProposition)}, p.explication, p.reponses from ${raw(listePropositions.from)}
      where ${allOf([enFile(demande), suite])} order by p.obstacle is not null, p.le, p.id limit 1`,
  );
  return cas ?? null;
}

/** Proposals nothing stands against: a structure and a référent, no obstacle. Gathered by structure and type. */
export interface LotSansDifficulte {
  readonly structureId: number;
  readonly type: string;
  readonly propositions: readonly number[];
}

export function lireSansDifficulte(tx: Tx, demande: Demande): Promise<LotSansDifficulte[]> {
  return lire<LotSansDifficulte>(
    tx,
    sql`select p.structure_id as "structureId", p.type, array_agg(p.id order by p.le, p.id) as propositions
      from ${raw(listePropositions.from)}
      where ${enFile(demande)} and p.obstacle is null and p.structure_id is not null and p.referent_id is not null
      group by 1, 2 order by 1, 2`,
  );
}

function lire<Ligne>(tx: Tx, requete: Sql): Promise<Ligne[]> {
  const { text, values } = render(requete);
  return tx.query<Ligne>(text, values);
}
