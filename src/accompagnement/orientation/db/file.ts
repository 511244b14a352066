import type { EtapeOrientation } from "#commun/referentiel";
import { allOf, raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { PropositionMatrice } from "../domain/matrice/proposition.ts";
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

/** Place in the queue; any proposal has one, even once decided. In one number, the least is the next. */
const PLACE = "(s.proposition_empechee, s.proposition_le, s.proposition_id)";
const CLE =
  "(((s.proposition_empechee::int::bigint << 17) + (s.proposition_le - date '1900-01-01')) << 32) + s.proposition_id";
const placeDe = (id: number | null): Sql =>
  sql`(select a.obstacle is not null, a.le, a.id from proposition a where a.id = ${id}::int)`;

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

interface FileParcourue {
  /** How many wait for a decision, what was postponed left out. */
  readonly restantes: number;
  /** Place of the case among them, from 1; 0 without a case. */
  readonly rang: number;
  readonly cas: CasEnFile | null;
}

/** Those somebody can take first, then those that need a structure, the oldest first. One reading gives all three. */
export async function parcourirFile(
  tx: Tx,
  demande: Demande,
  { apres, cas }: Endroit,
): Promise<FileParcourue> {
  const suite = apres === null ? raw("true") : sql`${raw(PLACE)} > ${placeDe(apres)}`;
  const [file] = await lire<{
    restantes: number;
    passees: number;
    jusquAuCas: number;
    attend: boolean;
    suivante: number | null;
  }>(
    tx,
    sql`select count(*)::int as restantes, count(*) filter (where not ${suite})::int as passees,
        count(*) filter (where ${raw(PLACE)} <= ${placeDe(cas)})::int as "jusquAuCas",
        coalesce(bool_or(s.proposition_id = ${cas}::int), false) as attend,
        (min(${raw(CLE)}) filter (where ${suite}) & 4294967295)::int as suivante
      from ${raw(listeSuivi.from)} where ${enFile(demande)}`,
  );
  if (!file) return { restantes: 0, rang: 0, cas: null };
  const { restantes, passees, jusquAuCas, attend, suivante } = file;
  const trouve = await lireCas(tx, attend ? cas : suivante);
  const rang = attend ? jusquAuCas : passees + 1;
  return { restantes, rang: trouve === null ? 0 : rang, cas: trouve };
}

async function lireCas(tx: Tx, id: number | null): Promise<CasEnFile | null> {
  if (id === null) return null;
  const [cas] = await lire<CasEnFile>(
    tx,
    sql`select ${raw(colonnesProposition)}, p.explication, p.reponses from proposition p where p.id = ${id}::int`,
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
      from proposition p join situation_personne s on s.proposition_id = p.id
      where ${enFile(demande)} and p.obstacle is null and p.structure_id is not null and p.referent_id is not null
      group by 1, 2 order by 1, 2`,
  );
}

function lire<Ligne>(tx: Tx, requete: Sql): Promise<Ligne[]> {
  const { text, values } = render(requete);
  return tx.query<Ligne>(text, values);
}
