import type { Dominante, EtapeOrientation } from "#commun/referentiel";
import { territoireDesCommunes } from "#droits/territoire";
import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { conditionPortee, lire } from "./portee.ts";

/** Who follows a person, as the module of orientation tells it: what bounds a caseload, and what lists show. */
export interface Suivi {
  readonly personneId: number;
  /** Where the pending proposal is; null when none is pending. */
  readonly etape: EtapeOrientation | null;
  readonly type: string | null;
  readonly dominante: Dominante | null;
  readonly orienteeLe: string | null;
  readonly structureId: number | null;
  readonly referentId: number | null;
}

/** Writes the present of the accompaniment beside the present of the right. One row per person, each person once. */
export async function noterSuivis(tx: Tx, suivis: readonly Suivi[]): Promise<void> {
  if (suivis.length === 0) return;
  const colonne = <Cle extends keyof Suivi>(cle: Cle) => suivis.map((suivi) => suivi[cle]);
  await tx.query(
    `update situation_personne s set
       (orientation_etape, orientation_type, orientation_dominante, orientee_le, structure_id, referent_id)
       = (n.etape, n.type, n.dominante, n.le, n.structure, n.referent)
     from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::date[], $6::int[], $7::int[])
       as n(personne, etape, type, dominante, le, structure, referent)
     where s.personne_id = n.personne
       and (s.orientation_etape, s.orientation_type, s.orientation_dominante, s.orientee_le, s.structure_id, s.referent_id)
         is distinct from (n.etape, n.type, n.dominante, n.le, n.structure, n.referent)`,
    [
      colonne("personneId"),
      colonne("etape"),
      colonne("type"),
      colonne("dominante"),
      colonne("orienteeLe"),
      colonne("structureId"),
      colonne("referentId"),
    ],
  );
}

export interface Suivies {
  readonly structureId: number;
  readonly type: string;
  readonly referentId: number | null;
  readonly nombre: number;
}

/** How many of the persons a reader may see each structure and each référent follow today. */
export function compterSuivies(tx: Tx, portee: Portee): Promise<Suivies[]> {
  return lire<Suivies>(
    tx,
    sql`select s.structure_id as "structureId", s.orientation_type as type, s.referent_id as "referentId",
        count(*)::int as nombre
      from situation_personne s where s.structure_id is not null and ${conditionPortee(portee)}
      group by 1, 2, 3`,
  );
}

interface SansOrientation {
  readonly territoireId: number | null;
  readonly nombre: number;
}

/** Beneficiaries nobody has oriented yet, by territory of that day; `null` for an address outside all of them. */
export async function compterSansOrientation(
  tx: Tx,
  portee: Portee,
  le: string,
): Promise<readonly SansOrientation[]> {
  const communes = await lire<{ readonly code: string | null; readonly nombre: number }>(
    tx,
    sql`select s.code_commune as code, count(*)::int as nombre from situation_personne s
      where s.beneficiaire and s.orientation_type is null and ${conditionPortee(portee)} group by 1`,
  );
  const territoires = await territoireDesCommunes(tx, le);
  const parTerritoire = new Map<number | null, number>();
  for (const { code, nombre } of communes) {
    const territoireId = (code === null ? undefined : territoires.get(code)) ?? null;
    parTerritoire.set(territoireId, (parTerritoire.get(territoireId) ?? 0) + nombre);
  }
  return [...parTerritoire].map(([territoireId, nombre]) => ({ territoireId, nombre }));
}
