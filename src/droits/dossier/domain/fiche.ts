import type { AdresseDeclaree, DroitDeclare, RessourcesTrimestre } from "./foyer-declare.ts";
import type { MotifsDuDroit } from "./libelles.ts";

/** What is read of one person: everything is as the last file said it, with the day it was learned. */
export interface EnTetePersonne {
  readonly id: number;
  readonly qualite: string | null;
  readonly nom: string;
  readonly nomNaissance: string | null;
  readonly prenom: string;
  readonly prenom2: string | null;
  readonly prenom3: string | null;
  readonly sexe: string | null;
  readonly dateNaissance: string | null;
  readonly typeDateNaissance: string | null;
  readonly communeNaissance: string | null;
  readonly nationalite: string | null;
  readonly etatCivilValide: boolean | null;
  readonly numeroDemandeurEmploi: string | null;
  readonly nirEtat: "absent" | "valide" | "cle-fausse" | "forme-fausse";
  readonly dossierId: number;
  readonly role: string | null;
  readonly present: boolean;
  readonly etat: string | null;
  readonly etatDepuis: string | null;
  readonly soumis: boolean | null;
  readonly soumisDepuis: string | null;
  readonly beneficiaire: boolean;
  readonly commune: string | null;
  readonly territoire: string | null;
  readonly situationFamiliale: string | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly manquants: readonly string[];
  readonly mouvement: string | null;
  readonly mouvementLe: string | null;
  readonly declareLe: string;
  /** Doubtful pairs nobody has decided yet. */
  readonly doublons: readonly number[];
  /** Identities that were merged into this one. */
  readonly absorbees: readonly number[];
}

export interface DossierRsa {
  readonly id: number;
  readonly numeroDemande: string;
  readonly dateDemande: string | null;
  readonly organisme: string;
  readonly numeroOrganisme: string;
  readonly matricule: string;
  readonly origine: string | null;
  readonly dateOrigine: string | null;
  readonly declareLe: string;
}

export interface MembreFoyer {
  readonly dossierId: number;
  readonly personneId: number;
  readonly role: string | null;
  readonly rolePrestationsFamiliales: string | null;
  readonly aCharge: boolean | null;
  readonly responsableDossier: boolean | null;
  readonly depuis: string;
  readonly jusqua: string | null;
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  readonly beneficiaire: boolean;
  /** In the reader's perimeter: her page opens. */
  readonly visible: boolean;
}

/** A dated fact of a dossier. */
interface FaitDate {
  readonly dossierId: number;
  readonly depuis: string;
  readonly jusqua: string | null;
}

export interface PeriodeDroit extends FaitDate, MotifsDuDroit {
  readonly etat: string;
}
export interface PeriodeDevoir extends FaitDate {
  readonly personneId: number;
  readonly soumis: boolean;
}
export interface PeriodeFamille extends FaitDate {
  readonly situation: string;
}
export type PeriodeAdresse = FaitDate &
  Omit<AdresseDeclaree, "rang" | "depuis" | "codeCommune"> & {
    readonly codeCommune: string | null;
    readonly codeCommuneRecu: string | null;
    readonly sansDomicileFixe: boolean | null;
  };

export interface Activite {
  readonly dossierId: number;
  readonly personneId: number;
  readonly depuis: string | null;
  readonly jusqua: string | null;
  readonly code: string;
  readonly regime: string | null;
  readonly contrat: string | null;
}

export interface Ressource {
  readonly dossierId: number;
  readonly personneId: number;
  readonly depuis: string | null;
  readonly jusqua: string | null;
  readonly nulles: boolean | null;
  readonly total: number;
  readonly mois: RessourcesTrimestre["mois"];
}

export interface Montant {
  readonly dossierId: number;
  readonly depuis: string | null;
  readonly jusqua: string | null;
  readonly total: number | null;
  readonly montants: Readonly<Record<string, number>>;
  readonly natures: DroitDeclare["natures"];
  readonly enfantsACharge: number | null;
  readonly foyerSoumis: boolean | null;
  readonly connuLe: string;
}

export interface Contact {
  readonly id: number;
  readonly dossierId: number | null;
  readonly personneId: number | null;
  readonly nature: "telephone" | "courriel";
  readonly valeur: string;
  readonly type: string | null;
  readonly accord: string | null;
  readonly source: string;
  readonly connuLe: string;
  readonly version: number;
}

export interface Mouvement {
  readonly personneId: number;
  readonly dossierId: number;
  readonly nature: string;
  readonly le: string;
  readonly connuLe: string;
  readonly integrationId: number | null;
}

export interface Evenement {
  readonly dossierId: number;
  readonly nature: string;
  readonly le: string;
  readonly code: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export interface Declaration {
  readonly id: number;
  readonly dossierId: number;
  readonly integrationId: number | null;
  readonly nature: string;
  readonly reference: string;
  readonly rang: number | null;
  readonly ligne: number | null;
}

export interface ChangementLu {
  readonly dossierId: number;
  readonly personneId: number | null;
  readonly integrationId: number | null;
  readonly champ: string;
  readonly avant: string | null;
  readonly apres: string | null;
  readonly connuLe: string;
}

export interface Faits {
  readonly droits: readonly PeriodeDroit[];
  readonly devoirs: readonly PeriodeDevoir[];
  readonly familles: readonly PeriodeFamille[];
  readonly adresses: readonly PeriodeAdresse[];
  readonly activites: readonly Activite[];
  readonly ressources: readonly Ressource[];
  readonly montants: readonly Montant[];
  readonly contacts: readonly Contact[];
  readonly mouvements: readonly Mouvement[];
  readonly evenements: readonly Evenement[];
  readonly declarations: readonly Declaration[];
  readonly changements: readonly ChangementLu[];
  /** The right as the last file of beneficiaries said it of each dossier: dates of the suspensions, of the closure. */
  readonly derniersDroits: readonly {
    readonly dossierId: number;
    readonly droit: DroitDeclare | null;
  }[];
}

export interface FichePersonne {
  readonly personne: EnTetePersonne;
  /** The first is the one her present is read from. */
  readonly dossiers: readonly DossierRsa[];
  readonly membres: readonly MembreFoyer[];
  readonly faits: Faits;
  /** The day the page speaks of. */
  readonly le: string;
}

export interface FicheDossier {
  readonly dossier: DossierRsa;
  readonly membres: readonly MembreFoyer[];
  readonly faits: Faits;
  readonly le: string;
}
