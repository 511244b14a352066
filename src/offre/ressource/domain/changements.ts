import type { LieuSaisi, ServiceSaisi } from "./ressource.ts";

const champsLieu = {
  nom: "Lieu",
  description: "Présentation du lieu",
  siret: "SIRET",
  adresse: "Adresse",
  complementAdresse: "Complément d’adresse",
  codePostal: "Code postal",
  commune: "Commune",
  telephone: "Téléphone du lieu",
  courriel: "Courriel du lieu",
  siteWeb: "Site internet",
  horaires: "Horaires du lieu",
} as const satisfies Partial<Record<keyof LieuSaisi, string>>;

const champsService = {
  nom: "Service",
  description: "Description",
  type: "Type",
  besoins: "Besoins",
  publics: "Publics",
  publicsPrecisions: "Précisions sur les publics",
  conditions: "Conditions d’accès",
  frais: "Frais",
  fraisPrecisions: "Précisions sur les frais",
  modesAccueil: "Accueil",
  modesMobilisation: "Comment y entrer",
  mobilisablePar: "Qui peut demander",
  mobilisationPrecisions: "Précisions pour y entrer",
  lien: "Lien",
  contact: "Contact",
  telephone: "Téléphone",
  courriel: "Courriel",
  horaires: "Horaires",
  zone: "Zone",
  heuresSemaine: "Heures par semaine",
  semaines: "Nombre de semaines",
  du: "Premier jour",
  au: "Dernier jour",
} as const satisfies Record<keyof ServiceSaisi, string>;

interface Fiche {
  readonly lieu: LieuSaisi;
  readonly service: ServiceSaisi;
}

/** What was said before, by the name of what changed. */
export function changements(avant: Fiche, apres: Fiche): Readonly<Record<string, string>> {
  const dits: Record<string, string> = {};
  for (const [champ, libelle] of entrees(champsLieu)) {
    if (dire(avant.lieu[champ]) !== dire(apres.lieu[champ]))
      dits[libelle] = dire(avant.lieu[champ]);
  }
  for (const [champ, libelle] of entrees(champsService)) {
    const ancien = dire(avant.service[champ]);
    if (ancien !== dire(apres.service[champ])) dits[libelle] = ancien;
  }
  return dits;
}

function entrees<Cle extends string>(champs: Readonly<Record<Cle, string>>) {
  return Object.entries(champs) as [Cle, string][];
}

function dire(valeur: string | number | readonly string[] | null): string {
  if (valeur === null) return "";
  return Array.isArray(valeur) ? valeur.toSorted().join(", ") : String(valeur);
}
