import type { Tx } from "#platform/db/tx.ts";

/** One thing written to be done on a day, with what became of it. */
export interface Cours {
  readonly personneId: number;
  readonly objet: "frein" | "projet" | "entretien";
  readonly objetId: number;
  readonly prevu: string;
  readonly fait: string | null;
  /** Given up, or no longer to be done. */
  readonly eteint: string | null;
}

/** Every step, re-evaluation and follow-up these persons have a day for; everybody's when nobody is named. */
export function lireCours(tx: Tx, personnes: readonly number[] | null): Promise<readonly Cours[]> {
  return tx.query<Cours>(
    `select f.personne_id as "personneId", 'frein' as objet, e.id as "objetId", e.pour_le as prevu,
       e.faite_le as fait, least(e.abandonnee_le, case when p.fin = 'leve' then p.au end) as eteint
     from frein f join frein_etape e on e.frein_id = f.id
     left join lateral (select d.au, d.fin from frein_periode d where d.frein_id = f.id
       order by d.du desc, d.id desc limit 1) p on true
     where e.pour_le is not null and ($1::int[] is null or f.personne_id = any($1::int[]))
     union all
     select p.personne_id, 'projet', a.id, a.reevaluer_le,
       case when s.etat <> 'abandon' then s.le end, case when s.etat = 'abandon' then s.le end
     from projet p join projet_acte a on a.projet_id = p.id
     left join lateral (select n.etat, n.le from projet_acte n where n.projet_id = a.projet_id and n.id > a.id
       order by n.id limit 1) s on true
     where a.reevaluer_le is not null and ($1::int[] is null or p.personne_id = any($1::int[]))
     union all
     select e.personne_id, 'entretien', e.id, e.suite_le, e.suite_donnee_le,
       case when exists (select from entretien c where c.corrige_id = e.id and c.publie_a is not null) then e.le end
     from entretien e
     where e.suite_le is not null and e.publie_a is not null and ($1::int[] is null or e.personne_id = any($1::int[]))`,
    [personnes === null ? null : [...personnes]],
  );
}
