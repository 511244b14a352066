import type { Tx } from "#platform/db/tx.ts";

/** What letters say of a person's contracts: the one in force, else the last that ended, and the one being prepared. */
export interface ContratEcrit {
  readonly personneId: number;
  readonly nature: string | null;
  readonly signeLe: string | null;
  readonly debut: string | null;
  /** First day on which it no longer binds. */
  readonly fin: string | null;
  readonly bilanLe: string | null;
  readonly finiLe: string | null;
  readonly motifFin: string | null;
  readonly precision: string | null;
  readonly proposition: string | null;
  readonly propositionDebut: string | null;
  readonly propositionMois: number | null;
  readonly refus: string | null;
}

export function lireContratsEcrits(tx: Tx, personnes: readonly number[]): Promise<ContratEcrit[]> {
  return tx.query<ContratEcrit>(
    `select p.personne as "personneId", c.nature, c.signe_le as "signeLe", lower(c.periode) as debut,
       upper(c.periode) as fin, c.bilan_le as "bilanLe", c.clos_le as "finiLe", c.motif_fin as "motifFin",
       c.fin_precision as precision, b.nature as proposition, b.contenu ->> 'debut' as "propositionDebut",
       (b.contenu ->> 'mois')::int as "propositionMois", b.motif_refus as refus
     from unnest($1::int[]) as p(personne)
     left join lateral (select c.* from contrat c where c.personne_id = p.personne and c.ecarte_par_fusion is null
       and c.etat in ('signe', 'resilie', 'termine')
       order by (c.etat = 'signe') desc, c.signe_le desc, c.id desc limit 1) c on true
     left join lateral (select v.contenu, v.motif_refus, d.nature from contrat d
       join contrat_version v on v.contrat_id = d.id and v.etape in ('proposee', 'validee', 'refusee')
       where d.personne_id = p.personne and d.ecarte_par_fusion is null
       order by (d.etat = 'en-preparation') desc, v.id desc limit 1) b on true`,
    [personnes],
  );
}
