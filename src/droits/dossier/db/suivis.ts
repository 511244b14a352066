import type { Dominante, EtapeOrientation } from "#commun/referentiel";
import { territoireDesCommunes } from "#droits/territoire";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
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
  readonly proposition: PropositionEnAttente | null;
}

/** What orders the queue of decisions. */
export interface PropositionEnAttente {
  readonly id: number;
  readonly le: string;
  /** Something must be found before it can be decided as it is. */
  readonly empechee: boolean;
  readonly reporteeJusquAu: string | null;
}

const COLONNES = `orientation_etape, orientation_type, orientation_dominante, orientee_le, structure_id, referent_id,
  proposition_id, proposition_le, proposition_empechee, proposition_reportee`;
const colonnesDe = (alias: string) => COLONNES.replaceAll(/\w+/g, (nom) => `${alias}.${nom}`);
const SIENNES = colonnesDe("s");
const NOTEES = colonnesDe("n");

/** Writes the present of the accompaniment beside the present of the right. One row per person, each person once. */
export async function noterSuivis(tx: Tx, suivis: readonly Suivi[]): Promise<void> {
  if (suivis.length === 0) return;
  const colonne = <Cle extends keyof Suivi>(cle: Cle) => suivis.map((suivi) => suivi[cle]);
  const attente = <Cle extends keyof PropositionEnAttente>(cle: Cle) =>
    suivis.map(({ proposition }) => proposition?.[cle] ?? null);
  await tx.query(
    `update situation_personne s set (${COLONNES}) = (${NOTEES})
     from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::date[], $6::int[], $7::int[], $8::int[], $9::date[],
       $10::boolean[], $11::date[]) as n(personne, ${COLONNES})
     where s.personne_id = n.personne and (${SIENNES}) is distinct from (${NOTEES})`,
    [
      colonne("personneId"),
      colonne("etape"),
      colonne("type"),
      colonne("dominante"),
      colonne("orienteeLe"),
      colonne("structureId"),
      colonne("referentId"),
      attente("id"),
      attente("le"),
      attente("empechee"),
      attente("reporteeJusquAu"),
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

interface ParCommune {
  readonly code: string | null;
  readonly nombre: number;
}

const sansOrientation = new KeptCounts<readonly ParCommune[]>();

/** Beneficiaries nobody has oriented yet, by territory of that day; `null` for an address outside all of them. */
export async function compterSansOrientation(
  tx: Tx,
  portee: Portee,
  le: string,
): Promise<readonly SansOrientation[]> {
  const communes = await sansOrientation.read(tx, porteeKey(portee, le), () =>
    lire<ParCommune>(
      tx,
      sql`select s.code_commune as code, count(*)::int as nombre from situation_personne s
        where s.beneficiaire and s.orientation_type is null and ${conditionPortee(portee)} group by 1`,
    ),
  );
  const territoires = await territoireDesCommunes(tx, le);
  const parTerritoire = new Map<number | null, number>();
  for (const { code, nombre } of communes) {
    const territoireId = (code === null ? undefined : territoires.get(code)) ?? null;
    parTerritoire.set(territoireId, (parTerritoire.get(territoireId) ?? 0) + nombre);
  }
  return [...parTerritoire].map(([territoireId, nombre]) => ({ territoireId, nombre }));
}
