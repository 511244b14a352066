import { allOf, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { conditionPortee, lire } from "./portee.ts";

export interface PersonneDePaire {
  readonly id: number;
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  readonly commune: string | null;
  readonly etat: string | null;
  readonly numeroDemande: string;
}

export interface Paire {
  readonly id: number;
  readonly raison: string;
  readonly connueLe: string;
  readonly decision: string | null;
  readonly a: PersonneDePaire;
  readonly b: PersonneDePaire;
}

const personne = (
  alias: string,
) => `json_build_object('id', ${alias}.personne_id, 'qualite', ${alias}.qualite,
  'nom', ${alias}.nom, 'prenom', ${alias}.prenom, 'dateNaissance', ${alias}.date_naissance, 'commune', ${alias}.commune,
  'etat', ${alias}.etat, 'numeroDemande', ${alias}.numero_demande)`;

/** Both of a pair must be in the perimeter: one cannot judge with half of the facts. */
function paires(portee: Portee, condition: Sql, fin: Sql): Sql {
  return sql`select d.id, d.raison, d.connue_le as "connueLe", d.decision, ${raw(personne("a"))} as a, ${raw(personne("b"))} as b
    from paire_douteuse d
    join situation_personne a on a.personne_id = d.personne_a_id
    join situation_personne b on b.personne_id = d.personne_b_id
    where ${allOf([condition, conditionPortee(portee, "a"), conditionPortee(portee, "b")])} ${fin}`;
}

export interface PagePaires {
  readonly paires: readonly Paire[];
  readonly total: number;
}

export async function lirePaires(
  tx: Tx,
  portee: Portee,
  apres: number,
  limite: number,
): Promise<PagePaires> {
  return {
    paires: await lire<Paire>(
      tx,
      paires(
        portee,
        sql`d.decision is null and d.id > ${apres}`,
        sql`order by d.id limit ${limite}`,
      ),
    ),
    total: await compterPaires(tx, portee),
  };
}

/** Pairs waiting for a decision. */
export async function compterPaires(tx: Tx, portee: Portee): Promise<number> {
  const [compte] = await lire<{ n: number }>(
    tx,
    sql`select count(*)::int as n from (${paires(portee, raw("d.decision is null"), raw(""))}) t`,
  );
  return compte?.n ?? 0;
}

export async function lirePaire(tx: Tx, id: number, portee: Portee): Promise<Paire | null> {
  const [paire] = await lire<Paire>(tx, paires(portee, sql`d.id = ${id}`, raw("")));
  return paire ?? null;
}

/** False when somebody decided meanwhile. */
export async function deciderPaire(
  tx: Tx,
  {
    id,
    decision,
    agentId,
    le,
  }: {
    readonly id: number;
    readonly decision: string | null;
    readonly agentId: number | null;
    readonly le: Date;
  },
): Promise<boolean> {
  const decidees = await tx.query(
    `update paire_douteuse set decision = $2, decidee_par = $3, decidee_le = case when $2::text is null then null else $4::timestamptz end
     where id = $1 and (decision is null) = ($2::text is not null) returning id`,
    [id, decision, agentId, le],
  );
  return decidees.length === 1;
}

export interface Fusion {
  readonly id: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
  readonly nomGardee: string;
  readonly prenomGardee: string;
  readonly nomAbsorbee: string;
  readonly prenomAbsorbee: string;
  readonly faiteLe: Date;
  readonly motif: string;
}

/** Merges in force, the latest first. */
export function lireFusions(tx: Tx, portee: Portee, limite: number): Promise<Fusion[]> {
  return lire<Fusion>(
    tx,
    sql`select f.id, f.gardee_id as "gardeeId", f.absorbee_id as "absorbeeId", g.nom as "nomGardee", g.prenom as "prenomGardee",
        p.nom as "nomAbsorbee", p.prenom as "prenomAbsorbee", f.faite_le as "faiteLe", f.motif
      from fusion f join personne g on g.id = f.gardee_id join personne p on p.id = f.absorbee_id
      join situation_personne s on s.personne_id = (select coalesce(g.fusionnee_dans_id, g.id))
      where f.annulee_le is null and ${conditionPortee(portee)}
      order by f.faite_le desc, f.id desc limit ${limite}`,
  );
}
