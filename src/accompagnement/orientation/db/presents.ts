import type { Suivi } from "#droits/dossier";
import type { Tx } from "#platform/db/tx.ts";
import { SUIVIES } from "./places.ts";

/** The present of the accompaniment of these persons, read from what was decided and proposed. */
export async function lireSuivis(tx: Tx, personnes: readonly number[]): Promise<readonly Suivi[]> {
  return tx.query<Suivi>(
    `select c.personne as "personneId", p.etape, o.type, o.dominante, o.decidee_le as "orienteeLe",
       d.structure_id as "structureId", d.referent_id as "referentId",
       case when p.id is not null then jsonb_build_object('id', p.id, 'le', p.le, 'empechee', p.obstacle is not null,
         'reporteeJusquAu', p.reportee_jusqu_au) end as proposition
     from unnest($1::int[]) as c(personne)
     left join proposition p on p.personne_id = c.personne and p.etape in ('proposee', 'transmise')
     left join orientation o on o.personne_id = c.personne and upper_inf(o.periode) and not o.annulee
     left join designation d on d.personne_id = c.personne and upper_inf(d.periode) and not d.annulee`,
    [personnes],
  );
}

export interface PersonneSuivie {
  readonly personneId: number;
  readonly orientee: boolean;
  /** The pending proposal. */
  readonly propositionId: number | null;
}

/** Among these persons, those who have an orientation in force or a proposal pending. */
export function lirePersonnesSuivies(
  tx: Tx,
  personnes: readonly number[],
): Promise<PersonneSuivie[]> {
  return tx.query<PersonneSuivie>(
    `select c.personne as "personneId", o.id is not null as orientee, p.id as "propositionId"
     from unnest($1::int[]) as c(personne)
     left join orientation o on o.personne_id = c.personne and upper_inf(o.periode) and not o.annulee
     left join proposition p on p.personne_id = c.personne and p.etape in ('proposee', 'transmise')
     where o.id is not null or p.id is not null`,
    [personnes],
  );
}

/** How many persons are entrusted to somebody today. */
export async function compterConfiees(
  tx: Tx,
  qui: { readonly referentId: number } | { readonly structureId: number },
): Promise<number> {
  const [colonne, id] =
    "referentId" in qui ? ["referent_id", qui.referentId] : ["structure_id", qui.structureId];
  const [ligne] = await tx.query<{ nombre: number }>(
    `select count(*)::int as nombre from ${SUIVIES} and ${colonne} = $1`,
    [id],
  );
  return ligne?.nombre ?? 0;
}
