/** What a column of an operator’s spreadsheet may hold. */
export const champs = {
  nom: { libelle: "Nom", noms: ["nom", "nom usage", "nom de famille", "nom allocataire"] },
  prenom: { libelle: "Prénom", noms: ["prenom", "prenom allocataire"] },
  "date-naissance": {
    libelle: "Date de naissance",
    noms: ["date de naissance", "naissance", "ne le", "ddn", "nee le", "ne e le"],
  },
  "numero-demande": {
    libelle: "Numéro de demande RSA",
    noms: ["numero de demande", "numero demande rsa", "n demande", "numero demande"],
  },
  action: {
    libelle: "Action",
    noms: ["action", "intitule action", "numero action", "intitule de l action"],
  },
  entree: {
    libelle: "Date d’entrée",
    noms: ["entree", "date entree", "date d entree", "debut", "date debut accompagnement"],
  },
  contrat: {
    libelle: "Date du contrat d’engagement (CER ou autre)",
    noms: ["cer", "date cer", "contrat d engagement", "date du cer", "signature cer"],
  },
  attestation: {
    libelle: "Date de l’attestation de droit au RSA",
    noms: ["attestation", "attestation rsa", "date attestation", "attestation de droit"],
  },
  sortie: {
    libelle: "Date de sortie",
    noms: ["sortie", "date sortie", "date de sortie", "fin", "date fin accompagnement"],
  },
  "nature-sortie": {
    libelle: "Nature de la sortie",
    noms: ["nature sortie", "motif sortie", "type sortie", "nature de la sortie", "motif"],
  },
  "debut-contrat": {
    libelle: "Début du contrat de travail",
    noms: ["debut contrat", "date embauche", "debut du contrat", "embauche"],
  },
  "fin-contrat": {
    libelle: "Fin du contrat de travail",
    noms: ["fin contrat", "fin du contrat", "date fin contrat"],
  },
  employeur: { libelle: "Employeur", noms: ["employeur", "entreprise", "nom employeur"] },
  siae: {
    libelle: "Emploi dans une structure d’insertion (oui ou non)",
    noms: ["siae", "insertion", "structure insertion"],
  },
} as const;

export type Champ = keyof typeof champs;

export const nomsDesChamps = Object.keys(champs) as readonly Champ[];

export const estChamp = (nom: string): nom is Champ => Object.hasOwn(champs, nom);

/** `null`: the column is not read. */
export type Correspondance = Readonly<Record<string, Champ | null>>;

/** Letters and figures only, without accent: « Date d’entrée » is « date d entree ». */
export function cleEntete(entete: string): string {
  return entete
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, " ")
    .trim();
}

/** What each column holds: what was said of it last time, else what its title says, each field once. */
export function proposerCorrespondance(
  entetes: readonly string[],
  retenue: Correspondance,
): Correspondance {
  const prise = new Set<Champ>();
  return Object.fromEntries(
    entetes.map((entete) => {
      const cle = cleEntete(entete);
      const champ = cle in retenue ? (retenue[cle] ?? null) : champNomme(cle);
      const libre = champ !== null && !prise.has(champ) ? champ : null;
      if (libre !== null) prise.add(libre);
      return [cle, libre];
    }),
  );
}

function champNomme(cle: string): Champ | null {
  return nomsDesChamps.find((champ) => champs[champ].noms.some((nom) => nom === cle)) ?? null;
}

/** Without which no line can be read: the person by her name and birth date or by her request, and the day of entry. */
export function champsManquants(
  correspondance: Correspondance,
  { actionChoisie }: { readonly actionChoisie: boolean },
): readonly string[] {
  const lus = new Set(Object.values(correspondance));
  const personne =
    lus.has("numero-demande") ||
    (["nom", "prenom", "date-naissance"] as const).every((champ) => lus.has(champ));
  return [
    ...(personne ? [] : ["Nom, prénom et date de naissance, ou numéro de demande RSA"]),
    ...(actionChoisie || lus.has("action") ? [] : [champs.action.libelle]),
    ...(lus.has("entree") ? [] : [champs.entree.libelle]),
    ...(lus.has("sortie") && !lus.has("nature-sortie") ? [champs["nature-sortie"].libelle] : []),
  ];
}
