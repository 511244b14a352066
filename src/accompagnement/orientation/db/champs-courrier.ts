import { jointureReferent, jointureStructure } from "#commun/structure";
import type { Tx } from "#platform/db/tx.ts";

export interface OrientationEcrite {
  readonly personneId: number;
  readonly type: string;
  readonly decideeLe: string;
  readonly decideur: string;
  readonly explication: {
    readonly contributions?: readonly {
      readonly axe: string;
      readonly poids: number;
      readonly libelle: string;
    }[];
  } | null;
  readonly structure: string | null;
  readonly adresse: string | null;
  readonly codePostal: string | null;
  readonly commune: string | null;
  readonly telephoneStructure: string | null;
  readonly courrielStructure: string | null;
  readonly qualite: string | null;
  readonly nomReferent: string | null;
  readonly prenomReferent: string | null;
  readonly fonction: string | null;
  readonly telephoneReferent: string | null;
  readonly courrielReferent: string | null;
  readonly rendezVousLe: string | null;
  readonly heure: string | null;
  readonly lieu: string | null;
}

/** What a letter says of the orientation in force of these persons, whom it entrusts them to, and when they meet. */
export function lireOrientationsEcrites(
  tx: Tx,
  personnes: readonly number[],
): Promise<OrientationEcrite[]> {
  return tx.query<OrientationEcrite>(
    `select o.personne_id as "personneId", o.type, o.decidee_le as "decideeLe", o.decideur, p.explication,
       structure.nom as structure, structure.adresse, structure.code_postal as "codePostal", structure.commune,
       structure.telephone as "telephoneStructure", structure.courriel as "courrielStructure",
       referent.qualite, referent.nom as "nomReferent", referent.prenom as "prenomReferent", referent.fonction,
       referent.telephone as "telephoneReferent", referent.courriel as "courrielReferent",
       v.prevu_le as "rendezVousLe", v.heure, v.lieu
     from orientation o
     left join proposition p on p.id = o.proposition_id
     left join designation d on d.personne_id = o.personne_id and upper_inf(d.periode) and not d.annulee
     left join premier_rendez_vous v on v.designation_id = d.id and v.issue is null
     ${jointureStructure("d.structure_id")} ${jointureReferent("d.referent_id")}
     where o.personne_id = any($1::int[]) and upper_inf(o.periode) and not o.annulee`,
    [personnes],
  );
}
