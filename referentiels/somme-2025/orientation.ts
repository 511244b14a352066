import type {
  RegleOrientation,
  TypeOrientation,
} from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

const document =
  "Profil de poste « Assistant(e) administratif(ve) insertion », Département de la Somme";
const depuis = "2025-01-01";

const types: readonly TypeOrientation[] = [
  {
    code: "emploi",
    libelle: "Dominante emploi",
    parent: null,
    dominante: "emploi",
    classes: [],
  },
  {
    code: "emploi-france-travail",
    libelle: "Accompagnement emploi par France Travail",
    parent: "emploi",
    dominante: "emploi",
    classes: ["france-travail"],
  },
  {
    code: "emploi-renove",
    libelle: "Accompagnement rénové par un prestataire",
    parent: "emploi",
    dominante: "emploi",
    classes: ["association", "organisme-agree"],
  },
  {
    code: "emploi-jeunes",
    libelle: "Accompagnement des jeunes par la mission locale",
    parent: "emploi",
    dominante: "emploi",
    classes: ["mission-locale"],
  },
  {
    code: "emploi-handicap",
    libelle: "Accompagnement emploi par Cap emploi",
    parent: "emploi",
    dominante: "emploi",
    classes: ["cap-emploi"],
  },
  {
    code: "socio-pro",
    libelle: "Dominante socio-professionnelle",
    parent: null,
    dominante: "socio-professionnelle",
    classes: ["departement", "association", "organisme-agree", "ccas", "commune"],
  },
  {
    code: "sociale",
    libelle: "Dominante sociale",
    parent: null,
    dominante: "sociale",
    classes: ["departement", "ccas", "commune"],
  },
];

export const orientation: ParametreDate<RegleOrientation> = [
  {
    depuis,
    valeur: {
      types,
      circuit: {
        transmission: true,
        dossierCompletExige: true,
        contratOrientation: false,
        informes: ["Direction de l’insertion, du logement et de l’emploi (DILE)"],
        confirmationParReferent: false,
        reorientation: [
          { code: "equipe-pluridisciplinaire", libelle: "équipe pluridisciplinaire (EP)" },
        ],
        decideur: "Responsable territorial insertion, logement et emploi (RTILE)",
      },
    },
    texte: `${document} : « Vérifier la complétude des dossiers », « Transmettre les dossiers au RTILE pour décision », « Transmettre la décision à l’usager et au prestataire », « en parallèle transmission à la DILE pour information », « dominante emploi – dominante socio-professionnelle - dominante sociale ». Les types de chaque dominante, leurs organismes et le passage en équipe pluridisciplinaire d’une réorientation sont proposés.`,
    certitude: "a-confirmer",
  },
];
