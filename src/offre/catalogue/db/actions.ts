import type { CategorieJuridique, ClasseOrganisme, FicheAction } from "#commun/referentiel";
import { jointureStructure } from "#commun/structure";
import { allOf, raw, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { lire } from "./lire.ts";
import { conditionAction } from "./portee.ts";

/** An action: one sheet put to work by one operator on one territory. */
export interface ActionLue {
  readonly id: number;
  readonly nom: string;
  readonly numero: string | null;
  /** The sheet agreed, as the programme gave it that day. */
  readonly fiche: FicheAction;
  readonly ficheDepuis: string;
  readonly ficheType: string | null;
  readonly axe: string;
  readonly structureId: number;
  readonly structure: string;
  readonly categorieJuridique: CategorieJuridique;
  readonly territoireId: number;
  readonly territoire: string;
  readonly du: string;
  /** First day it no longer runs; `null` without an end. */
  readonly au: string | null;
  readonly entree: "continue" | "sessions";
  /** None: the whole territory. */
  readonly communes: readonly string[];
  readonly prescripteurs: readonly ClasseOrganisme[];
  readonly adosseeAId: number | null;
  readonly version: number;
}

interface LesActions {
  readonly ids?: readonly number[];
  /** Those of a reader: what she may see of the persons in them. */
  readonly portee?: Portee;
  /** Those of these operators. */
  readonly structures?: readonly number[];
  /** Those that run on that day. */
  readonly le?: string;
}

type LigneAction = Omit<ActionLue, "fiche"> & { readonly ficheCle: string };

/** By territory, axis and sheet, then name. */
export async function lireActions(
  tx: Tx,
  { ids, portee, structures, le }: LesActions = {},
): Promise<readonly ActionLue[]> {
  const conditions = [
    ...(ids ? [sql`a.id = any(${[...new Set(ids)]}::int[])`] : []),
    ...(portee ? [conditionAction(portee)] : []),
    ...(structures ? [sql`a.structure_id = any(${[...new Set(structures)]}::int[])`] : []),
    ...(le === undefined ? [] : [sql`a.periode @> ${le}::date`]),
  ];
  const lignes = await lire<LigneAction>(
    tx,
    sql`select a.id, a.nom, a.numero, a.fiche_cle as "ficheCle", a.fiche_depuis as "ficheDepuis",
        a.fiche_type as "ficheType", a.axe, a.structure_id as "structureId", s.nom as structure,
        a.categorie_juridique as "categorieJuridique", a.territoire_id as "territoireId",
        t.nom as territoire, lower(a.periode) as du, upper(a.periode) as au, a.entree,
        coalesce((select array_agg(distinct d.code_commune order by d.code_commune) from desserte_action d
          where d.action_id = a.id), '{}') as communes,
        a.prescripteurs, a.adossee_a_id as "adosseeAId", a.version
      from action a ${raw(jointureStructure("a.structure_id", "s"))} join territoire t on t.id = a.territoire_id
      where ${allOf(conditions)}
      order by t.ordre, a.axe, a.fiche_code, a.nom, a.id`,
  );
  const fiches = await lireFiches(
    tx,
    lignes.map(({ ficheCle }) => ficheCle),
  );
  return lignes.flatMap(({ ficheCle, ...ligne }) => {
    const fiche = fiches.get(ficheCle);
    return fiche ? [{ ...ligne, fiche }] : [];
  });
}

/** By key: the same key is the same text, in any département. */
const connues = new Map<string, FicheAction>();
const CONNUES_AU_PLUS = 500;

/** Hundreds of actions share a dozen sheets: only those never met are asked of the base. */
async function lireFiches(
  tx: Tx,
  cles: readonly string[],
): Promise<ReadonlyMap<string, FicheAction>> {
  const fiches = new Map<string, FicheAction>();
  for (const cle of cles) {
    const connue = connues.get(cle);
    if (connue) fiches.set(cle, connue);
  }
  const nouvelles = [...new Set(cles)].filter((cle) => !fiches.has(cle));
  if (nouvelles.length === 0) return fiches;
  const lues = await tx.query<{ cle: string; fiche: FicheAction }>(
    `select distinct on (fiche_cle) fiche_cle as cle, fiche from action where fiche_cle = any($1::text[])
     order by fiche_cle`,
    [nouvelles],
  );
  if (connues.size + lues.length > CONNUES_AU_PLUS) connues.clear();
  for (const { cle, fiche } of lues) {
    connues.set(cle, fiche);
    fiches.set(cle, fiche);
  }
  return fiches;
}

/** The action held until the end of the act. */
export async function verrouillerAction(tx: Tx, id: number): Promise<void> {
  await tx.query("select from action where id = $1 for update", [id]);
}

export interface ActionAOuvrir {
  readonly nom: string;
  readonly numero: string | null;
  readonly fiche: FicheAction;
  readonly ficheDepuis: string;
  readonly ficheType: string | null;
  readonly structureId: number;
  readonly categorieJuridique: CategorieJuridique;
  readonly territoireId: number;
  readonly adosseeAId: number | null;
  readonly entree: "continue" | "sessions";
  readonly public: string | null;
  readonly prescripteurs: readonly ClasseOrganisme[];
  readonly adresse: string | null;
  readonly codePostal: string | null;
  readonly codeCommune: string | null;
  readonly horaires: string | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly du: string;
  readonly au: string | null;
}

const COLONNES = [
  "id",
  "nom",
  "numero",
  "fiche_code",
  "fiche_depuis",
  "fiche",
  "fiche_type",
  "axe",
  "structure_id",
  "categorie_juridique",
  "territoire_id",
  "adossee_a_id",
  "entree",
  "public",
  "prescripteurs",
  "adresse",
  "code_postal",
  "code_commune",
  "horaires",
  "telephone",
  "courriel",
  "periode",
  "ouverte_le",
  "ouverte_par",
] as const;

/** Their ids, in the order they were given. */
export async function insererActions(
  tx: Tx,
  actions: readonly ActionAOuvrir[],
  { le, par }: { readonly le: string; readonly par: number | null },
): Promise<readonly number[]> {
  const ids = await reserver(tx, actions.length);
  await tx.copyRows(
    "action",
    COLONNES,
    actions.map((une, rang) => [
      ids[rang],
      une.nom,
      une.numero,
      une.fiche.code,
      une.ficheDepuis,
      une.fiche,
      une.ficheType,
      une.fiche.axe,
      une.structureId,
      une.categorieJuridique,
      une.territoireId,
      une.adosseeAId,
      une.entree,
      une.public,
      [...une.prescripteurs],
      une.adresse,
      une.codePostal,
      une.codeCommune,
      une.horaires,
      une.telephone,
      une.courriel,
      periode(une.du, une.au),
      le,
      par,
    ]),
  );
  return ids;
}

async function reserver(tx: Tx, nombre: number): Promise<readonly number[]> {
  const reserves = await tx.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('action', 'id'))::int as id from generate_series(1, $1::int)`,
    [nombre],
  );
  return reserves.map(({ id }) => id);
}

/** A period as `copy` reads it. */
export function periode(du: string, au: string | null): string {
  return `[${du},${au ?? ""})`;
}

/** It runs no more from that day: its places and its people stop with it. */
export async function cloreAction(
  tx: Tx,
  id: number,
  { des, motif }: { readonly des: string; readonly motif: string },
): Promise<void> {
  await tx.query(
    `update action set periode = daterange(lower(periode), $2::date), motif_fermeture = $3, version = version + 1
     where id = $1`,
    [id, des, motif],
  );
  for (const table of ["place_action", "intervenant_action"]) {
    await tx.query(`delete from ${table} where action_id = $1 and lower(periode) >= $2::date`, [
      id,
      des,
    ]);
    await tx.query(
      `update ${table} set periode = periode * daterange(null, $2::date)
       where action_id = $1 and (upper_inf(periode) or upper(periode) > $2::date)`,
      [id, des],
    );
  }
}

export async function noterVersion(tx: Tx, id: number): Promise<void> {
  await tx.query("update action set version = version + 1 where id = $1", [id]);
}

type FichePratique = Pick<
  ActionAOuvrir,
  | "nom"
  | "numero"
  | "entree"
  | "public"
  | "prescripteurs"
  | "adresse"
  | "codePostal"
  | "codeCommune"
  | "horaires"
  | "telephone"
  | "courriel"
>;

export async function ecrireAction(tx: Tx, id: number, fiche: FichePratique): Promise<void> {
  await tx.query(
    `update action set (nom, numero, entree, public, prescripteurs, adresse, code_postal, code_commune, horaires,
       telephone, courriel, version) = ($2, $3, $4, $5, $6::text[], $7, $8, $9, $10, $11, $12, version + 1)
     where id = $1`,
    [
      id,
      fiche.nom,
      fiche.numero,
      fiche.entree,
      fiche.public,
      [...fiche.prescripteurs],
      fiche.adresse,
      fiche.codePostal,
      fiche.codeCommune,
      fiche.horaires,
      fiche.telephone,
      fiche.courriel,
    ],
  );
}
