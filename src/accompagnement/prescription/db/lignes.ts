import { jointureStructure } from "#commun/structure";
import { conditionPortee } from "#droits/dossier";
import { conditionAction } from "#offre/catalogue";
import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { COLONNES, conditionPrescription, lire, type Prescription } from "./prescriptions.ts";

/** One prescription as screens show it, with the person and the action. */
export interface LignePrescription extends Prescription {
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly commune: string | null;
  readonly action: string;
  readonly axe: string;
  readonly fiche: string;
  readonly actionTerritoireId: number;
  readonly operateurId: number;
  readonly operateur: string;
  readonly operateurTelephone: string | null;
  readonly structure: string | null;
  /** Place in the waiting list of the action; null elsewhere. */
  readonly rang: number | null;
  /** The last thing that happened, and whether she who prescribed has read it. */
  readonly dernierEvenement: number;
  /** The action is one of the reader’s. */
  readonly parLAction: boolean;
  /** The person is one of hers. */
  readonly parLaPersonne: boolean;
}

/** Rank of a line of the waiting list, in the order people were put on it. */
const RANG = `case when p.etat = 'liste-attente' then (select count(*)::int from prescription f
  where f.action_id = p.action_id and f.etat = 'liste-attente' and f.ecarte_par_fusion is null
    and (f.attente_le, f.id) <= (p.attente_le, p.id)) end`;

const LIGNE = `select ${COLONNES}, s.qualite, coalesce(s.nom, '') as nom, coalesce(s.prenom, '') as prenom,
    s.date_naissance as "dateNaissance", s.telephone, s.courriel, s.commune, a.nom as action, a.axe,
    a.fiche ->> 'court' as fiche, a.territoire_id as "actionTerritoireId", a.structure_id as "operateurId",
    operateur.nom as operateur, coalesce(a.telephone, operateur.telephone) as "operateurTelephone",
    structure.nom as structure, ${RANG} as rang,
    coalesce((select max(e.id) from prescription_evenement e where e.prescription_id = p.id), 0) as "dernierEvenement"`;

const CADRE = `from prescription p join action a on a.id = p.action_id
  left join situation_personne s on s.personne_id = p.personne_id
  ${jointureStructure("a.structure_id", "operateur")} ${jointureStructure("p.structure_id")}`;

interface Demande {
  readonly portee: Portee;
  readonly condition: Sql;
  readonly ordre?: string;
  readonly limite?: number;
}

/** Those of the perimeter that meet a condition on `prescription p`, the latest first unless said otherwise. */
export function lireLignes(
  tx: Tx,
  { portee, condition, ordre = "p.prescrite_le desc, p.id desc", limite = 200 }: Demande,
): Promise<LignePrescription[]> {
  return lire<LignePrescription>(
    tx,
    sql`${raw(LIGNE)}, coalesce(${conditionAction(portee, "a")}, false) as "parLAction",
      coalesce(${conditionPortee(portee, "s")}, false) as "parLaPersonne" ${raw(CADRE)}
      where p.ecarte_par_fusion is null and (${condition}) and ${conditionPrescription(portee)}
      order by ${raw(ordre)} limit ${limite}`,
  );
}

/** The action is one of the reader’s, on `action a`. */
export const parLAction = (portee: Portee): Sql => conditionAction(portee, "a");

/** The person is one of the reader’s, on `situation_personne s`. */
export const parLaPersonne = (portee: Portee): Sql => conditionPortee(portee, "s");
