import { jointureCommune } from "#droits/territoire";
import { render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { LieuAEcrire, ServiceSaisi } from "../domain/ressource.ts";

export interface LieuLu extends LieuAEcrire {
  readonly id: number;
}

export interface RessourceLue extends ServiceSaisi {
  readonly id: number;
  readonly cle: string;
  readonly source: string;
  readonly lieu: LieuLu;
  readonly verifieeLe: string;
  readonly verifieePar: string;
  readonly modifieeLe: string;
  readonly retireeLe: string | null;
  readonly retireeMotif: string | null;
  readonly version: number;
}

const LIEU = `json_build_object('id', l.id, 'cle', l.cle, 'source', l.source, 'nom', l.nom, 'description', l.description,
  'siret', l.siret, 'adresse', l.adresse, 'complementAdresse', l.complement_adresse, 'codePostal', l.code_postal,
  'codeCommune', l.code_commune, 'commune', l.commune, 'longitude', l.longitude, 'latitude', l.latitude,
  'telephone', l.telephone, 'courriel', l.courriel, 'siteWeb', l.site_web, 'horaires', l.horaires,
  'modifieLe', l.modifie_le::text) as lieu`;

const COLONNES = `r.id, r.cle, r.source, ${LIEU}, r.nom, r.description, r.type, r.besoins, r.publics,
  r.publics_precisions as "publicsPrecisions", r.conditions, r.frais, r.frais_precisions as "fraisPrecisions",
  r.modes_accueil as "modesAccueil", r.modes_mobilisation as "modesMobilisation",
  r.mobilisable_par as "mobilisablePar", r.mobilisation_precisions as "mobilisationPrecisions", r.lien, r.contact,
  r.telephone, r.courriel, r.horaires, r.zone, r.heures_semaine as "heuresSemaine", r.semaines,
  lower(r.valable) as du, (upper(r.valable) - 1) as au, r.verifiee_le as "verifieeLe",
  r.verifiee_par as "verifieePar", r.modifiee_le as "modifieeLe", r.retiree_le as "retireeLe",
  r.retiree_motif as "retireeMotif", r.version`;

export async function lireRessources(
  tx: Tx,
  condition: Sql,
  limite = 5000,
): Promise<readonly RessourceLue[]> {
  const { text, values } = render(sql`join lieu_ressource l on l.id = r.lieu_id where ${condition}
    order by jalon.sans_accent(r.nom), r.id limit ${limite}`);
  return tx.query<RessourceLue>(`select ${COLONNES} from ressource_sociale r ${text}`, values);
}

export async function verrouillerRessource(tx: Tx, id: number): Promise<void> {
  await tx.query("select from ressource_sociale where id = $1 for update", [id]);
}

export interface FaitLu {
  readonly nature: string;
  readonly le: string;
  readonly auteur: string;
  readonly motif: string | null;
  readonly avant: Readonly<Record<string, unknown>> | null;
}

export function lireFaits(tx: Tx, ressourceId: number): Promise<readonly FaitLu[]> {
  return tx.query<FaitLu>(
    `select nature, le, auteur, motif, avant from fait_ressource where ressource_id = $1 order by id desc`,
    [ressourceId],
  );
}

/** Key of the place of this name in this commune, whatever its accents and capitals. */
export async function trouverLieu(
  tx: Tx,
  nom: string,
  codeCommune: string | null,
): Promise<string | null> {
  const [lieu] = await tx.query<{ cle: string }>(
    `select cle from lieu_ressource where lower(jalon.sans_accent(nom)) = lower(jalon.sans_accent($1))
       and code_commune is not distinct from $2 order by id limit 1`,
    [nom, codeCommune],
  );
  return lieu?.cle ?? null;
}

/** What these keys say now, to write what they said before. */
export async function lireParCle(
  tx: Tx,
  cles: readonly string[],
): Promise<readonly RessourceLue[]> {
  return cles.length === 0 ? [] : lireRessources(tx, sql`r.cle = any(${[...cles]}::text[])`);
}

export async function clesDesLieux(
  tx: Tx,
  cles: readonly string[],
): Promise<ReadonlyMap<string, LieuLu>> {
  const lus = await tx.query<{ lieu: LieuLu }>(
    `select ${LIEU} from lieu_ressource l where l.cle = any($1::text[])`,
    [[...cles]],
  );
  return new Map(lus.map(({ lieu }) => [lieu.cle, lieu]));
}

/** The communes among these codes, by name. */
export async function nommerZone(
  tx: Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const lus = await tx.query<{ code: string; nom: string }>(
    `select z.code, commune.nom from unnest($1::text[]) as z(code) ${jointureCommune("z.code")}
     where commune.nom is not null`,
    [[...codes]],
  );
  return new Map(lus.map(({ code, nom }) => [code, nom]));
}
