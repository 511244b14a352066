import type { LigneSortie, ProgrammeOffre } from "../../src/commun/referentiel/domain/offre.ts";

const guide = "Guide du porteur de projet, appel à projets 2019-2021, définitions des sorties";
const propose = "a-confirmer" as const;

/**
 * Decision table of exits, first matching line first. The 2019 guide of the Nord is the only text that defines the
 * four classes; what it leaves open is proposed and says so.
 */
export const sortiesProposees: readonly LigneSortie[] = [
  {
    code: "siae",
    natures: "toutes",
    siae: true,
    duree: null,
    classe: "positive",
    texte: `${guide} : « SORTIES POSITIVES : […] en contrats dans une SIAE », quelle que soit leur durée`,
    certitude: "V",
  },
  {
    code: "cdi",
    natures: ["cdi", "titularisation"],
    siae: null,
    duree: null,
    classe: "durable",
    texte: `${guide} : « SORTIE EN EMPLOI DURABLE : en CDI, CDD > 6mois » (titularisation : proposée)`,
    certitude: "V",
  },
  {
    code: "contrat-aide-non-marchand",
    natures: ["contrat-aide-non-marchand"],
    siae: null,
    duree: null,
    classe: "transition",
    texte:
      "Cahier des charges des opérateurs de parcours du Bas-Rhin : durable « hors CAE » ; le guide du Nord n’en dit rien",
    certitude: propose,
  },
  {
    code: "interim",
    natures: ["interim", "saisonnier", "cesu"],
    siae: null,
    duree: null,
    classe: "transition",
    texte: "Aucun texte ne classe l’intérim, le chèque emploi service ni la saison (proposé)",
    certitude: propose,
  },
  {
    code: "cdd-long",
    natures: ["cdd", "alternance", "contrat-aide-marchand"],
    siae: null,
    duree: "plus",
    classe: "durable",
    texte: `${guide} : « CDD > 6mois » (alternance et contrat aidé du secteur marchand : proposés)`,
    certitude: "V",
  },
  {
    code: "cdd-six-mois",
    natures: ["cdd", "alternance", "contrat-aide-marchand"],
    siae: null,
    duree: "egale",
    classe: "a-arbitrer",
    texte: `${guide} : un contrat de six mois exactement n’est ni « > 6mois » ni « < 6 mois »`,
    certitude: propose,
  },
  {
    code: "cdd-court",
    natures: ["cdd", "alternance", "contrat-aide-marchand"],
    siae: null,
    duree: "moins",
    classe: "transition",
    texte: `${guide} : « SORTIE EN EMPLOI DE TRANSITION : en CDD < 6 mois »`,
    certitude: "V",
  },
  {
    code: "cdd-sans-fin",
    natures: ["cdd", "alternance", "contrat-aide-marchand"],
    siae: null,
    duree: "inconnue",
    classe: "transition",
    texte:
      "Contrat sans fin connue (remplacement) : de transition jusqu’à preuve d’une durée plus longue (proposé)",
    certitude: propose,
  },
  {
    code: "creation",
    natures: ["creation"],
    siae: null,
    duree: null,
    classe: "durable",
    texte:
      "Création ou reprise d’entreprise : durable, comme dans l’enquête du Fonds social européen (proposé)",
    certitude: propose,
  },
  {
    code: "autre-etape",
    natures: ["formation-qualifiante", "autre-action", "autres-droits"],
    siae: null,
    duree: null,
    classe: "positive",
    texte: `${guide} : « en formation qualifiante, vers une autres actions d’insertion professionnelle, vers d’autres droits »`,
    certitude: "V",
  },
  {
    code: "reste",
    natures: "toutes",
    siae: null,
    duree: null,
    classe: "autre",
    texte:
      "Guide du porteur de projet, appel à projets 2019-2021, méthode d’évaluation : « autres sorties »",
    certitude: "V",
  },
];

/** What no text of the département fixes, proposed to it. */
export const offreProposee: Omit<
  ProgrammeOffre,
  "titre" | "axes" | "passages" | "fiches" | "categoriesAdmises" | "prescripteurs"
> = {
  sorties: sortiesProposees,
  doublesPresences: {
    valeur: [],
    texte: "Aucun texte n’ouvre la présence dans deux actions à la fois (refus proposé)",
    certitude: propose,
  },
  restitution: {
    valeur: { jour: 10, report: "ouvre-suivant", rappels: [5, 0, -3], nonTransmiseApres: 30 },
    texte:
      "Le 10 du mois suivant (guide du porteur de projet du Nord, méthode d’évaluation) ; report au jour ouvré suivant, rappels et délai au-delà duquel elle est dite non transmise : proposés",
    certitude: propose,
  },
  prescription: {
    valeur: {
      reponse: 10,
      expiration: 30,
      motifsRefus: [
        { code: "public", libelle: "Ne relève pas du public de l’action" },
        { code: "complet", libelle: "Plus de place, et liste d’attente close" },
        { code: "injoignable", libelle: "Personne injoignable malgré plusieurs relances" },
        { code: "absente", libelle: "Personne absente au premier accueil" },
        { code: "refus-personne", libelle: "La personne n’a pas souhaité entrer" },
        { code: "autre", libelle: "Autre motif" },
      ],
      motifsAnnulation: [
        { code: "projet", libelle: "Le projet de la personne a changé" },
        { code: "emploi", libelle: "Reprise d’emploi ou de formation" },
        { code: "fin-de-droit", libelle: "Fin du droit au RSA" },
        { code: "demenagement", libelle: "Déménagement" },
        { code: "erreur", libelle: "Prescription faite par erreur" },
      ],
    },
    texte: "Aucun texte ne borne la réponse d’un opérateur (délais et motifs proposés)",
    certitude: propose,
  },
  cles: {
    valeur: { mois: 12 },
    texte: "Aucun texte ne borne la clé du logiciel d’un opérateur (un an, proposé)",
    certitude: propose,
  },
  comptage: {
    valeur: {
      occupation: "moyenne-plafonnee",
      annuel: "stock-31-12",
      prorata: "mois",
      secret: 5,
    },
    texte:
      "« 100 % d’occupation des places financées » ne dit pas la formule : moyenne des mois, chacun plafonné à ses places (proposée) ; année : le dernier jour, à la lettre ; secret statistique sous cinq personnes (proposé)",
    certitude: propose,
  },
  partRsaMixte: {
    valeur: null,
    texte: "Aucune part d’allocataires du RSA n’est demandée dans une action mixte",
    certitude: propose,
  },
};
