/** A merge field: what may stand between `{{` and `}}` in a letter. */
export interface Champ {
  readonly code: string;
  readonly libelle: string;
  /** Shown in a letter nobody receives yet. */
  readonly exemple: string;
  /** Where the value comes from, as the list of fields groups them. */
  readonly groupe: GroupeChamps;
}

export const groupesChamps = [
  "La personne",
  "Le dossier",
  "L’orientation",
  "La structure et le référent",
  "Le rendez-vous",
  "Le contrat",
  "Le courrier",
] as const;
export type GroupeChamps = (typeof groupesChamps)[number];

/** Values of one person, by code of field, written as the letter prints them; `null` when nobody knows. */
export type Valeurs = Readonly<Record<string, string | null>>;

type Ligne = readonly [code: string, libelle: string, exemple: string];

function groupe(nom: GroupeChamps, lignes: readonly Ligne[]): readonly Champ[] {
  return lignes.map(([code, libelle, exemple]) => ({ code, libelle, exemple, groupe: nom }));
}

/** The typed catalogue: a field that is not here is refused when a letter is saved. */
export const champs: readonly Champ[] = [
  ...groupe("La personne", [
    ["personne.appel", "« Madame » ou « Monsieur »", "Madame"],
    ["personne.civilite", "« Mme » ou « M. »", "Mme"],
    ["personne.nom", "Nom", "Exemple"],
    ["personne.prenom", "Prénom", "Alice"],
    ["personne.nom-complet", "Civilité, prénom et nom", "Mme Alice Exemple"],
    ["personne.accord-e", "« e » quand la personne est une femme", "e"],
    ["personne.date-naissance", "Date de naissance", "12 mars 1987"],
    [
      "personne.adresse",
      "Adresse postale, en plusieurs lignes",
      "12 rue des Jacobins\n80000 AMIENS",
    ],
    ["personne.commune", "Commune", "Amiens"],
    ["personne.telephone", "Téléphone", "06 39 98 00 00"],
    ["personne.courriel", "Adresse électronique", "alice@exemple.fr"],
    ["personne.territoire", "Territoire du département", "Amiens"],
  ]),
  ...groupe("Le dossier", [
    ["dossier.numero-demande", "Numéro de demande de RSA", "12345678901"],
    ["dossier.matricule", "Numéro d’allocataire", "1234567"],
    ["dossier.organisme", "Organisme qui verse le RSA", "CAF"],
    ["dossier.date-demande", "Date de la demande de RSA", "3 septembre 2026"],
    ["dossier.soumis-depuis", "Soumission aux droits et devoirs depuis le", "15 octobre 2026"],
  ]),
  ...groupe("L’orientation", [
    ["orientation.type", "Type d’orientation", "Parcours emploi"],
    ["orientation.date", "Date de la décision", "20 novembre 2026"],
    ["orientation.decideur", "Qui a décidé", "le Président du Conseil départemental"],
    [
      "orientation.motif",
      "Ce qui a conduit à l’orientation, en mots",
      "expérience récente, permis de conduire",
    ],
  ]),
  ...groupe("La structure et le référent", [
    ["structure.nom", "Structure qui accompagne", "Maison pour l’emploi d’Amiens"],
    ["structure.adresse", "Adresse de la structure", "4 place Gambetta\n80000 AMIENS"],
    ["structure.telephone", "Téléphone de la structure", "03 64 00 00 00"],
    ["structure.courriel", "Adresse électronique de la structure", "accueil@exemple.fr"],
    ["referent.nom", "Référent, prénom et nom", "Mme Rose Parcours"],
    ["referent.fonction", "Fonction du référent", "conseillère en insertion"],
    ["referent.telephone", "Téléphone du référent", "03 64 00 00 01"],
    ["referent.courriel", "Adresse électronique du référent", "rose.parcours@exemple.fr"],
    ["referent.precedent", "Référent qui accompagnait avant", "Paul Relais"],
  ]),
  ...groupe("Le rendez-vous", [
    ["rendez-vous.date", "Jour du rendez-vous", "mardi 1er décembre 2026"],
    ["rendez-vous.heure", "Heure du rendez-vous", "9 h 30"],
    ["rendez-vous.lieu", "Lieu du rendez-vous", "4 place Gambetta, 80000 Amiens"],
    ["rendez-vous.avec", "Qui reçoit", "Rose Parcours"],
    ["rendez-vous.motif", "Objet du rendez-vous", "un entretien de suivi"],
    [
      "rendez-vous.pieces",
      "Ce qu’il faut apporter ou préparer",
      "Apportez les documents utiles à vos démarches en cours.",
    ],
    ["rendez-vous.avant", "Rendez-vous qu’il remplace", "mardi 24 novembre 2026 à 9 h 30"],
  ]),
  ...groupe("Le contrat", [
    ["contrat.nature", "Contrat en vigueur, ou qui vient de finir", "contrat d’engagement"],
    ["contrat.signe-le", "Jour de sa signature", "22 novembre 2026"],
    ["contrat.debut", "Son premier jour", "22 novembre 2026"],
    ["contrat.fin", "Son dernier jour", "21 mai 2027"],
    ["contrat.bilan-le", "Son prochain bilan", "22 février 2027"],
    ["contrat.fini-le", "Jour où il a pris fin", "15 mars 2027"],
    ["contrat.motif-fin", "Pourquoi il a pris fin", "objectifs atteints"],
    [
      "contrat.precision-fin",
      "Précision écrite avec la fin du contrat",
      "Vous avez demandé à suivre une formation dans un autre département.",
    ],
    ["contrat.proposition", "Contrat proposé à la signature", "contrat d’engagement"],
    ["contrat.proposition-debut", "Premier jour du contrat proposé", "1er décembre 2026"],
    ["contrat.proposition-duree", "Durée du contrat proposé", "6 mois"],
    [
      "contrat.refus-motif",
      "Motif du refus d’un contrat proposé",
      "la durée prévue par le règlement départemental est atteinte.",
    ],
  ]),
  ...groupe("Le courrier", [
    ["courrier.numero", "Numéro du courrier", "2026-000123"],
    ["courrier.date", "Date du courrier", "22 novembre 2026"],
    ["courrier.auteur", "Agent qui émet le courrier", "Gaëlle Gestion"],
    ["departement.nom", "Département", "Somme"],
    ["departement.avec-article", "Département, avec son article", "la Somme"],
  ]),
];

const parCode = new Map(champs.map((champ) => [champ.code, champ]));

export function champConnu(code: string): Champ | null {
  return parCode.get(code) ?? null;
}

/** What a letter shows before anybody is chosen. */
export const valeursExemple: Valeurs = Object.fromEntries(
  champs.map(({ code, exemple }) => [code, exemple]),
);

/** The same values, what is blank being unknown. */
export function valeursDe(lues: Valeurs): Valeurs {
  return Object.fromEntries(
    Object.entries(lues).map(([code, valeur]) => [code, valeur?.trim() ? valeur : null]),
  );
}
