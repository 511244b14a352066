import type { ContratConnu } from "#droits/dossier";
import type { Tx } from "#platform/db/tx.ts";
import type { EtapeVersion, EtatContrat } from "../domain/etapes.ts";

/** What lists say of each of these persons: the last contract signed that nobody ended, and what is being prepared. */
export function lireConnus(tx: Tx, personnes: readonly number[]): Promise<ContratConnu[]> {
  return tx.query<ContratConnu>(
    `select p.personne as "personneId", c.id as "contratId", c.nature, coalesce(v.etape, c.etat) as etat,
       c.signe_le as "signeLe", upper(c.periode) as jusqua, c.bilan_le as "bilanLe"
     from unnest($1::int[]) as p(personne)
     left join lateral (select c.* from contrat c where c.personne_id = p.personne and c.etat = 'signe'
       and c.ecarte_par_fusion is null order by c.signe_le desc, c.id desc limit 1) c on true
     left join contrat b on b.personne_id = p.personne and b.etat = 'en-preparation' and b.ecarte_par_fusion is null
     left join contrat_version v on v.contrat_id = b.id and v.etape in ('brouillon', 'proposee', 'validee', 'refusee')`,
    [personnes],
  );
}

/** One contract as its deadlines see it. */
export interface ContratSuivi {
  readonly id: number;
  readonly personneId: number;
  readonly nature: string;
  readonly regime: string | null;
  readonly etat: EtatContrat;
  readonly social: boolean;
  readonly signeLe: string | null;
  readonly terme: string | null;
  readonly bilanLe: string | null;
  readonly reviseLe: string | null;
  readonly vulnerabilite: string | null;
  readonly reexamenFaitLe: string | null;
  readonly offreDefinieLe: string | null;
  readonly droitClosLe: string | null;
  readonly ecarte: boolean;
  readonly etape: EtapeVersion | null;
  readonly proposeeLe: string | null;
  readonly tranchee: string | null;
}

const SUIVI = `select c.id, c.personne_id as "personneId", c.nature, c.regime, c.etat, c.social, c.signe_le as "signeLe",
    c.terme, c.bilan_le as "bilanLe", c.revise_le as "reviseLe", c.vulnerabilite,
    c.reexamen_fait_le as "reexamenFaitLe", c.offre_definie_le as "offreDefinieLe",
    c.droit_clos_le as "droitClosLe", c.ecarte_par_fusion is not null as ecarte, v.etape,
    v.proposee_le as "proposeeLe", coalesce(v.validee_le, v.refusee_le) as tranchee
  from contrat c
  left join contrat_version v on v.contrat_id = c.id and v.etape in ('brouillon', 'proposee', 'validee', 'refusee')`;

export function lireSuivis(tx: Tx, personnes: readonly number[]): Promise<ContratSuivi[]> {
  return tx.query<ContratSuivi>(`${SUIVI} where c.personne_id = any($1::int[])`, [personnes]);
}

export function lireTousLesSuivis(tx: Tx): Promise<ContratSuivi[]> {
  return tx.query<ContratSuivi>(SUIVI);
}

interface ClosDuDroit {
  readonly personneId: number;
  /** Day the right closed; null when it is open. */
  readonly le: string | null;
}

/** Those of these persons whom a contract binds, and whether their right was said closed. */
export function lireSousContrat(tx: Tx, personnes: readonly number[]): Promise<ClosDuDroit[]> {
  return tx.query<ClosDuDroit>(
    `select personne_id as "personneId", min(droit_clos_le) as le from contrat
     where personne_id = any($1::int[]) and etat = 'signe' and ecarte_par_fusion is null group by personne_id`,
    [personnes],
  );
}

export async function noterDroits(tx: Tx, droits: readonly ClosDuDroit[]): Promise<void> {
  await tx.query(
    `update contrat c set droit_clos_le = d.le, version = version + 1
     from unnest($1::int[], $2::date[]) as d(personne, le)
     where c.personne_id = d.personne and c.etat = 'signe' and c.ecarte_par_fusion is null`,
    [droits.map(({ personneId }) => personneId), droits.map(({ le }) => le)],
  );
}
