const noms = [
  "Lefebvre",
  "Dubois",
  "Marchand",
  "Carpentier",
  "Delattre",
  "Fontaine",
  "Roussel",
  "Vasseur",
  "Boucher",
  "Leclercq",
  "Masson",
  "Guérin",
  "Petitjean",
  "Klein",
  "Weber",
  "Schmitt",
  "Muller",
  "Haddad",
  "Benali",
  "Traoré",
  "Diallo",
  "Nguyen",
  "Moreira",
  "Da Silva",
  "Kowalski",
  "Nowak",
  "Rossi",
  "Garnier",
  "Chevalier",
  "Lambert",
  "Perrin",
  "Robin",
  "Colin",
  "Vidal",
  "Caron",
  "Aubert",
  "Brunet",
  "Gaillard",
  "Meunier",
  "Poirier",
  "Leroux",
] as const;
const femmes = [
  "Claire",
  "Sophie",
  "Nadia",
  "Émilie",
  "Fatou",
  "Isabelle",
  "Hélène",
  "Yasmina",
  "Camille",
  "Laurence",
  "Sandrine",
  "Aurélie",
  "Mei",
  "Inès",
  "Valérie",
  "Odile",
  "Karine",
] as const;
const hommes = [
  "Julien",
  "Karim",
  "Thomas",
  "Olivier",
  "Mamadou",
  "Stéphane",
  "Vincent",
  "Ahmed",
  "Nicolas",
  "Bruno",
  "Pascal",
  "Mathieu",
  "Denis",
] as const;

const fonctions: Readonly<Record<string, readonly string[]>> = {
  departement: [
    "assistante sociale",
    "conseillère en économie sociale et familiale",
    "éducatrice spécialisée",
  ],
  ccas: ["travailleuse sociale", "référente insertion"],
  commune: ["chargée d’insertion", "conseillère en insertion"],
  "france-travail": ["conseillère à l’emploi", "conseillère accompagnement global"],
};
const ailleurs = ["conseillère en insertion professionnelle", "chargée d’accompagnement"] as const;

/** Feminine words as an agent of the other gender has them. */
const masculins: Readonly<Record<string, string>> = {
  "assistante sociale": "assistant social",
  "conseillère en économie sociale et familiale": "conseiller en économie sociale et familiale",
  "éducatrice spécialisée": "éducateur spécialisé",
  "travailleuse sociale": "travailleur social",
  "référente insertion": "référent insertion",
  "chargée d’insertion": "chargé d’insertion",
  "conseillère en insertion": "conseiller en insertion",
  "conseillère à l’emploi": "conseiller à l’emploi",
  "conseillère accompagnement global": "conseiller accompagnement global",
  "conseillère en insertion professionnelle": "conseiller en insertion professionnelle",
  "chargée d’accompagnement": "chargé d’accompagnement",
};

export interface Identite {
  readonly qualite: "Mme" | "M.";
  readonly nom: string;
  readonly prenom: string;
  readonly fonction: string;
}

/** The n-th référent of a network: always the same, and no two alike in a hundred. */
export function identite(rang: number, classe: string): Identite {
  const nom = pris(noms, rang * 7 + Math.floor(rang / noms.length));
  const feminines = fonctions[classe] ?? ailleurs;
  const fonction = pris(feminines, rang);
  if (rang % 3 !== 2) return { qualite: "Mme", nom, prenom: pris(femmes, rang), fonction };
  return {
    qualite: "M.",
    nom,
    prenom: pris(hommes, rang),
    fonction: masculins[fonction] ?? fonction,
  };
}

function pris(liste: readonly string[], rang: number): string {
  return liste[rang % liste.length] ?? "";
}
