import type { Tx } from "#platform/db/tx.ts";
import type { Auteur } from "../domain/auteur.ts";
import type { ContenuBilan } from "../domain/bilan.ts";

/** One signed version of a person's answers to a theme. */
export interface BilanLu {
  readonly id: number;
  readonly theme: string;
  readonly themeVersion: number;
  readonly contenu: ContenuBilan;
  readonly le: string;
  readonly ecritA: Date;
  readonly par: string;
}

const COLONNES = `id, theme, theme_version as "themeVersion", contenu, le, ecrit_a as "ecritA", par`;

/** The latest version of each theme of a person. */
export function lireDerniersBilans(tx: Tx, personneId: number): Promise<readonly BilanLu[]> {
  return tx.query<BilanLu>(
    `select distinct on (theme) ${COLONNES} from bilan_theme where personne_id = $1
     order by theme, ecrit_a desc, id desc`,
    [personneId],
  );
}

/** Every version of one theme, the latest first. */
export function lireBilansDuTheme(
  tx: Tx,
  personneId: number,
  theme: string,
): Promise<readonly BilanLu[]> {
  return tx.query<BilanLu>(
    `select ${COLONNES} from bilan_theme where personne_id = $1 and theme = $2
     order by ecrit_a desc, id desc`,
    [personneId, theme],
  );
}

/** Two référents writing one theme at once wait for each other: the second is told of the first. */
export async function verrouillerTheme(tx: Tx, personneId: number, theme: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 140))", [
    `${personneId} ${theme}`,
  ]);
}

export interface NouveauBilan {
  readonly personneId: number;
  readonly theme: string;
  readonly themeVersion: number;
  readonly contenu: ContenuBilan;
  readonly le: string;
  readonly par: Auteur;
}

export async function inscrireBilans(
  tx: Tx,
  bilans: readonly NouveauBilan[],
): Promise<readonly number[]> {
  if (bilans.length === 0) return [];
  const lignes = await tx.query<{ id: number }>(
    `insert into bilan_theme (personne_id, theme, theme_version, contenu, le, ecrit_a, par_id, par)
     select * from unnest($1::int[], $2::text[], $3::int[], $4::jsonb[], $5::date[], $6::timestamptz[], $7::int[], $8::text[])
     returning id`,
    [
      bilans.map(({ personneId }) => personneId),
      bilans.map(({ theme }) => theme),
      bilans.map(({ themeVersion }) => themeVersion),
      bilans.map(({ contenu }) => JSON.stringify(contenu)),
      bilans.map(({ le }) => le),
      bilans.map(({ par }) => par.a),
      bilans.map(({ par }) => par.id),
      bilans.map(({ par }) => par.nom),
    ],
  );
  return lignes.map(({ id }) => id);
}
