import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { conditionPortee, lire } from "./portee.ts";

export interface ContactJoignable {
  readonly nature: "telephone" | "courriel";
  readonly valeur: string;
  readonly accord: string | null;
  readonly source: string;
}

export interface PersonneJoignable {
  readonly personneId: number;
  readonly qualite: string | null;
  readonly sexe: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly contacts: readonly ContactJoignable[];
}

/** These persons, those of the perimeter only, with the contacts in force: hers first, then those of the couple. */
export function lirePersonnesJoignables(
  tx: Tx,
  personnes: readonly number[],
  portee: Portee,
): Promise<PersonneJoignable[]> {
  return lire<PersonneJoignable>(
    tx,
    sql`select s.personne_id as "personneId", s.qualite, s.sexe, s.nom, s.prenom, coalesce(c.contacts, '[]') as contacts
    from situation_personne s
    left join lateral (
      select json_agg(json_build_object('nature', t.nature, 'valeur', t.valeur, 'accord', t.accord, 'source', t.source)
        order by t.rang, t.id) as contacts
      from (
        select c.*, 1 as rang from contact c where c.personne_id = s.personne_id and c.remplace_le is null
        union all
        select c.*, 2 as rang from contact c where c.dossier_id = s.dossier_id and c.personne_id is null
          and c.remplace_le is null and s.role in ('DEM', 'CJT')
      ) t
    ) c on true
    where s.personne_id = any(${[...personnes]}::int[]) and ${conditionPortee(portee)}`,
  );
}
