import { jointureStructure } from "#commun/structure";
import { conditionAction } from "#offre/catalogue";
import type { Option } from "#platform/db/list/definition.ts";
import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { lire } from "./lire.ts";

const choix =
  (colonnes: string, ordre: string, jointure = "") =>
  (tx: Tx, portee: Portee): Promise<readonly Option[]> => {
    const requete: Sql = sql`select distinct on (${raw(ordre)}) ${raw(colonnes)} from action a ${raw(jointure)}
      where ${conditionAction(portee)} order by ${raw(ordre)}`;
    return lire<Option>(tx, requete);
  };

const OPERATEUR = jointureStructure("a.structure_id", "o");
const TERRITOIRE = "join territoire t on t.id = a.territoire_id";

/** What may be chosen among the actions of a reader. */
export const choixActions = choix(
  "a.id::text as value, a.nom || ' (' || t.nom || ')' as label",
  "a.nom, t.nom, a.id",
  TERRITOIRE,
);
export const choixOperateurs = choix(
  "o.id::text as value, o.nom as label",
  "o.nom, o.id",
  OPERATEUR,
);
export const choixTerritoires = choix(
  "t.id::text as value, t.nom as label",
  "t.ordre, t.id",
  TERRITOIRE,
);
export const choixAxes = choix("a.axe as value, 'Axe ' || upper(a.axe) as label", "a.axe");
export const choixFiches = choix(
  "a.fiche_code as value, (a.fiche ->> 'numero') || ' ' || (a.fiche ->> 'court') as label",
  "a.fiche_code",
);
