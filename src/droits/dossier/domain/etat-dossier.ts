import type { ValeurDroit } from "./beneficiaire.ts";
import type { Periode } from "./historique.ts";
import type { Signalement } from "./rapprocher-membres.ts";

/** What the base holds of one dossier before a file is read. Everything here is in force. */
export interface EtatDossier {
  readonly id: number;
  readonly entete: EnteteDossier;
  readonly membres: readonly Membre[];
  /** Who was of the household and is no more: a return goes on with what was known. */
  readonly anciens: readonly Membre[];
  readonly droits: readonly Periode<ValeurDroit>[];
  readonly adresses: readonly Periode<ValeurAdresse>[];
  readonly familles: readonly Periode<string>[];
  readonly montants: readonly Stocke<ValeurMontant>[];
  readonly contacts: readonly Stocke<ValeurContact>[];
}

export interface EnteteDossier {
  /** The day of the last file that told this dossier. */
  readonly declareLe: string;
  readonly dateDemande: string | null;
  readonly origine: string | null;
  readonly dateOrigine: string | null;
}

export interface Membre {
  readonly id: number;
  readonly personneId: number;
  readonly present: boolean;
  readonly signalement: Signalement;
  readonly identite: ValeurIdentite;
  readonly place: PlaceFoyer;
  readonly devoirs: readonly Periode<boolean>[];
  readonly ressources: readonly Stocke<ValeurRessource>[];
  readonly activites: readonly Periode<ValeurActivite>[];
  readonly diagnostics: readonly Stocke<string>[];
}

/** A fact without end date of its own: a later file replaces it. */
export interface Stocke<Valeur> {
  readonly id: number;
  readonly valeur: Valeur;
}

export interface PlaceFoyer {
  readonly role: string | null;
  readonly rolePrestationsFamiliales: string | null;
  readonly aCharge: boolean | null;
  readonly responsableDossier: boolean | null;
}

/** Civil status as last declared. The NIR is only present as its keyed hash. */
export interface ValeurIdentite {
  readonly qualite: string | null;
  readonly nom: string;
  readonly nomNaissance: string | null;
  readonly prenom: string;
  readonly prenom2: string | null;
  readonly prenom3: string | null;
  readonly sexe: string | null;
  readonly dateNaissance: string | null;
  readonly typeDateNaissance: string | null;
  readonly rangNaissance: string | null;
  readonly communeNaissance: string | null;
  readonly nationalite: string | null;
  readonly etatCivilValide: boolean | null;
  readonly numeroDemandeurEmploi: string | null;
}

export interface ValeurAdresse {
  readonly pays: string | null;
  readonly type: string | null;
  readonly etat: string | null;
  readonly complementIdentite: string | null;
  readonly complement: string | null;
  readonly numero: string | null;
  readonly typeVoie: string | null;
  readonly voie: string | null;
  readonly lieuDit: string | null;
  readonly codeCommuneRecu: string | null;
  readonly codeCommune: string | null;
  readonly codePostal: string | null;
  readonly commune: string | null;
  readonly lignesEtranger: readonly string[];
  readonly sansDomicileFixe: boolean | null;
}

export interface ValeurMontant {
  readonly depuis: string | null;
  readonly jusqua: string | null;
  readonly total: number | null;
  readonly montants: string;
  readonly natures: string;
  readonly enfantsACharge: number | null;
  readonly foyerSoumis: boolean | null;
}

export interface ValeurContact {
  readonly nature: "telephone" | "courriel";
  readonly valeur: string;
  readonly type: string | null;
  readonly accord: string | null;
}

export interface ValeurRessource {
  readonly depuis: string | null;
  readonly jusqua: string | null;
  readonly nulles: boolean | null;
  readonly total: number;
  readonly mois: string;
}

export interface ValeurActivite {
  readonly code: string;
  readonly regime: string | null;
  readonly contrat: string | null;
}

/** Equality of two flat facts, field by field; arrays by content. */
export function memeValeur<Valeur extends object>(a: Valeur, b: Valeur): boolean {
  for (const cle of Object.keys(a) as (keyof Valeur)[]) {
    const gauche = a[cle];
    const droite = b[cle];
    if (gauche === droite) continue;
    if (
      !Array.isArray(gauche) ||
      !Array.isArray(droite) ||
      gauche.join("\n") !== droite.join("\n")
    ) {
      return false;
    }
  }
  return true;
}
