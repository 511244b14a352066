import { joursOuverts, lireHoraires } from "./horaires.ts";

export interface LieuSaisi {
  readonly nom: string;
  readonly description: string | null;
  readonly siret: string | null;
  readonly adresse: string | null;
  readonly complementAdresse: string | null;
  readonly codePostal: string | null;
  readonly codeCommune: string | null;
  readonly commune: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly siteWeb: string | null;
  readonly horaires: string | null;
}

export interface LieuAEcrire extends LieuSaisi {
  readonly cle: string;
  readonly source: string;
  readonly modifieLe: string;
}

export interface ServiceSaisi {
  readonly nom: string;
  readonly description: string;
  readonly type: string | null;
  readonly besoins: readonly string[];
  readonly publics: readonly string[];
  readonly publicsPrecisions: string | null;
  readonly conditions: string | null;
  readonly frais: string | null;
  readonly fraisPrecisions: string | null;
  readonly modesAccueil: readonly string[];
  readonly modesMobilisation: readonly string[];
  readonly mobilisablePar: readonly string[];
  readonly mobilisationPrecisions: string | null;
  readonly lien: string | null;
  readonly contact: string | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly horaires: string | null;
  readonly zone: readonly string[];
  readonly heuresSemaine: number | null;
  readonly semaines: number | null;
  readonly du: string | null;
  /** Last day, included. */
  readonly au: string | null;
}

export interface ServiceAEcrire extends Omit<ServiceSaisi, "du" | "au"> {
  readonly lieuId: number;
  readonly cle: string;
  readonly source: string;
  readonly joursOuverts: readonly number[] | null;
  readonly ouverteFeries: boolean | null;
  /** As a range the base reads. */
  readonly valable: string;
  readonly verifieeLe: string;
  readonly verifieePar: string;
  readonly modifieeLe: string;
  /** Words searched, accents and all. */
  readonly recherche: string;
}

/** What the search of a base needs of a service, beside what was written. */
export function completer(
  service: ServiceSaisi,
  lieu: LieuSaisi,
): Pick<ServiceAEcrire, "joursOuverts" | "ouverteFeries" | "valable" | "recherche"> {
  const horaires = lireHoraires(service.horaires ?? lieu.horaires ?? "");
  return {
    joursOuverts: horaires && joursOuverts(horaires),
    ouverteFeries: horaires && horaires.feries !== "ferme",
    valable: `[${service.du ?? ""},${service.au ?? ""}]`,
    recherche: [service.nom, service.description, lieu.nom, lieu.commune, service.conditions]
      .filter(Boolean)
      .join(" "),
  };
}
