import type { Tx } from "#platform/db/tx.ts";
import type { IssueSuite, SuiteAttendue } from "../domain/suite.ts";

/** What is awaited after an exit: milestones already noted stay, those no longer awaited go. */
export async function tenirSuites(
  tx: Tx,
  sejourId: number,
  attendues: readonly SuiteAttendue[],
): Promise<void> {
  const jalons = attendues.map(({ jalon }) => jalon);
  await tx.query(
    "delete from suite_sejour where sejour_id = $1 and constatee_le is null and jalon <> all($2::int[])",
    [sejourId, jalons],
  );
  await tx.query(
    `insert into suite_sejour (sejour_id, jalon, prevue_le) select $1, * from unnest($2::int[], $3::date[])
     on conflict on constraint un_jalon_une_fois do update set prevue_le = excluded.prevue_le
       where suite_sejour.prevue_le <> excluded.prevue_le`,
    [sejourId, jalons, attendues.map(({ prevueLe }) => prevueLe)],
  );
}

interface SuiteConstatee {
  readonly sejourId: number;
  readonly jalon: number;
  readonly le: string;
  readonly issue: IssueSuite;
  readonly commentaire: string | null;
  readonly par: number | null;
  readonly parNom: string;
}

/** False when nothing is awaited at this milestone. */
export async function constaterSuite(tx: Tx, suite: SuiteConstatee): Promise<boolean> {
  const notees = await tx.query(
    `update suite_sejour set constatee_le = $3, issue = $4, commentaire = $5, notee_par = $6, notee_par_nom = $7
     where sejour_id = $1 and jalon = $2 returning id`,
    [
      ...[suite.sejourId, suite.jalon, suite.le, suite.issue],
      ...[suite.commentaire, suite.par, suite.parNom],
    ],
  );
  return notees.length > 0;
}

export interface NouvelleSuspension {
  readonly sejourId: number;
  readonly motif: "formation" | "arret";
  readonly du: string;
  readonly au: string | null;
  readonly le: string;
  readonly par: number | null;
  readonly parNom: string;
}

export async function insererSuspension(tx: Tx, une: NouvelleSuspension): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into suspension_sejour (sejour_id, motif, periode, notee_le, notee_par, notee_par_nom)
     values ($1, $2, daterange($3, $4), $5, $6, $7) returning id`,
    [une.sejourId, une.motif, une.du, une.au, une.le, une.par, une.parNom],
  );
  return ligne?.id ?? 0;
}

interface SuspensionLue {
  readonly id: number;
  readonly sejourId: number;
  readonly du: string;
  readonly au: string | null;
}

export async function verrouillerSuspension(tx: Tx, id: number): Promise<SuspensionLue | null> {
  const [ligne] = await tx.query<SuspensionLue>(
    `select id, sejour_id as "sejourId", lower(periode) as du, upper(periode) as au from suspension_sejour
     where id = $1 for update`,
    [id],
  );
  return ligne ?? null;
}

export async function finirSuspension(tx: Tx, id: number, au: string): Promise<void> {
  await tx.query(
    "update suspension_sejour set periode = daterange(lower(periode), $2::date) where id = $1",
    [id, au],
  );
}

export async function insererRenouvellement(
  tx: Tx,
  un: {
    readonly sejourId: number;
    readonly mois: number;
    readonly motif: string;
    readonly exception: string | null;
    readonly le: string;
    readonly par: number | null;
    readonly parNom: string;
  },
): Promise<void> {
  await tx.query(
    `insert into renouvellement_sejour (sejour_id, mois, motif, exception, le, par, par_nom)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [un.sejourId, un.mois, un.motif, un.exception, un.le, un.par, un.parNom],
  );
}

export async function insererRealisation(
  tx: Tx,
  une: {
    readonly sejourId: number;
    readonly nature: string;
    readonly le: string;
    readonly precision: string | null;
    readonly frein: string | null;
    readonly noteeLe: string;
    readonly par: number | null;
    readonly parNom: string;
  },
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into realisation_sejour (sejour_id, nature, le, precision_texte, frein, notee_le, notee_par, notee_par_nom)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      ...[une.sejourId, une.nature, une.le, une.precision, une.frein],
      ...[une.noteeLe, une.par, une.parNom],
    ],
  );
  return ligne?.id ?? 0;
}

/** The stay of a fact noted by mistake; `null` when it does not exist or is already withdrawn. */
export async function retirerRealisation(tx: Tx, id: number, le: string): Promise<number | null> {
  const [ligne] = await tx.query<{ sejourId: number }>(
    `update realisation_sejour set annulee_le = $2 where id = $1 and annulee_le is null
     returning sejour_id as "sejourId"`,
    [id, le],
  );
  return ligne?.sejourId ?? null;
}
