import { raw, type Sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { NatureRealisation } from "../domain/realisation.ts";
import type { ClasseConstatee } from "../domain/sortie.ts";

/** What a count asks of a stay. */
export interface SejourCompte {
  readonly id: number;
  readonly actionId: number;
  readonly personneId: number;
  readonly entreLe: string;
  readonly sortiLe: string | null;
  readonly classe: ClasseConstatee | null;
}

interface Demande {
  readonly actions: readonly number[] | "toutes";
  readonly du: string;
  readonly au: string;
}

/** Every stay that touches these days, an exit on the first of them included. No name is read. */
export function lireSejoursComptes(
  tx: Tx,
  { actions, du, au }: Demande,
): Promise<readonly SejourCompte[]> {
  return tx.query<SejourCompte>(
    `select id, action_id as "actionId", personne_id as "personneId", entre_le as "entreLe", sorti_le as "sortiLe", classe
     from sejour
     where annule_le is null and entre_le <= $2::date and (sorti_le is null or sorti_le >= $1::date)
       ${actions === "toutes" ? "" : "and action_id = any($3::int[])"}
     order by action_id, entre_le, id`,
    actions === "toutes" ? [du, au] : [du, au, [...new Set(actions)]],
  );
}

/** Persons in the action this expression names at the end of a day, as a number of SQL. */
export function placesPrises(action: string, le: string): Sql {
  return raw(`(select count(*)::int from sejour prise where prise.action_id = ${action} and prise.annule_le is null
    and prise.entre_le <= ${le} and (prise.sorti_le is null or prise.sorti_le > ${le}))`);
}

export interface RealisationNotee {
  readonly id: number;
  readonly sejourId: number;
  readonly actionId: number;
  readonly personneId: number;
  readonly nature: NatureRealisation;
  readonly le: string;
  readonly precision: string | null;
  readonly frein: string | null;
}

/** What happened during the stays of these actions between two days, both included. */
export function lireRealisations(
  tx: Tx,
  { actions, du, au }: Demande,
): Promise<readonly RealisationNotee[]> {
  return tx.query<RealisationNotee>(
    `select r.id, r.sejour_id as "sejourId", j.action_id as "actionId", j.personne_id as "personneId", r.nature, r.le,
       r.precision_texte as precision, r.frein
     from realisation_sejour r join sejour j on j.id = r.sejour_id
     where j.annule_le is null and r.annulee_le is null and r.le between $1::date and $2::date
       ${actions === "toutes" ? "" : "and j.action_id = any($3::int[])"}
     order by r.le, r.id`,
    actions === "toutes" ? [du, au] : [du, au, [...new Set(actions)]],
  );
}
