import { enRetardPour } from "#commun/echeance";
import type { ListFilter } from "#platform/db/list/definition.ts";
import { raw, type Sql, sql } from "#platform/db/list/sql.ts";

export const options = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

export const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

/** Who waits for an orientation, on a row `s` of the present: under droits et devoirs, none in force, none proposed. */
export const aOrienter: Sql = raw(
  "s.beneficiaire and s.role in ('DEM', 'CJT') and s.orientation_type is null and s.orientation_etape is null",
);

/** Who decides sent her file back, and nobody has proposed anything since. */
export const renvoyee: Sql =
  raw(`exists (select from proposition refus where refus.personne_id = s.personne_id
  and refus.code_cloture = 'refusee'
  and not exists (select from proposition suite where suite.personne_id = refus.personne_id and suite.id > refus.id))`);

/** Oriented, designated, and neither awaited nor received: the figure and its list both say it so. */
export const rendezVousAFixer: Sql =
  raw(`s.orientation_type is not null and s.personne_id in (select d.personne_id from designation d
  where upper_inf(d.periode) and not d.annulee
    and not exists (select from premier_rendez_vous r where r.designation_id = d.id
      and (r.issue is null or r.issue = 'tenu')))`);

export const decisionEnRetard = (personne: string): ListFilter => ({
  key: "retard",
  label: "Délai d’orientation",
  kind: "bool",
  words: { yes: "hors délai", no: "dans le délai" },
  sql: (oui) =>
    oui
      ? enRetardPour(personne, "decider-orientation")
      : sql`not ${enRetardPour(personne, "decider-orientation")}`,
});
