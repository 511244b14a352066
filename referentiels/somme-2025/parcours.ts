import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import type {
  RegleAccompagnement,
  RegleParcours,
} from "../../src/commun/referentiel/domain/parcours.ts";
import {
  absencesAExaminer,
  echeancesParcours,
  manquements,
  mensuelleProposee,
  sansDuree,
  soutiens,
} from "../national/parcours.ts";

const document =
  "Profil de poste « Assistant(e) administratif(ve) insertion », Département de la Somme";
const depuis = "2025-01-01";
const suivi = `${document} : il suit les contrats sans fixer de durée d’accompagnement`;
const formation = { code: "formation", libelle: "Formation" };

const commun = {
  commence: "designation",
  suspensions: [formation],
  derogations: [],
  charge: null,
} as const;

const dUnAn = {
  mois: 12,
  minimumMois: null,
  renouvellements: 1,
  moisRenouveles: 12,
  plafondMois: 24,
  texte: `${suivi} ; douze mois renouvelables une fois sont proposés`,
  certitude: "a-confirmer",
} as const;

const accompagnements: readonly RegleAccompagnement[] = [
  {
    ...commun,
    code: "renove",
    libelle: "Accompagnement rénové par un prestataire",
    types: ["emploi-renove"],
    parDefaut: true,
    duree: dUnAn,
    derogations: [
      {
        code: "parcours-engage",
        libelle: "Action engagée qui se termine après le terme",
        ageMinimum: null,
        preuveExigee: true,
      },
    ],
    frequence: {
      fois: 2,
      par: "mois",
      texte: `${document} : « accompagnement rénové » ; deux rencontres par mois sont proposées`,
      certitude: "a-confirmer",
    },
    fin: "Le prestataire rend compte, et la suite est décidée avec le responsable territorial.",
  },
  {
    ...commun,
    code: "emploi",
    libelle: "Accompagnement emploi",
    types: ["emploi-france-travail", "emploi-jeunes", "emploi-handicap"],
    parDefaut: true,
    duree: sansDuree(suivi, "a-confirmer"),
    frequence: null,
    fin: "Le service public de l’emploi poursuit son suivi.",
  },
  {
    ...commun,
    code: "socio-pro",
    libelle: "Accompagnement socio-professionnel",
    types: ["socio-pro"],
    parDefaut: true,
    duree: dUnAn,
    frequence: mensuelleProposee(suivi),
    fin: "Le référent propose un relais vers l’emploi, un renouvellement ou une réorientation.",
  },
  {
    ...commun,
    code: "sociale",
    libelle: "Accompagnement social",
    types: ["sociale"],
    parDefaut: true,
    duree: sansDuree(suivi, "a-confirmer"),
    frequence: mensuelleProposee(suivi),
    fin: "Le référent fait le point et demande une réorientation quand l’emploi devient possible.",
  },
];

export const parcours: ParametreDate<RegleParcours> = [
  {
    depuis,
    valeur: {
      accompagnements,
      charge: {
        parEtp: 60,
        territoires: [],
        texte: `${suivi} ni de charge ; soixante personnes par équivalent temps plein sont proposées`,
        certitude: "a-confirmer",
      },
      manquements,
      absencesAExaminer,
      soutiens,
    },
    texte: `${document} : suivi des contrats et de l’accompagnement rénové, saisine de l’équipe pluridisciplinaire`,
    certitude: "a-confirmer",
  },
];

export const echeancesDuParcours = echeancesParcours(depuis, document);
