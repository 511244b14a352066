import type { Matrice } from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { obstacles, versEmploi } from "../national/poids.ts";

const propose =
  "Proposé, d’après le cahier des charges : « Les opérateurs de l’accompagnement professionnel se voient orienter les allocataires les plus proches de l’emploi » ; les poids n’y sont pas";

const basRhin: Matrice = {
  version: "bas-rhin-2015-1",
  titre: "Diagnostic d’orientation",
  poids: [
    ...versEmploi("CESSDERACT", [
      ["2701", 2, "en activité il y a moins d’un an"],
      ["2702", -1, "sans activité depuis plus d’un an"],
    ]),
    ...versEmploi("HISPRO", [
      ["1901", 2, "a toujours travaillé"],
      ["1902", 1, "travaille par intermittence"],
      ["1904", -2, "n’a jamais travaillé"],
    ]),
    ...versEmploi("CONCOFORMQUALIEMPLOI", [["O", 1, "formation qui convient à l’emploi cherché"]]),
    ...versEmploi("TOPENGDEMARECHEMPLOI", [["1", 2, "recherche d’emploi engagée"]]),
    ...versEmploi("TOPPROJPRO", [["1", 1, "projet professionnel"]]),
    ...versEmploi("TOPPERMICONDUB", [["1", 1, "permis B"]]),
    ...versEmploi("DIFSOC", [["0404", -2, "lecture, écriture ou français à consolider"]]),
    ...obstacles("DIFSOC", [
      ["0402", 2, "santé"],
      ["0403", 1, "qualité de travailleur handicapé"],
      ["0406", 2, "endettement"],
      ["0407", 1, "autre difficulté sociale"],
    ]),
    ...obstacles("DIFDISP", [
      ["0502", 1, "garde d’un enfant de moins de six ans à organiser"],
      ["0503", 1, "garde d’un enfant à organiser"],
      ["0508", 2, "santé qui limite la disponibilité"],
      ["0509", 2, "logement qui limite la disponibilité"],
    ]),
    ...obstacles("NATLOG", [
      ["0904", 3, "hébergement en CHRS"],
      ["0911", 2, "résidence sociale"],
      ["0912", 3, "sans hébergement"],
    ]),
    ...obstacles("DIFLOG", [
      ["1002", 1, "loyers impayés"],
      ["1003", 1, "difficultés financières pour se loger"],
      ["1006", 2, "menace d’expulsion"],
    ]),
  ],
  niveaux: {
    emploi: [
      { code: "P1", libelle: "éloigné de l’emploi", jusqua: 0 },
      { code: "P2", libelle: "employabilité à renforcer", jusqua: 4 },
      { code: "P3", libelle: "parmi les plus proches de l’emploi", jusqua: null },
    ],
    social: [
      { code: "V1", libelle: "problématiques sociales contenues", jusqua: 4 },
      { code: "V2", libelle: "problématiques sociales à traiter d’abord", jusqua: null },
    ],
  },
  grille: [
    { emploi: "P1", social: "V1", dominante: "socio-professionnelle", type: null },
    { emploi: "P1", social: "V2", dominante: "sociale", type: null },
    { emploi: "P2", social: "V1", dominante: "emploi", type: "service-public-emploi" },
    { emploi: "P2", social: "V2", dominante: "sociale", type: null },
    { emploi: "P3", social: "V1", dominante: "emploi", type: "referent-professionnel" },
    { emploi: "P3", social: "V2", dominante: "socio-professionnelle", type: null },
  ],
  avant: [
    {
      code: "independant",
      libelle: "une activité indépendante, suivie à part",
      si: { sur: "activite", parmi: ["ETI", "AEN", "CJT"] },
      siDominante: null,
      alors: { dominante: "emploi", type: "independants" },
      texte:
        "Cahier des charges 2015 : « Les allocataires du RSA qui ont le statut de travailleurs indépendants ou d’entrepreneurs autonomes ne sont pas concernés par ce cahier des charges »",
    },
    {
      code: "deja-suivi-social",
      libelle: "un travailleur social du Département l’accompagne déjà, et la santé est en cause",
      si: {
        sur: "toutes",
        de: [
          { sur: "deja-suivi", classes: ["departement", "ccas"] },
          {
            sur: "une-de",
            de: [
              { sur: "reponse", question: "DIFSOC", parmi: ["0402"] },
              { sur: "reponse", question: "DIFDISP", parmi: ["0508"] },
            ],
          },
        ],
      },
      siDominante: null,
      alors: { dominante: "sociale", type: null },
      texte:
        "Proposé, d’après le cahier des charges : « L’opérateur d’accompagnement professionnel n’a pas à traiter les problématiques sociales de l’allocataire (santé, logement, situation financière, vie familiale) »",
    },
  ],
  apres: [
    {
      code: "operateur-complet",
      libelle: "les référents de parcours professionnel n’ont plus de place dans le territoire",
      si: { sur: "non", de: { sur: "capacite", type: "referent-professionnel", resteAuMoins: 1 } },
      siDominante: ["emploi"],
      alors: { dominante: "emploi", type: "service-public-emploi" },
      texte:
        "Proposé, d’après le cahier des charges : un ETP pour 60 personnes, 70 sur la Communauté urbaine de Strasbourg",
    },
    {
      code: "monoparental-trois-enfants",
      libelle: "seul avec au moins trois enfants à charge",
      si: {
        sur: "toutes",
        de: [
          {
            sur: "situation-familiale",
            parmi: ["CEL", "DIV", "ISO", "SEF", "SEL", "VEU"],
          },
          { sur: "enfants-a-charge", min: 3 },
        ],
      },
      siDominante: ["socio-professionnelle"],
      alors: { dominante: "sociale", type: null },
      texte: propose,
    },
  ],
  sansReponse: { dominante: "socio-professionnelle", type: null },
};

export const matrice: ParametreDate<Matrice> = [
  { depuis: "2015-01-01", valeur: basRhin, texte: propose, certitude: "a-confirmer" },
];
