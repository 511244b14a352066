import type { Tx } from "#platform/db/tx.ts";

interface Periode {
  readonly actionId: number;
  readonly personneId: number;
  readonly entreLe: string;
  readonly sortiLe: string | null;
}

/** Ranks, from 0, of the lines that overlap a stay already known in the same action. */
export async function dejaConnues(
  tx: Tx,
  lignes: readonly Periode[],
): Promise<ReadonlySet<number>> {
  const trouvees = await tx.query<{ rang: number }>(
    `select distinct (r.rang - 1)::int as rang
     from unnest($1::int[], $2::int[], $3::date[], $4::date[]) with ordinality as r(action, personne, entre, sorti, rang)
     join sejour j on j.action_id = r.action and j.personne_id = r.personne and j.annule_le is null
       and daterange(j.entre_le, j.sorti_le, '[)') && daterange(r.entre, r.sorti, '[)')`,
    [
      lignes.map(({ actionId }) => actionId),
      lignes.map(({ personneId }) => personneId),
      lignes.map(({ entreLe }) => entreLe),
      lignes.map(({ sortiLe }) => sortiLe),
    ],
  );
  return new Set(trouvees.map(({ rang }) => rang));
}

interface DeSejour {
  readonly sejourId: number;
}

export interface SuitesReprises {
  readonly renouvellements: readonly (DeSejour & {
    readonly mois: number;
    readonly motif: string;
    readonly exception: string | null;
    readonly le: string;
  })[];
  readonly suspensions: readonly (DeSejour & {
    readonly motif: string;
    readonly du: string;
    readonly au: string | null;
  })[];
  readonly realisations: readonly (DeSejour & {
    readonly nature: string;
    readonly le: string;
    readonly precision: string | null;
    readonly frein: string | null;
  })[];
  readonly suites: readonly (DeSejour & {
    readonly jalon: number;
    readonly prevueLe: string;
    readonly constateeLe: string | null;
    readonly issue: string | null;
  })[];
}

/** What happened during and after the stays taken over, each kind in one `COPY`. */
export async function copierSuites(
  tx: Tx,
  { renouvellements, suspensions, realisations, suites }: SuitesReprises,
  {
    le,
    par,
    parNom,
  }: { readonly le: string; readonly par: number | null; readonly parNom: string },
): Promise<void> {
  await tx.copyRows(
    "renouvellement_sejour",
    ["sejour_id", "mois", "motif", "exception", "le", "par", "par_nom"],
    renouvellements.map((un) => [un.sejourId, un.mois, un.motif, un.exception, un.le, par, parNom]),
  );
  await tx.copyRows(
    "suspension_sejour",
    ["sejour_id", "motif", "periode", "notee_le", "notee_par", "notee_par_nom"],
    suspensions.map((une) => [
      ...[une.sejourId, une.motif, `[${une.du},${une.au ?? ""})`, le, par, parNom],
    ]),
  );
  await tx.copyRows(
    "realisation_sejour",
    [
      ...["sejour_id", "nature", "le", "precision_texte", "frein"],
      ...["notee_le", "notee_par", "notee_par_nom"],
    ],
    realisations.map((une) => [
      ...[une.sejourId, une.nature, une.le, une.precision, une.frein, le, par, parNom],
    ]),
  );
  await tx.copyRows(
    "suite_sejour",
    [
      ...["sejour_id", "jalon", "prevue_le", "constatee_le", "issue"],
      ...["notee_par", "notee_par_nom"],
    ],
    suites.map((une) => [
      ...[une.sejourId, une.jalon, une.prevueLe, une.constateeLe, une.issue],
      ...(une.constateeLe === null ? [null, null] : [par, parNom]),
    ]),
  );
}
