import type { Tx } from "#platform/db/tx.ts";
import type { Auteur } from "../domain/auteur.ts";
import type { PeriodeFrein } from "../domain/frein.ts";
import type { PoidsFrein, PorteurEtape } from "../domain/synthese.ts";

export interface PeriodeLue extends PeriodeFrein {
  readonly id: number;
  readonly motif: string | null;
  readonly par: string;
  readonly closPar: string | null;
  readonly preuve: string | null;
  readonly document: string | null;
}

export interface EtapeLue {
  readonly id: number;
  readonly quoi: string;
  readonly qui: PorteurEtape;
  readonly quiNom: string;
  readonly pourLe: string | null;
  readonly prevueLe: string;
  readonly par: string;
  readonly faiteLe: string | null;
  readonly faitePar: string | null;
  readonly abandonneeLe: string | null;
  readonly abandonneePar: string | null;
}

export interface FreinLu {
  readonly id: number;
  readonly personneId: number;
  readonly nature: string;
  readonly libelle: string;
  readonly theme: string | null;
  readonly par: string;
  readonly version: number;
  /** Oldest first. */
  readonly periodes: readonly PeriodeLue[];
  readonly etapes: readonly EtapeLue[];
}

const LECTURE = `
  select f.id, f.personne_id as "personneId", f.nature, f.libelle, f.theme, f.par, f.version,
    (select jsonb_agg(jsonb_build_object('id', p.id, 'du', p.du, 'au', p.au, 'poids', p.poids, 'fin', p.fin,
       'motif', p.motif, 'par', p.par, 'closPar', p.clos_par, 'preuve', p.preuve, 'document', p.document)
       order by p.du, p.id) from frein_periode p where p.frein_id = f.id) as periodes,
    coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'quoi', e.quoi, 'qui', e.qui, 'quiNom', e.qui_nom,
       'pourLe', e.pour_le, 'prevueLe', e.prevue_le, 'par', e.par, 'faiteLe', e.faite_le, 'faitePar', e.faite_par,
       'abandonneeLe', e.abandonnee_le, 'abandonneePar', e.abandonnee_par) order by e.id)
       from frein_etape e where e.frein_id = f.id), '[]') as etapes
  from frein f`;

/** The freins of a person, oldest first. */
export function lireFreins(tx: Tx, personneId: number): Promise<readonly FreinLu[]> {
  return tx.query<FreinLu>(`${LECTURE} where f.personne_id = $1 order by f.id`, [personneId]);
}

export async function lireFrein(tx: Tx, id: number): Promise<FreinLu | null> {
  await tx.query("select from frein where id = $1 for update", [id]);
  const [frein] = await tx.query<FreinLu>(`${LECTURE} where f.id = $1`, [id]);
  return frein ?? null;
}

export interface NouveauFrein {
  readonly personneId: number;
  readonly nature: string;
  readonly libelle: string;
  readonly theme: string | null;
  readonly bilanId: number | null;
  readonly poids: PoidsFrein;
  readonly du: string;
  readonly par: Auteur;
}

export async function inscrireFreins(
  tx: Tx,
  freins: readonly NouveauFrein[],
): Promise<readonly number[]> {
  if (freins.length === 0) return [];
  const lignes = await tx.query<{ id: number }>(
    `insert into frein (personne_id, nature, libelle, theme, bilan_id, ecrit_a, par_id, par)
     select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::int[], $6::timestamptz[], $7::int[], $8::text[])
     returning id`,
    [
      freins.map(({ personneId }) => personneId),
      freins.map(({ nature }) => nature),
      freins.map(({ libelle }) => libelle),
      freins.map(({ theme }) => theme),
      freins.map(({ bilanId }) => bilanId),
      freins.map(({ par }) => par.a),
      freins.map(({ par }) => par.id),
      freins.map(({ par }) => par.nom),
    ],
  );
  const ids = lignes.map(({ id }) => id);
  await ouvrirPeriodes(
    tx,
    freins.map(({ poids, du, par }, rang) => ({
      freinId: ids[rang] ?? 0,
      poids,
      du,
      par,
      motif: null,
    })),
  );
  return ids;
}

interface NouvellePeriode {
  readonly freinId: number;
  readonly poids: PoidsFrein;
  readonly du: string;
  readonly motif: string | null;
  readonly par: Auteur;
}

export async function ouvrirPeriodes(tx: Tx, periodes: readonly NouvellePeriode[]): Promise<void> {
  await tx.query(
    `insert into frein_periode (frein_id, du, poids, motif, par_id, par)
     select * from unnest($1::int[], $2::date[], $3::text[], $4::text[], $5::int[], $6::text[])`,
    [
      periodes.map(({ freinId }) => freinId),
      periodes.map(({ du }) => du),
      periodes.map(({ poids }) => poids),
      periodes.map(({ motif }) => motif),
      periodes.map(({ par }) => par.id),
      periodes.map(({ par }) => par.nom),
    ],
  );
}

export interface FinDePeriode {
  readonly freinId: number;
  readonly au: string;
  readonly fin: "leve" | "repese";
  readonly preuve: string | null;
  readonly document: string | null;
  readonly par: Auteur;
}

export async function clorePeriodes(tx: Tx, fins: readonly FinDePeriode[]): Promise<void> {
  if (fins.length === 0) return;
  await tx.query(
    `update frein_periode p set au = c.au, fin = c.fin, preuve = c.preuve, document = c.document,
       clos_par_id = c.par_id, clos_par = c.par
     from unnest($1::int[], $2::date[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[])
       as c(frein_id, au, fin, preuve, document, par_id, par)
     where p.frein_id = c.frein_id and p.au is null`,
    [
      fins.map(({ freinId }) => freinId),
      fins.map(({ au }) => au),
      fins.map(({ fin }) => fin),
      fins.map(({ preuve }) => preuve),
      fins.map(({ document }) => document),
      fins.map(({ par }) => par.id),
      fins.map(({ par }) => par.nom),
    ],
  );
  await tx.query("update frein set version = version + 1 where id = any($1::int[])", [
    fins.map(({ freinId }) => freinId),
  ]);
}

export async function avancerVersion(tx: Tx, freinId: number): Promise<void> {
  await tx.query("update frein set version = version + 1 where id = $1", [freinId]);
}
