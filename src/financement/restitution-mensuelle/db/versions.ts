import type { Mois } from "#offre/comptage";
import type { Tx } from "#platform/db/tx.ts";
import type { ChiffresRestitution, SejourFige } from "../domain/chiffres.ts";

export interface VersionRestitution {
  readonly id: number;
  readonly restitutionId: number;
  readonly numero: number;
  /** Why it was written; null for the first. */
  readonly motif: string | null;
  /** Written after the yearly report of the action was closed. */
  readonly apresBilan: boolean;
  readonly chiffres: ChiffresRestitution;
  readonly corpus: readonly SejourFige[];
  readonly commentaire: string;
  readonly neant: boolean;
  readonly saisieLe: string;
  readonly saisiePar: number | null;
  readonly certifieeLe: string | null;
  readonly certifieePar: number | null;
  readonly transmiseLe: string | null;
  readonly transmisePar: number | null;
}

const COLONNES = `v.id, v.restitution_id as "restitutionId", v.numero, v.motif, v.apres_bilan as "apresBilan", v.chiffres,
  v.corpus, v.commentaire, v.neant, v.saisie_le as "saisieLe", v.saisie_par as "saisiePar",
  v.certifiee_le as "certifieeLe", v.certifiee_par as "certifieePar", v.transmise_le as "transmiseLe",
  v.transmise_par as "transmisePar"`;

/** Every version of one return, the last one first. */
export function lireVersions(tx: Tx, restitutionId: number): Promise<VersionRestitution[]> {
  return tx.query<VersionRestitution>(
    `select ${COLONNES} from restitution_version v where v.restitution_id = $1 order by v.numero desc`,
    [restitutionId],
  );
}

export async function lireVersion(
  tx: Tx,
  restitutionId: number,
  numero: number,
): Promise<VersionRestitution | undefined> {
  const [version] = await tx.query<VersionRestitution>(
    `select ${COLONNES} from restitution_version v where v.restitution_id = $1 and v.numero = $2`,
    [restitutionId, numero],
  );
  return version;
}

export interface ChiffresTransmis {
  readonly id: number;
  readonly actionId: number;
  readonly mois: Mois;
  /** Day of the last sending, null while it is being corrected. */
  readonly transmiseLe: string | null;
  readonly ecart: boolean;
  readonly neant: boolean;
  readonly commentaire: string;
  readonly chiffres: ChiffresRestitution;
}

const TRANSMIS = `select r.id, r.action_id as "actionId", to_char(r.mois, 'YYYY-MM') as mois,
    r.transmise_le as "transmiseLe", r.ecart is not null as ecart, v.neant, v.commentaire, v.chiffres
  from restitution r join restitution_version v on v.restitution_id = r.id and v.numero = r.transmis_numero`;

/** What was last sent of every month of these actions. */
export function lireTransmisDesActions(
  tx: Tx,
  actions: readonly number[],
): Promise<ChiffresTransmis[]> {
  return tx.query<ChiffresTransmis>(
    `${TRANSMIS} where r.action_id = any($1::int[]) order by r.action_id, r.mois`,
    [[...new Set(actions)]],
  );
}

export function lireTransmisDuMois(
  tx: Tx,
  mois: Mois,
  actions: readonly number[],
): Promise<ChiffresTransmis[]> {
  return tx.query<ChiffresTransmis>(
    `${TRANSMIS} where r.mois = $1::date and r.action_id = any($2::int[])`,
    [`${mois}-01`, actions],
  );
}

export function lireTransmisDesMois(
  tx: Tx,
  restitutions: readonly number[],
): Promise<ChiffresTransmis[]> {
  return tx.query<ChiffresTransmis>(`${TRANSMIS} where r.id = any($1::int[])`, [restitutions]);
}

/** What was last sent of one month of one action, null when nothing was. */
export async function lireTransmis(
  tx: Tx,
  actionId: number,
  mois: Mois,
): Promise<ChiffresTransmis | null> {
  const [transmis] = await tx.query<ChiffresTransmis>(
    `${TRANSMIS} where r.action_id = $1 and r.mois = $2::date`,
    [actionId, `${mois}-01`],
  );
  return transmis ?? null;
}

type Brouillon = Pick<
  VersionRestitution,
  | "restitutionId"
  | "numero"
  | "motif"
  | "apresBilan"
  | "chiffres"
  | "corpus"
  | "commentaire"
  | "neant"
  | "saisieLe"
  | "saisiePar"
>;

/** The draft of this number, written or written again. */
export async function ecrireBrouillon(tx: Tx, version: Brouillon): Promise<void> {
  await tx.query(
    `insert into restitution_version (restitution_id, numero, motif, apres_bilan, chiffres, corpus, commentaire, neant,
       saisie_le, saisie_par)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10)
     on conflict (restitution_id, numero) do update set motif = excluded.motif, apres_bilan = excluded.apres_bilan,
       chiffres = excluded.chiffres, corpus = excluded.corpus, commentaire = excluded.commentaire,
       neant = excluded.neant, saisie_le = excluded.saisie_le, saisie_par = excluded.saisie_par`,
    [
      ...[version.restitutionId, version.numero, version.motif, version.apresBilan],
      ...[JSON.stringify(version.chiffres), JSON.stringify(version.corpus), version.commentaire],
      ...[version.neant, version.saisieLe, version.saisiePar],
    ],
  );
}

interface Signature {
  readonly le: string;
  readonly par: number | null;
}

export async function certifierVersion(tx: Tx, id: number, { le, par }: Signature): Promise<void> {
  await tx.query(
    "update restitution_version set certifiee_le = $2, certifiee_par = $3 where id = $1",
    [id, le, par],
  );
}

export async function transmettreVersion(
  tx: Tx,
  id: number,
  { le, par }: Signature,
): Promise<void> {
  await tx.query(
    "update restitution_version set transmise_le = $2, transmise_par = $3 where id = $1",
    [id, le, par],
  );
}
