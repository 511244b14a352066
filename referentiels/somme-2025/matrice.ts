import type { Matrice } from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { obstacles, versEmploi } from "../national/poids.ts";

const propose =
  "Proposé : le profil de poste nomme la matrice et ses trois dominantes, sans ses poids";

const somme: Matrice = {
  version: "somme-2025-1",
  titre: "Matrice du RSA rénové",
  poids: [
    ...versEmploi("HISPRO", [
      ["1901", 3, "a toujours travaillé"],
      ["1902", 2, "travaille par intermittence"],
      ["1903", 1, "a déjà travaillé"],
      ["1904", -2, "n’a jamais travaillé"],
    ]),
    ...versEmploi("CESSDERACT", [
      ["2701", 3, "en activité il y a moins d’un an"],
      ["2702", -1, "sans activité depuis plus d’un an"],
    ]),
    ...versEmploi("NIVETU", [
      ["1201", 2, "études supérieures"],
      ["1202", 2, "études jusqu’à bac + 2"],
      ["1203", 1, "études jusqu’au baccalauréat"],
      ["1206", -1, "études arrêtées au collège"],
      ["1207", -2, "jamais scolarisé"],
    ]),
    ...versEmploi("TOPENGDEMARECHEMPLOI", [["1", 2, "recherche d’emploi engagée"]]),
    ...versEmploi("TOPPROJPRO", [["1", 1, "projet professionnel"]]),
    ...versEmploi("TOPPERMICONDUB", [["1", 1, "permis B"]]),
    ...versEmploi("INSCDEMEMPLOI", [["4304", -1, "demandeur d’emploi depuis plus de cinq ans"]]),
    ...obstacles("DIFSOC", [
      ["0402", 2, "santé"],
      ["0404", 2, "lecture, écriture ou français à consolider"],
      ["0405", 1, "démarches administratives difficiles"],
      ["0406", 1, "endettement"],
      ["0407", 1, "autre difficulté sociale"],
    ]),
    ...obstacles("DIFDISP", [
      ["0502", 1, "garde d’un enfant de moins de six ans à organiser"],
      ["0503", 1, "garde d’un enfant à organiser"],
      ["0504", 2, "garde d’un proche invalide"],
      ["0505", 2, "proche dépendant à charge"],
      ["0507", 1, "mobilité à organiser"],
      ["0508", 2, "santé qui limite la disponibilité"],
      ["0509", 2, "logement qui limite la disponibilité"],
    ]),
    ...obstacles("NATLOG", [
      ["0903", 3, "hébergement en foyer d’urgence"],
      ["0904", 3, "hébergement en CHRS"],
      ["0905", 3, "hébergement à l’hôtel social"],
      ["0906", 3, "autre hébergement d’urgence"],
      ["0909", 1, "hébergement chez un tiers"],
      ["0911", 1, "résidence sociale"],
      ["0912", 4, "sans hébergement"],
    ]),
    ...obstacles("DIFLOG", [
      ["1002", 1, "loyers impayés"],
      ["1004", 1, "logement insalubre"],
      ["1006", 3, "menace d’expulsion"],
    ]),
  ],
  niveaux: {
    emploi: [
      { code: "E1", libelle: "loin de l’emploi", jusqua: 2 },
      { code: "E2", libelle: "en chemin vers l’emploi", jusqua: 6 },
      { code: "E3", libelle: "proche de l’emploi", jusqua: null },
    ],
    social: [
      { code: "S1", libelle: "peu d’obstacles", jusqua: 2 },
      { code: "S2", libelle: "des obstacles à lever", jusqua: 6 },
      { code: "S3", libelle: "de nombreux obstacles", jusqua: null },
    ],
  },
  grille: [
    { emploi: "E1", social: "S1", dominante: "socio-professionnelle", type: null },
    { emploi: "E1", social: "S2", dominante: "sociale", type: null },
    { emploi: "E1", social: "S3", dominante: "sociale", type: null },
    { emploi: "E2", social: "S1", dominante: "emploi", type: "emploi-renove" },
    { emploi: "E2", social: "S2", dominante: "socio-professionnelle", type: null },
    { emploi: "E2", social: "S3", dominante: "sociale", type: null },
    { emploi: "E3", social: "S1", dominante: "emploi", type: "emploi-france-travail" },
    { emploi: "E3", social: "S2", dominante: "emploi", type: "emploi-renove" },
    { emploi: "E3", social: "S3", dominante: "socio-professionnelle", type: null },
  ],
  avant: [
    {
      code: "jeune-deja-suivi",
      libelle: "la mission locale l’accompagne déjà",
      si: {
        sur: "toutes",
        de: [
          { sur: "age", min: 16, max: 25 },
          { sur: "deja-suivi", classes: ["mission-locale"] },
        ],
      },
      siDominante: null,
      alors: { dominante: "emploi", type: "emploi-jeunes" },
      texte: `${propose} ; CT L5411-5-1 (missions locales)`,
    },
    {
      code: "fin-de-carriere",
      libelle: "62 ans ou plus : les droits à la retraite sont à préparer d’abord",
      si: { sur: "age", min: 62, max: null },
      siDominante: null,
      alors: { dominante: "sociale", type: null },
      texte: propose,
    },
    {
      code: "attente-pension",
      libelle: "une pension ou l’allocation aux adultes handicapés est attendue",
      si: { sur: "reponse", question: "SITPERSDEMRSA", parmi: ["0102", "0105"] },
      siDominante: null,
      alors: { dominante: "sociale", type: null },
      texte: propose,
    },
  ],
  apres: [
    {
      code: "travailleur-handicape",
      libelle: "la qualité de travailleur handicapé est reconnue ou demandée",
      si: { sur: "reponse", question: "DIFSOC", parmi: ["0403"] },
      siDominante: ["emploi"],
      alors: { dominante: "emploi", type: "emploi-handicap" },
      texte: `${propose} ; CT L5411-5-1 (Cap emploi)`,
    },
    {
      code: "moins-de-26-ans",
      libelle: "moins de 26 ans",
      si: { sur: "age", min: 16, max: 25 },
      siDominante: ["emploi"],
      alors: { dominante: "emploi", type: "emploi-jeunes" },
      texte: `${propose} ; CT L5411-5-1 (missions locales)`,
    },
    {
      code: "renove-amiens",
      libelle: "l’accompagnement rénové d’Amiens a encore des places",
      si: {
        sur: "toutes",
        de: [
          { sur: "territoire", parmi: ["Amiens"] },
          { sur: "reponse", question: "TOPENGDEMARECHEMPLOI", parmi: ["1"] },
          { sur: "capacite", type: "emploi-renove", resteAuMoins: 10 },
        ],
      },
      siDominante: ["socio-professionnelle"],
      alors: { dominante: "emploi", type: "emploi-renove" },
      texte:
        "Proposé, d’après le profil de poste : « extension sur quartier prioritaire de la ville », « QPV – Amiens Nord »",
    },
    {
      code: "renove-complet",
      libelle: "l’accompagnement rénové n’a plus de place dans le territoire",
      si: { sur: "non", de: { sur: "capacite", type: "emploi-renove", resteAuMoins: 1 } },
      siDominante: ["emploi"],
      alors: { dominante: "emploi", type: "emploi-france-travail" },
      texte: propose,
    },
  ],
  sansReponse: { dominante: "socio-professionnelle", type: null },
};

export const matrice: ParametreDate<Matrice> = [
  { depuis: "2025-01-01", valeur: somme, texte: propose, certitude: "a-confirmer" },
];
