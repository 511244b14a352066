import { jointureStructure } from "#commun/structure";
import { raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { NatureSeance } from "../domain/natures.ts";

export interface SeanceLue {
  readonly id: number;
  readonly actionId: number | null;
  readonly structureId: number;
  readonly structure: string;
  readonly territoireId: number | null;
  readonly serieId: number | null;
  readonly nature: NatureSeance;
  readonly titre: string;
  readonly description: string | null;
  readonly lieu: string;
  readonly jour: string;
  /** `09:30` */
  readonly debut: string;
  readonly fin: string;
  readonly capacite: number;
  readonly coutCentimes: number;
  readonly animateurs: readonly string[];
  readonly mixte: boolean;
  readonly autresPresents: number | null;
  readonly closeLe: string | null;
  readonly annuleeLe: string | null;
  readonly annuleeMotif: string | null;
  readonly version: number;
  readonly inscrits: number;
  readonly attente: number;
  readonly presents: number;
  /** Among them, those who had the RSA that day. */
  readonly rsa: number;
  /** Registered whose presence nobody has noted. */
  readonly aNoter: number;
}

/** The counts of a session `s`; who is set aside by a merge counts with the kept file. */
export const comptesDeSeance = `lateral (
  select count(*) filter (where i.etat = 'inscrite')::int as inscrits,
    count(*) filter (where i.etat = 'attente')::int as attente,
    count(*) filter (where i.presence = 'present')::int as presents,
    count(*) filter (where i.rsa)::int as rsa,
    count(*) filter (where i.etat = 'inscrite' and i.presence is null)::int as a_noter
  from inscription_seance i where i.seance_id = s.id and i.ecartee_par_fusion is null)`;

const jointures = raw(`${jointureStructure("s.structure_id")} cross join ${comptesDeSeance} n`);

export async function lireSeances(tx: Tx, condition: Sql): Promise<readonly SeanceLue[]> {
  const { text, values } =
    render(sql`select s.id, s.action_id as "actionId", s.structure_id as "structureId",
      structure.nom as structure, s.territoire_id as "territoireId", s.serie_id as "serieId", s.nature, s.titre,
      s.description, s.lieu, s.jour, to_char(s.debut, 'HH24:MI') as debut, to_char(s.fin, 'HH24:MI') as fin,
      s.capacite, s.cout_centimes as "coutCentimes", s.animateurs, s.mixte, s.autres_presents as "autresPresents",
      s.close_le as "closeLe", s.annulee_le as "annuleeLe", s.annulee_motif as "annuleeMotif", s.version,
      n.inscrits, n.attente, n.presents, n.rsa, n.a_noter as "aNoter"
    from seance s ${jointures}
    where ${condition} order by s.jour, s.debut, s.id`);
  return tx.query<SeanceLue>(text, values);
}

/** Where to ask about it: the action, else the structure that holds it. */
export async function lireTelephone(tx: Tx, { id }: Pick<SeanceLue, "id">): Promise<string | null> {
  const [ligne] = await tx.query<{ telephone: string | null }>(
    `select coalesce(a.telephone, structure.telephone) as telephone
     from seance s left join action a on a.id = s.action_id ${jointureStructure("s.structure_id")} where s.id = $1`,
    [id],
  );
  return ligne?.telephone ?? null;
}

export async function verrouillerSeance(tx: Tx, id: number): Promise<void> {
  await tx.query("select from seance where id = $1 for update", [id]);
}

export interface NouvelleSeance {
  readonly actionId: number | null;
  readonly structureId: number;
  readonly territoireId: number | null;
  readonly serieId: number | null;
  readonly nature: NatureSeance;
  readonly titre: string;
  readonly description: string | null;
  readonly lieu: string;
  readonly jour: string;
  readonly debut: string;
  readonly fin: string;
  readonly capacite: number;
  readonly cout: number;
  readonly animateurs: readonly string[];
  readonly mixte: boolean;
}

export async function inscrireSeances(
  tx: Tx,
  jours: readonly string[],
  une: Omit<NouvelleSeance, "jour">,
  { le, par }: { readonly le: string; readonly par: number | null },
): Promise<readonly number[]> {
  const lignes = await tx.query<{ id: number }>(
    `insert into seance (action_id, structure_id, territoire_id, serie_id, nature, titre, description, lieu, jour,
       debut, fin, capacite, cout_centimes, animateurs, mixte, creee_le, creee_par)
     select $1, $2, $3, $4, $5, $6, $7, $8, jour, $10, $11, $12, $13, $14, $15, $16, $17
     from unnest($9::date[]) as j(jour) order by jour returning id`,
    [
      une.actionId,
      une.structureId,
      une.territoireId,
      une.serieId,
      une.nature,
      une.titre,
      une.description,
      une.lieu,
      [...jours],
      une.debut,
      une.fin,
      une.capacite,
      une.cout,
      [...une.animateurs],
      une.mixte,
      le,
      par,
    ],
  );
  return lignes.map(({ id }) => id);
}

export async function inscrireSerie(
  tx: Tx,
  { rythme, nombre }: { readonly rythme: string; readonly nombre: number },
  { le, par }: { readonly le: string; readonly par: number | null },
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    "insert into serie_seance (rythme, nombre, creee_le, creee_par) values ($1, $2, $3, $4) returning id",
    [rythme, nombre, le, par],
  );
  return ligne?.id ?? 0;
}

export async function changerSeance(
  tx: Tx,
  id: number,
  une: Omit<NouvelleSeance, "actionId" | "structureId" | "territoireId" | "serieId">,
): Promise<void> {
  await tx.query(
    `update seance set nature = $2, titre = $3, description = $4, lieu = $5, jour = $6, debut = $7, fin = $8,
       capacite = $9, cout_centimes = $10, animateurs = $11, mixte = $12, version = version + 1 where id = $1`,
    [
      id,
      une.nature,
      une.titre,
      une.description,
      une.lieu,
      une.jour,
      une.debut,
      une.fin,
      une.capacite,
      une.cout,
      [...une.animateurs],
      une.mixte,
    ],
  );
}

export async function noterAnnulation(
  tx: Tx,
  id: number,
  { le, motif }: { readonly le: string; readonly motif: string },
): Promise<void> {
  await tx.query(
    "update seance set annulee_le = $2, annulee_motif = $3, version = version + 1 where id = $1",
    [id, le, motif],
  );
}

export async function noterCloture(
  tx: Tx,
  id: number,
  { le, par }: { readonly le: string | null; readonly par: number | null },
): Promise<void> {
  await tx.query(
    "update seance set close_le = $2, close_par = $3, version = version + 1 where id = $1",
    [id, le, par],
  );
}

export async function inscrireReouverture(
  tx: Tx,
  seanceId: number,
  une: {
    readonly closeLe: string;
    readonly motif: string;
    readonly le: string;
    readonly par: number | null;
  },
): Promise<void> {
  await tx.query(
    "insert into reouverture_seance (seance_id, close_le, motif, le, par) values ($1, $2, $3, $4, $5)",
    [seanceId, une.closeLe, une.motif, une.le, une.par],
  );
}

export async function noterAutresPresents(
  tx: Tx,
  id: number,
  autres: number | null,
): Promise<void> {
  await tx.query("update seance set autres_presents = $2, version = version + 1 where id = $1", [
    id,
    autres,
  ]);
}
