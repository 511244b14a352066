import type { Tx } from "#platform/db/tx.ts";

/** Who follows a person and since when; without `orientationId` nobody does, since `finieLe`. */
export interface SuiviConstate {
  readonly personneId: number;
  readonly orientationId: number | null;
  readonly designationId: number | null;
  readonly type: string | null;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly orienteeLe: string | null;
  readonly designeeLe: string | null;
  readonly finieLe: string | null;
  readonly motifFin: string | null;
}

/** One line per person asked, in one question, however many they are. */
export function lireSuivisConstates(
  tx: Tx,
  personnes: readonly number[],
): Promise<SuiviConstate[]> {
  return tx.query<SuiviConstate>(
    `select c.personne as "personneId", o.id as "orientationId", d.id as "designationId", o.type,
       d.structure_id as "structureId", d.referent_id as "referentId", o.decidee_le as "orienteeLe",
       d.le as "designeeLe", fin.le as "finieLe", fin.motif as "motifFin"
     from unnest($1::int[]) as c(personne)
     left join orientation o on o.personne_id = c.personne and upper_inf(o.periode) and not o.annulee
     left join designation d on d.personne_id = c.personne and upper_inf(d.periode) and not d.annulee
     left join lateral (select upper(x.periode) as le, x.motif_fin as motif from orientation x
       where o.id is null and x.personne_id = c.personne and not x.annulee order by x.id desc limit 1) fin on true`,
    [personnes],
  );
}

export interface DemandeEnInstance {
  readonly demandeId: number;
  readonly personneId: number;
  readonly demandeur: "referent" | "personne" | "departement";
  readonly motif: string;
  readonly typeSouhaite: string | null;
  readonly le: string;
  readonly version: number;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly examens: readonly {
    readonly instance: string;
    readonly avis: "favorable" | "defavorable";
    readonly le: string;
    readonly commentaire: string | null;
  }[];
}

/** Demands of reorientation that wait for an answer, the oldest first, of these persons or of everybody. */
export function lireDemandesEnInstance(
  tx: Tx,
  personnes: readonly number[] | null,
): Promise<DemandeEnInstance[]> {
  return tx.query<DemandeEnInstance>(
    `select r.id as "demandeId", r.personne_id as "personneId", r.demandeur, r.motif,
       r.type_souhaite as "typeSouhaite", r.le, r.version, d.structure_id as "structureId",
       d.referent_id as "referentId",
       coalesce((select json_agg(json_build_object('instance', e.instance, 'avis', e.avis, 'le', e.le,
           'commentaire', e.commentaire) order by e.id)
         from examen_reorientation e where e.demande_id = r.id), '[]') as examens
     from demande_reorientation r
     left join designation d on d.personne_id = r.personne_id and upper_inf(d.periode) and not d.annulee
     where r.etat = 'en-instance' and ($1::int[] is null or r.personne_id = any($1::int[]))
     order by r.le, r.id`,
    [personnes],
  );
}
