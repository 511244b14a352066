import type { Matrice } from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { obstacles, versEmploi } from "../national/poids.ts";

const propose =
  "Proposé : l’appel à projets ordonne ses axes du plus près au plus loin de l’emploi, sans matrice écrite";

const nord: Matrice = {
  version: "nord-2019-1",
  titre: "Matrice de l’insertion à l’emploi",
  poids: [
    ...versEmploi("HISPRO", [
      ["1901", 4, "a toujours travaillé"],
      ["1902", 3, "travaille par intermittence"],
      ["1903", 1, "a déjà travaillé"],
    ]),
    ...versEmploi("DURACTDOMI", [
      ["2105", 1, "un à trois ans dans son métier"],
      ["2106", 2, "quatre à six ans dans son métier"],
      ["2107", 2, "plus de six ans dans son métier"],
    ]),
    ...versEmploi("TOPENGDEMARECHEMPLOI", [
      ["1", 2, "recherche d’emploi engagée"],
      ["0", -1, "pas encore de recherche d’emploi"],
    ]),
    ...versEmploi("TOPPROJPRO", [["1", 2, "projet professionnel"]]),
    ...versEmploi("NIVETU", [
      ["1201", 1, "études supérieures"],
      ["1202", 1, "études jusqu’à bac + 2"],
      ["1206", -1, "études arrêtées au collège"],
      ["1207", -2, "jamais scolarisé"],
    ]),
    ...versEmploi("TOPMOYLOCO", [["1", 1, "moyen de transport"]]),
    ...versEmploi("DIFDISP", [["0511", -1, "qualification à acquérir"]]),
    ...obstacles("DIFSOC", [
      ["0402", 3, "santé"],
      ["0403", 1, "qualité de travailleur handicapé"],
      ["0404", 2, "lecture, écriture ou français à consolider"],
      ["0405", 1, "démarches administratives difficiles"],
      ["0406", 2, "endettement"],
    ]),
    ...obstacles("DIFDISP", [
      ["0502", 1, "garde d’un enfant de moins de six ans à organiser"],
      ["0505", 2, "proche dépendant à charge"],
      ["0508", 2, "santé qui limite la disponibilité"],
      ["0509", 1, "logement qui limite la disponibilité"],
    ]),
    ...obstacles("NATLOG", [
      ["0904", 3, "hébergement en CHRS"],
      ["0905", 3, "hébergement à l’hôtel social"],
      ["0909", 1, "hébergement chez un tiers"],
      ["0912", 4, "sans hébergement"],
    ]),
    ...obstacles("DIFLOG", [
      ["1002", 1, "loyers impayés"],
      ["1006", 3, "menace d’expulsion"],
    ]),
  ],
  niveaux: {
    emploi: [
      { code: "A6", libelle: "autonomie à retrouver", jusqua: 0 },
      { code: "A3", libelle: "projet à définir", jusqua: 4 },
      { code: "A2", libelle: "préparation à l’emploi", jusqua: 7 },
      { code: "A1", libelle: "prêt à l’emploi", jusqua: null },
    ],
    social: [
      { code: "F0", libelle: "peu de freins", jusqua: 3 },
      { code: "F1", libelle: "des freins à lever", jusqua: 7 },
      { code: "F2", libelle: "des freins qui tiennent éloigné de l’emploi", jusqua: null },
    ],
  },
  grille: [
    { emploi: "A6", social: "F0", dominante: "socio-professionnelle", type: null },
    { emploi: "A6", social: "F1", dominante: "sociale", type: null },
    { emploi: "A6", social: "F2", dominante: "sociale", type: null },
    { emploi: "A3", social: "F0", dominante: "socio-professionnelle", type: null },
    { emploi: "A3", social: "F1", dominante: "socio-professionnelle", type: null },
    { emploi: "A3", social: "F2", dominante: "sociale", type: null },
    { emploi: "A2", social: "F0", dominante: "emploi", type: "emploi-service-public" },
    { emploi: "A2", social: "F1", dominante: "socio-professionnelle", type: null },
    { emploi: "A2", social: "F2", dominante: "sociale", type: null },
    { emploi: "A1", social: "F0", dominante: "emploi", type: "emploi-direct" },
    { emploi: "A1", social: "F1", dominante: "emploi", type: "emploi-direct" },
    { emploi: "A1", social: "F2", dominante: "socio-professionnelle", type: null },
  ],
  avant: [
    {
      code: "independant",
      libelle: "une activité indépendante est déclarée",
      si: { sur: "activite", parmi: ["ETI", "AEN", "CJT"] },
      siDominante: null,
      alors: { dominante: "emploi", type: "emploi-independants" },
      texte:
        "Appel à projets 2019-2021, axe III.2 : « Entrepreneurs travailleurs indépendant (ETI) allocataires du RSA relevant des droits et devoirs orientés par les PIPLE »",
    },
    {
      code: "creation",
      libelle: "un projet de création ou de reprise d’entreprise",
      si: {
        sur: "toutes",
        de: [
          { sur: "reponse", question: "TOPCREAREPRIENTRE", parmi: ["1"] },
          { sur: "capacite", type: "emploi-independants", resteAuMoins: 1 },
        ],
      },
      siDominante: null,
      alors: { dominante: "emploi", type: "emploi-independants" },
      texte: propose,
    },
    {
      code: "sans-hebergement-avec-enfants",
      libelle: "sans logement stable, avec des enfants à charge",
      si: {
        sur: "toutes",
        de: [
          { sur: "reponse", question: "NATLOG", parmi: ["0903", "0904", "0905", "0912"] },
          { sur: "enfants-a-charge", min: 1 },
        ],
      },
      siDominante: null,
      alors: { dominante: "sociale", type: null },
      texte: propose,
    },
  ],
  apres: [
    {
      code: "moins-de-30-ans",
      libelle: "moins de 30 ans : la médiation directe est ouverte aux jeunes",
      si: {
        sur: "toutes",
        de: [
          { sur: "age", min: 18, max: 29 },
          { sur: "capacite", type: "emploi-direct", resteAuMoins: 1 },
        ],
      },
      siDominante: ["emploi"],
      alors: { dominante: "emploi", type: "emploi-direct" },
      texte:
        "Appel à projets 2019-2021, axe 1 : « un public spécifique (jeunes de moins de 30 ans, diplômés...) »",
    },
    {
      code: "social-complet",
      libelle: "l’accompagnement social n’a plus de place, et la recherche d’emploi est engagée",
      si: {
        sur: "toutes",
        de: [
          { sur: "non", de: { sur: "capacite", type: "orientation-sociale", resteAuMoins: 1 } },
          { sur: "reponse", question: "TOPENGDEMARECHEMPLOI", parmi: ["1"] },
        ],
      },
      siDominante: ["sociale"],
      alors: { dominante: "socio-professionnelle", type: null },
      texte: propose,
    },
  ],
  sansReponse: { dominante: "socio-professionnelle", type: null },
};

export const matrice: ParametreDate<Matrice> = [
  { depuis: "2019-01-01", valeur: nord, texte: propose, certitude: "a-confirmer" },
];
