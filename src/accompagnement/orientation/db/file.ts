import type { EtapeOrientation } from "#commun/referentiel";
import { allOf, raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { PropositionMatrice } from "../domain/matrice/proposition.ts";
import { listePropositions } from "./listes.ts";
import { listeSuivi } from "./listes-suivi.ts";
import { colonnesProposition, type Proposition } from "./propositions.ts";

interface Demande {
  readonly portee: Portee;
  /** Steps a decision may start from. */
  readonly etapes: readonly EtapeOrientation[];
  readonly le: string;
}

/** What waits for a decision, on a row `s` of the present of persons: what was postponed is left out until its day. */
export const enFile = ({ portee, etapes, le }: Demande): Sql =>
  allOf([
    listeSuivi.perimeter(portee),
    sql`s.proposition_id is not null and s.orientation_etape = any(${[...etapes]}::text[])`,
    sql`(s.proposition_reportee is null or s.proposition_reportee <= ${le}::date)`,
  ]);

/** Place in the queue; any proposal has one, even once decided. */
const PLACE = "(s.proposition_empechee, s.proposition_le, s.proposition_id)";
const placeDe = (id: number): Sql =>
  sql`(select a.obstacle is not null, a.le, a.id from proposition a where a.id = ${id}::int)`;

/** How many wait for a decision, and how many of them until this case. */
export async function compterFile(
  tx: Tx,
  demande: Demande,
  cas: number | null,
): Promise<{ readonly restantes: number; readonly rang: number }> {
  const jusquIci = cas === null ? raw("false") : sql`${raw(PLACE)} <= ${placeDe(cas)}`;
  const [ligne] = await lire<{ restantes: number; rang: number }>(
    tx,
    sql`select count(*)::int as restantes, count(*) filter (where ${jusquIci})::int as rang
      from ${raw(listeSuivi.from)} where ${enFile(demande)}`,
  );
  return ligne ?? { restantes: 0, rang: 0 };
}

export interface CasEnFile extends Proposition {
  readonly explication: Omit<PropositionMatrice, "version">;
  readonly reponses: Readonly<Record<string, readonly string[]>>;
}

interface Endroit {
  /** What follows this one. */
  readonly apres: number | null;
  /** This one, while it still waits. */
  readonly cas: number | null;
}

/** Those somebody can take first, then those that need a structure, the oldest first. */
export async function prochainCas(
  tx: Tx,
  demande: Demande,
  { apres, cas }: Endroit,
): Promise<CasEnFile | null> {
  const suite = apres === null ? raw("true") : sql`${raw(PLACE)} > ${placeDe(apres)}`;
  const meme =
    cas === null ? null : await premier(tx, demande, sql`s.proposition_id = ${cas}::int`);
  return meme ?? premier(tx, demande, suite);
}

async function premier(tx: Tx, demande: Demande, condition: Sql): Promise<CasEnFile | null> {
  const [cas] = await lire<CasEnFile>(
    tx,
    sql`select ${raw(colonnesProposition)}, p.explication, p.reponses from proposition p
      where p.id = (select s.proposition_id from ${raw(listeSuivi.from)} where ${allOf([enFile(demande), condition])}
        order by s.proposition_empechee, s.proposition_le, s.proposition_id limit 1)`,
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
