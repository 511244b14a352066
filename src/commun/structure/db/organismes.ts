import type { ClasseOrganisme } from "#commun/referentiel";
import { raw, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { lire } from "./portee.ts";

/** A structure as who works with it names it, whatever the perimeter of the reader. */
export interface OrganismeConnu {
  readonly id: number;
  readonly nom: string;
  readonly sigle: string | null;
  readonly classe: ClasseOrganisme;
  readonly siret: string | null;
  readonly adresse: string | null;
  readonly codePostal: string | null;
  readonly commune: string | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly du: string;
  /** First day it is closed; `null` while it is open. */
  readonly jusque: string | null;
}

/** By name; `tous` for the whole network. */
export function lireOrganismes(
  tx: Tx,
  lesquels: readonly number[] | "tous",
): Promise<readonly OrganismeConnu[]> {
  const condition =
    lesquels === "tous" ? raw("true") : sql`s.id = any(${[...new Set(lesquels)]}::int[])`;
  return lire<OrganismeConnu>(
    tx,
    sql`select s.id, s.nom, s.sigle, s.classe, s.siret, s.adresse, s.code_postal as "codePostal", s.commune,
        s.telephone, s.courriel, lower(s.periode) as du, upper(s.periode) as jusque
      from structure s where ${condition} order by s.nom, s.id`,
  );
}
