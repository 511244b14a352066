import { jointureTerritoire } from "#droits/territoire";
import { allOf, raw, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { conditionPortee, lire } from "./portee.ts";

/** What an orientation is proposed from, as declared and known today. */
export interface SituationConnue {
  readonly personneId: number;
  readonly dossierId: number;
  readonly role: string | null;
  readonly dateNaissance: string | null;
  readonly situationFamiliale: string | null;
  readonly enfantsACharge: number | null;
  readonly codeCommune: string | null;
  readonly territoireId: number | null;
  readonly territoire: string | null;
  readonly activite: string | null;
  readonly soumisDepuis: string | null;
  readonly orientationType: string | null;
  readonly orientationDominante: string | null;
  readonly structureId: number | null;
  readonly referentId: number | null;
}

const TERRITOIRE = raw(jointureTerritoire("s.code_commune"));

/**
 * The present of these persons, or of every beneficiary to accompany, in one query. Each period is looked up by
 * its index: the plan stays the same for one person and for a département.
 */
export function lireSituations(
  tx: Tx,
  portee: Portee,
  personnes: readonly number[] | "beneficiaires",
): Promise<SituationConnue[]> {
  const lesquelles =
    personnes === "beneficiaires"
      ? raw("s.beneficiaire")
      : sql`s.personne_id = any(${[...personnes]}::int[])`;
  return lire<SituationConnue>(
    tx,
    sql`select s.personne_id as "personneId", s.dossier_id as "dossierId", s.role,
      s.date_naissance as "dateNaissance", s.situation_familiale as "situationFamiliale",
      m.enfants_a_charge as "enfantsACharge", s.code_commune as "codeCommune",
      territoire.id as "territoireId", territoire.nom as territoire, a.code as activite,
      s.soumis_depuis as "soumisDepuis", s.orientation_type as "orientationType",
      s.orientation_dominante as "orientationDominante", s.structure_id as "structureId",
      s.referent_id as "referentId"
    from situation_personne s
    left join lateral (select m.enfants_a_charge from montant_droit m
      where m.dossier_id = s.dossier_id and m.remplace_le is null
      order by m.depuis desc nulls last, m.id desc limit 1) m on true
    left join lateral (select a.code from activite a
      where a.personne_id = s.personne_id and a.remplace_le is null and a.jusqua is null
      order by a.depuis desc nulls last, a.id desc limit 1) a on true
    ${TERRITOIRE}
    where ${allOf([lesquelles, conditionPortee(portee)])}
    order by s.personne_id`,
  );
}

/** The socio-professional answers of the instruction flow, latest known, by person; who has none is absent. */
export async function lireDiagnosticsDeclares(
  tx: Tx,
  personnes: readonly number[] | "tous",
): Promise<ReadonlyMap<number, Readonly<Record<string, readonly string[]>>>> {
  const lignes = await tx.query<{
    personneId: number;
    contenu: Readonly<Record<string, readonly string[]>>;
  }>(
    `select distinct on (personne_id) personne_id as "personneId", contenu
     from diagnostic_declare where remplace_le is null and ($1::int[] is null or personne_id = any($1::int[]))
     order by personne_id, connu_le desc, id desc`,
    [personnes === "tous" ? null : personnes],
  );
  return new Map(lignes.map(({ personneId, contenu }) => [personneId, contenu]));
}
