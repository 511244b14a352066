import type { CategorieJuridique, ClasseOrganisme } from "#commun/referentiel";

/** Who carries actions on a territory, by what it does there: invented, named as such places are. */
export interface OperateurModele {
  /** What the actions call it by: `parcours`, `ccas1`. */
  readonly cle: string;
  readonly nom: string;
  readonly classe: ClasseOrganisme;
  readonly categorie: CategorieJuridique;
  /** Rank of its commune in the territory, the most peopled first. */
  readonly commune: number;
}

const associations: Readonly<Record<string, readonly string[]>> = {
  Avesnois: [
    "Sambre Parcours",
    "Chantiers du Bocage",
    "Avesnois Mobilité",
    "Helpe Solidaire",
    "Thiérache Entreprendre",
  ],
  Cambrésis: [
    "Tissage Parcours",
    "Les Jardins de l’Escaut",
    "En route Cambrésis",
    "Maison de la Selle",
    "Dentelle Entreprendre",
  ],
  Douaisis: [
    "Scarpe Parcours",
    "Les Jardins du Terril",
    "Beffroi Mobilité",
    "La Fosse Solidaire",
    "Lumière Entreprendre",
  ],
  "Flandre maritime": [
    "Phare Parcours",
    "Chantiers du Littoral",
    "Cap Mobilité Flandre",
    "La Digue Solidaire",
    "Houle Entreprendre",
  ],
  "Flandre intérieure": [
    "Houblon Parcours",
    "Les Potagers des Flandres",
    "Le Bus des Flandres",
    "Moulin Solidaire",
    "Lys Entreprendre",
  ],
  "Métropole Lille": [
    "Deûle Parcours",
    "Chantiers de la Deûle",
    "La Bécane Solidaire",
    "Maison des Possibles",
    "Ruche Entreprendre",
  ],
  "Métropole Roubaix-Tourcoing": [
    "Lainière Parcours",
    "Chantiers du Canal",
    "Tournesol Mobilité",
    "Les Trois Ponts",
    "Filature Entreprendre",
  ],
  Valenciennois: [
    "Rhonelle Parcours",
    "Chantiers de l’Escaut",
    "Hainaut Mobilité",
    "Le Coron Solidaire",
    "Forge Entreprendre",
  ],
  Strasbourg: ["Polygone Formation", "Atelier des Quais"],
  "Haguenau-Wissembourg": ["Moder Parcours", "Atelier de la Forêt"],
  Molsheim: ["Bruche Parcours", "Atelier du Piémont"],
  Saverne: ["Zorn Parcours", "Atelier du Kochersberg"],
  "Sélestat-Erstein": ["Ried Parcours", "Atelier du Grand Ried"],
  Amiens: ["Somme Rebond", "Maison du Marais"],
  "Grand Amiénois": ["Rebond Ancre", "Maison des Coteaux"],
  "Picardie maritime": ["Baie Rebond", "Maison de l’Estran"],
  "Santerre et Haute-Somme": ["Santerre Rebond", "Maison de la Betterave"],
  "Avre et Trois-Rivières": ["Avre Rebond", "Maison des Trois-Rivières"],
  "Plaine Commune": ["Confluence Emploi", "Atelier du Landy"],
  "Est Ensemble": ["Ourcq Formation", "Atelier des Murs"],
  "Paris Terres d’Envol": ["Piste Formation", "Atelier du Vert-Galant"],
  "Grand Paris Grand Est": ["Marne Formation", "Atelier du Raincy"],
};

const roles = ["parcours", "chantier", "mobilite", "solidaire", "entreprendre"] as const;

/** The associations of a territory, those that carry a business being of the social economy. */
function associationsDe(territoire: string): readonly OperateurModele[] {
  return (associations[territoire] ?? []).map((nom, rang) => ({
    cle: roles[rang] ?? "parcours",
    nom,
    classe: rang === 4 ? ("autre" as const) : ("association" as const),
    categorie: rang === 4 ? ("ess" as const) : ("association" as const),
    commune: rang % 3,
  }));
}

/** The public bodies that carry actions there: centres of social action in the Nord, communes elsewhere. */
function publicsDe(referentiel: string, communes: readonly string[]): readonly OperateurModele[] {
  const nom = (rang: number) => communes[rang] ?? communes[0] ?? "";
  const ccas = (rang: number): OperateurModele => ({
    cle: `ccas${rang + 1}`,
    nom: `CCAS ${de(nom(rang))}`,
    classe: "ccas",
    categorie: "ccas",
    commune: rang,
  });
  if (referentiel === "nord-2019") {
    const cias: OperateurModele = {
      cle: "cias",
      nom: `CIAS ${de(nom(4))} et environs`,
      classe: "ccas",
      categorie: "cias",
      commune: 4,
    };
    return [ccas(0), ccas(1), ccas(2), ccas(3), cias];
  }
  if (referentiel === "seine-saint-denis-2018") {
    const ville = (rang: number): OperateurModele => ({
      cle: `ville${rang + 1}`,
      nom: `Projet de ville RSA ${de(nom(rang))}`,
      classe: "commune",
      categorie: "commune",
      commune: rang,
    });
    return [ville(0), ville(1), ville(2)];
  }
  return [ccas(0)];
}

export function operateursDe(
  referentiel: string,
  territoire: string,
  communes: readonly string[],
): readonly OperateurModele[] {
  return [...associationsDe(territoire), ...publicsDe(referentiel, communes)];
}

/** « de Lille », « d’Anzin », « du Cateau-Cambrésis » */
export function de(commune: string): string {
  if (/^Le /u.test(commune)) return `du ${commune.slice(3)}`;
  if (/^Les /u.test(commune)) return `des ${commune.slice(4)}`;
  return /^[AEIOUYÉÈÊÎÔH]/u.test(commune) && !/^Hau|^Hel|^Hem|^Hal/u.test(commune)
    ? `d’${commune}`
    : `de ${commune}`;
}

/**
 * A number of the form of a SIRET, whose two keys are right; no enterprise has a SIREN that begins with four zeros.
 */
export function siretInvente(rang: number): string {
  const siren = avecCle(`0000${String(1000 + rang).padStart(4, "0")}`);
  return avecCle(`${siren}0001`);
}

/** The digit that makes the sum of Luhn a multiple of ten. */
function avecCle(chiffres: string): string {
  const somme = [...chiffres]
    .toReversed()
    .map((chiffre, rang) => (rang % 2 === 0 ? double(Number(chiffre)) : Number(chiffre)))
    .reduce((total, un) => total + un, 0);
  return `${chiffres}${(10 - (somme % 10)) % 10}`;
}

function double(chiffre: number): number {
  return chiffre > 4 ? chiffre * 2 - 9 : chiffre * 2;
}
