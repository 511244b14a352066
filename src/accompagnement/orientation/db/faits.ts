import { servicePublicEmploi } from "#commun/referentiel";
import { jointureStructure } from "#commun/structure";
import type { Tx } from "#platform/db/tx.ts";

/** Facts of one person’s path that deadlines start from or end with; a day each, or null. */
export interface FaitsDuParcours {
  readonly personneId: number;
  readonly faits: Readonly<Record<string, string | null>>;
}

/** What `lireFaits` answers for somebody nobody has decided anything about. */
export const aucunFait: FaitsDuParcours["faits"] = {
  proposition: null,
  transmission: null,
  decision: null,
  "decision-service-public-emploi": null,
  notification: null,
  "premier-rendez-vous-fixe": null,
  "premier-rendez-vous-tenu": null,
  confirmation: null,
  contestation: null,
  "demande-reorientation": null,
  "reorientation-decidee": null,
};

/**
 * The facts of the present cycle of these persons: the pending proposal, the orientation in force and what
 * followed it. Facts of an earlier cycle do not end the deadlines of this one.
 */
export async function lireFaits(
  tx: Tx,
  personnes: readonly number[],
): Promise<readonly FaitsDuParcours[]> {
  const lignes = await tx.query<{ personneId: number } & Record<string, string | null>>(
    `select c.personne as "personneId",
       coalesce(p.le, q.le) as proposition, coalesce(p.transmise_le, q.transmise_le) as transmission,
       o.decidee_le as decision,
       case when structure.classe = any($2::text[]) then o.decidee_le end as "decision-service-public-emploi", o.notifiee_le as notification,
       fixe.le as "premier-rendez-vous-fixe", tenu.le as "premier-rendez-vous-tenu",
       avis.confirmee as confirmation, avis.contestee as contestation,
       coalesce(demande.le, origine.le) as "demande-reorientation",
       coalesce(demande.decidee_le, origine.decidee_le) as "reorientation-decidee"
     from unnest($1::int[]) as c(personne)
     left join proposition p on p.personne_id = c.personne and p.etape in ('proposee', 'transmise')
     left join orientation o on o.personne_id = c.personne and upper_inf(o.periode) and not o.annulee
     left join proposition q on q.id = o.proposition_id
     left join designation d on d.personne_id = c.personne and upper_inf(d.periode) and not d.annulee
     ${jointureStructure("d.structure_id")}
     left join lateral (select min(r.fixe_le) as le from premier_rendez_vous r where r.designation_id = d.id) fixe on true
     left join lateral (select min(r.issue_le) as le from premier_rendez_vous r
       where r.designation_id = d.id and r.issue = 'tenu') tenu on true
     left join lateral (select min(a.le) filter (where a.avis = 'confirmee') as confirmee,
         min(a.le) filter (where a.avis = 'contestee') as contestee
       from confirmation_referent a where a.designation_id = d.id) avis on true
     left join lateral (select r.le, r.decidee_le from demande_reorientation r
       where r.orientation_id = o.id order by r.id desc limit 1) demande on true
     left join demande_reorientation origine on origine.id = o.demande_id`,
    [personnes, servicePublicEmploi.classes],
  );
  return lignes.map(({ personneId, ...faits }) => ({ personneId, faits }));
}
