import { jointureReferent, jointureStructure } from "#commun/structure";
import type { Tx } from "#platform/db/tx.ts";
import type { EtatManquement } from "../domain/manquement.ts";

export interface SuspensionDatee {
  readonly id: number;
  readonly motif: string;
  readonly details: string | null;
  readonly du: string;
  readonly au: string | null;
}

export interface ProlongationDatee {
  readonly id: number;
  readonly nature: "renouvellement" | "derogation";
  readonly mois: number;
  readonly motif: string;
  readonly fondement: string | null;
  readonly preuve: string | null;
  readonly le: string;
  readonly auteur: string;
}

export interface AccompagnementDate {
  readonly id: number;
  readonly regle: string;
  readonly type: string;
  readonly structure: string;
  readonly referent: string | null;
  readonly du: string;
  readonly au: string | null;
  readonly compteDu: string | null;
  readonly moisAccordes: number | null;
  readonly terme: string | null;
  readonly motifFin: string | null;
  readonly precisionFin: string | null;
  readonly version: number;
  readonly arrets: readonly SuspensionDatee[];
  readonly prolongations: readonly ProlongationDatee[];
}

export interface ManquementDate {
  readonly id: number;
  readonly engagement: string;
  readonly survenuLe: string;
  readonly faits: string;
  readonly preuves: string | null;
  readonly signaleLe: string;
  readonly signataire: string;
  readonly etat: EtatManquement;
  readonly recuLe: string | null;
  readonly suiteLe: string | null;
  readonly motifSuite: string | null;
  readonly version: number;
  readonly explications: readonly {
    readonly le: string;
    readonly texte: string;
    readonly auteur: string;
  }[];
}

export interface AbsenceDatee {
  readonly id: number;
  readonly motif: string;
  readonly survenueLe: string;
}

export interface SoutienDate {
  readonly id: number;
  readonly nature: string;
  readonly autour: string;
  readonly besoin: string;
  readonly du: string;
  /** First day after it. */
  readonly au: string | null;
  readonly mobilise: string | null;
  readonly financePar: string | null;
  readonly coutCentimes: number | null;
  readonly version: number;
}

export interface ParcoursLu {
  readonly accompagnements: readonly AccompagnementDate[];
  readonly manquements: readonly ManquementDate[];
  readonly absences: readonly AbsenceDatee[];
  readonly soutiens: readonly SoutienDate[];
}

const vide: ParcoursLu = { accompagnements: [], manquements: [], absences: [], soutiens: [] };

/** Everything this module knows of one person, the latest first, in one question. */
export async function lireParcours(tx: Tx, personneId: number): Promise<ParcoursLu> {
  const [parcours] = await tx.query<ParcoursLu>(
    `select
      coalesce((select json_agg(json_build_object('id', a.id, 'regle', a.regle, 'type', a.type,
          'structure', structure.nom, 'referent', referent.prenom || ' ' || referent.nom,
          'du', lower(a.periode), 'au', upper(a.periode), 'compteDu', a.compte_du, 'moisAccordes', a.mois_accordes,
          'terme', a.terme, 'motifFin', a.motif_fin, 'precisionFin', a.precision_fin, 'version', a.version,
          'arrets', coalesce((select json_agg(json_build_object('id', s.id, 'motif', s.motif, 'details', s.details,
              'du', lower(s.periode), 'au', upper(s.periode)) order by lower(s.periode))
            from suspension_accompagnement s where s.accompagnement_id = a.id), '[]'),
          'prolongations', coalesce((select json_agg(json_build_object('id', p.id, 'nature', p.nature, 'mois', p.mois,
              'motif', p.motif, 'fondement', p.fondement, 'preuve', p.preuve, 'le', p.le, 'auteur', p.auteur) order by p.id)
            from prolongation_accompagnement p where p.accompagnement_id = a.id), '[]'))
          order by lower(a.periode) desc, a.id desc)
        from accompagnement a ${jointureStructure("a.structure_id")} ${jointureReferent("a.referent_id")}
        where a.personne_id = $1 and not a.annule), '[]') as accompagnements,
      coalesce((select json_agg(json_build_object('id', m.id, 'engagement', m.engagement, 'survenuLe', m.survenu_le,
          'faits', m.faits, 'preuves', m.preuves, 'signaleLe', m.signale_le, 'signataire', m.signataire, 'etat', m.etat,
          'recuLe', m.recu_le, 'suiteLe', m.suite_le, 'motifSuite', m.motif_suite, 'version', m.version,
          'explications', coalesce((select json_agg(json_build_object('le', e.le, 'texte', e.texte, 'auteur', e.auteur) order by e.id)
            from explication_manquement e where e.manquement_id = m.id), '[]')) order by m.id desc)
        from manquement m where m.personne_id = $1), '[]') as manquements,
      coalesce((select json_agg(json_build_object('id', b.id, 'motif', b.motif, 'survenueLe', b.survenue_le)
          order by b.survenue_le desc, b.id desc)
        from absence_a_examiner b where b.personne_id = $1 and b.issue is null), '[]') as absences,
      coalesce((select json_agg(json_build_object('id', s.id, 'nature', s.nature, 'autour', s.autour, 'besoin', s.besoin,
          'du', lower(s.periode), 'au', upper(s.periode), 'mobilise', s.mobilise, 'financePar', s.finance_par,
          'coutCentimes', s.cout_centimes, 'version', s.version) order by s.id desc)
        from soutien s where s.personne_id = $1), '[]') as soutiens`,
    [personneId],
  );
  return parcours ?? vide;
}
