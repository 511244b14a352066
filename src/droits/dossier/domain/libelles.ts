import { codesCaf, type ListeCodes, libelle } from "#commun/referentiel";

/** Short words for the état of a right: lists and headers cannot carry the sentences of the norm. */
export const etatsCourts: Readonly<Record<string, string>> = {
  "0": "En attente de décision",
  "1": "Droit refusé",
  "2": "Droit ouvert",
  "3": "Droit suspendu",
  "4": "Versement suspendu",
  "5": "Droit clos",
  "6": "Droit clos (mois antérieur)",
};

export function etatCourt(etat: string | null): string {
  if (etat === null) return "Droit non déclaré";
  return etatsCourts[etat] ?? `code inconnu ${etat}`;
}

export const libellesManquant: Readonly<Record<string, string>> = {
  nir: "numéro de sécurité sociale",
  "nir-cle": "numéro de sécurité sociale dont la clé est juste",
  "date-naissance": "date de naissance",
  adresse: "adresse",
  commune: "commune reconnue",
  telephone: "numéro de téléphone",
  courriel: "adresse électronique",
  role: "rôle dans le foyer",
  "situation-familiale": "situation familiale",
  diagnostic: "données socio-professionnelles",
  ressources: "ressources du trimestre",
  "demandeur-emploi": "identifiant de demandeur d’emploi",
};

/** The same, short enough for a cell. */
export const manquantsCourts: Readonly<Record<string, string>> = {
  nir: "NIR",
  "nir-cle": "clé du NIR",
  "date-naissance": "naissance",
  adresse: "adresse",
  commune: "commune",
  telephone: "téléphone",
  courriel: "courriel",
  role: "rôle",
  "situation-familiale": "famille",
  diagnostic: "diagnostic",
  ressources: "ressources",
  "demandeur-emploi": "id. demandeur d’emploi",
};

const listesMotif = {
  C: codesCaf.motifCloture,
  R: codesCaf.motifRefus,
  V: codesCaf.motifSuspensionVersement,
  D: codesCaf.motifSuspensionDroit,
} as const satisfies Readonly<Record<string, ListeCodes>>;

/** One code may stand in two lists: the letter of its list comes before it. */
export const libellesMotif: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(listesMotif).flatMap(([lettre, liste]) =>
    Object.entries(liste.codes).map(([code, texte]) => [`${lettre}:${code}`, texte]),
  ),
);

export interface MotifsDuDroit {
  readonly motifsVersement: readonly string[];
  readonly motifsDroit: readonly string[];
  readonly motifCloture: string | null;
  readonly motifRefus: string | null;
}

/** Every motive of a right, in words. */
export function motifsEnMots(droit: MotifsDuDroit): readonly string[] {
  const { motifCloture, motifRefus, motifsVersement, motifsDroit } = droit;
  return [
    ...(motifCloture ? [libelle(listesMotif.C, motifCloture)] : []),
    ...(motifRefus ? [libelle(listesMotif.R, motifRefus)] : []),
    ...motifsVersement.map((code) => libelle(listesMotif.V, code)),
    ...motifsDroit.map((code) => libelle(listesMotif.D, code)),
  ];
}

/** A code in words, « code inconnu X » when the list has none, null without code. */
export function enMots(liste: ListeCodes, code: string | null | undefined): string | null {
  return code === null || code === undefined || code === "" ? null : libelle(liste, code);
}
