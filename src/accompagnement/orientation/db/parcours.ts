import type { Dominante, EtapeOrientation } from "#commun/referentiel";
import { jointureReferent, jointureStructure } from "#commun/structure";
import type { Tx } from "#platform/db/tx.ts";
import type { PropositionMatrice } from "../domain/matrice/proposition.ts";
import type { Obstacle } from "../domain/offre.ts";
import type { OrigineOrientation } from "./orientations.ts";
import type { DemandeReorientation } from "./suites.ts";

export interface PropositionPassee {
  readonly id: number;
  readonly le: string;
  readonly etape: EtapeOrientation;
  readonly type: string | null;
  readonly dominante: Dominante;
  readonly versionMatrice: string;
  readonly explication: Omit<PropositionMatrice, "version">;
  readonly structure: string | null;
  readonly referent: string | null;
  readonly obstacle: Obstacle | null;
  readonly transmiseLe: string | null;
  /** A diagnosis was validated that day, after it was sent. */
  readonly aRevoirDepuis: string | null;
  readonly reporteeJusquAu: string | null;
  readonly motifReport: string | null;
  readonly closeLe: string | null;
  readonly codeCloture: string | null;
  readonly motifCloture: string | null;
}

export interface OrientationDatee {
  readonly id: number;
  readonly type: string;
  readonly dominante: Dominante;
  readonly origine: OrigineOrientation;
  readonly decideur: string;
  readonly decideeLe: string;
  readonly motifEcart: string | null;
  readonly du: string;
  readonly au: string | null;
  readonly annulee: boolean;
  readonly motifFin: string | null;
  readonly notifieeLe: string | null;
  readonly notificationMoyen: string | null;
}

export interface DesignationDatee {
  readonly id: number;
  readonly orientationId: number;
  readonly structureId: number;
  readonly structure: string;
  readonly referentId: number | null;
  readonly referent: string | null;
  readonly du: string;
  readonly au: string | null;
  readonly annulee: boolean;
  readonly motif: string | null;
  readonly avis: "confirmee" | "contestee" | null;
  readonly avisLe: string | null;
  readonly motifAvis: string | null;
}

export interface RendezVousDate {
  readonly id: number;
  readonly designationId: number;
  readonly fixeLe: string;
  /** The meeting of the agenda, when it was taken there. */
  readonly rendezVousId: number | null;
  readonly prevuLe: string;
  readonly heure: string | null;
  readonly lieu: string | null;
  readonly issue: "tenu" | "absence" | "reporte" | null;
  readonly issueLe: string | null;
}

export interface DemandeDatee extends Omit<DemandeReorientation, "examens"> {
  readonly decideeLe: string | null;
  readonly motifDecision: string | null;
}

export interface Parcours {
  readonly propositions: readonly PropositionPassee[];
  readonly orientations: readonly OrientationDatee[];
  readonly designations: readonly DesignationDatee[];
  readonly rendezVous: readonly RendezVousDate[];
  readonly demandes: readonly DemandeDatee[];
}

const vide: Parcours = {
  propositions: [],
  orientations: [],
  designations: [],
  rendezVous: [],
  demandes: [],
};

/** Everything of one person’s orientation, the latest first, in one question. */
export async function lireParcours(tx: Tx, personneId: number): Promise<Parcours> {
  const [parcours] = await tx.query<Parcours>(
    `select
      coalesce((select json_agg(json_build_object('id', p.id, 'le', p.le, 'etape', p.etape, 'type', p.type,
          'dominante', p.dominante, 'versionMatrice', p.version_matrice, 'explication', p.explication,
          'structure', structure.nom, 'referent', referent.prenom || ' ' || referent.nom, 'obstacle', p.obstacle,
          'transmiseLe', p.transmise_le, 'aRevoirDepuis', p.a_revoir_depuis, 'reporteeJusquAu', p.reportee_jusqu_au, 'motifReport', p.motif_report,
          'closeLe', p.close_le, 'codeCloture', p.code_cloture, 'motifCloture', p.motif_cloture) order by p.id desc)
        from proposition p ${jointureStructure("p.structure_id")} ${jointureReferent("p.referent_id")}
        where p.personne_id = $1), '[]') as propositions,
      coalesce((select json_agg(json_build_object('id', o.id, 'type', o.type, 'dominante', o.dominante,
          'origine', o.origine, 'decideur', o.decideur, 'decideeLe', o.decidee_le, 'motifEcart', o.motif_ecart,
          'du', lower(o.periode), 'au', upper(o.periode), 'annulee', o.annulee, 'motifFin', o.motif_fin,
          'notifieeLe', o.notifiee_le, 'notificationMoyen', o.notification_moyen) order by o.id desc)
        from orientation o where o.personne_id = $1), '[]') as orientations,
      coalesce((select json_agg(json_build_object('id', d.id, 'orientationId', d.orientation_id,
          'structureId', d.structure_id, 'structure', structure.nom, 'referentId', d.referent_id,
          'referent', referent.prenom || ' ' || referent.nom, 'du', lower(d.periode), 'au', upper(d.periode),
          'annulee', d.annulee, 'motif', d.motif, 'avis', a.avis, 'avisLe', a.le, 'motifAvis', a.motif) order by d.id desc)
        from designation d ${jointureStructure("d.structure_id")} ${jointureReferent("d.referent_id")}
        left join confirmation_referent a on a.designation_id = d.id
        where d.personne_id = $1), '[]') as designations,
      coalesce((select json_agg(json_build_object('id', r.id, 'designationId', r.designation_id, 'fixeLe', r.fixe_le,
          'prevuLe', r.prevu_le, 'heure', r.heure, 'lieu', r.lieu, 'issue', r.issue, 'issueLe', r.issue_le,
          'rendezVousId', r.rendez_vous_id) order by r.id desc)
        from premier_rendez_vous r where r.personne_id = $1), '[]') as "rendezVous",
      coalesce((select json_agg(json_build_object('id', r.id, 'personneId', r.personne_id,
          'orientationId', r.orientation_id, 'demandeur', r.demandeur, 'motif', r.motif,
          'typeSouhaite', r.type_souhaite, 'le', r.le, 'etat', r.etat, 'version', r.version,
          'decideeLe', r.decidee_le, 'motifDecision', r.motif_decision) order by r.id desc)
        from demande_reorientation r where r.personne_id = $1), '[]') as demandes`,
    [personneId],
  );
  return parcours ?? vide;
}
