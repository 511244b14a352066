import type { QuestionDiagnostic } from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import {
  accompagnementEmploi,
  accompagnementIndividuel,
  cessationActivite,
  difficulteLogement,
  difficulteSociale,
  dureeActivite,
  formationConforme,
  histoireProfessionnelle,
  inscriptionEmploi,
  mobilite,
  natureLogement,
  niveauEtude,
  obstacleDisponibilite,
  projetProfessionnel,
  situationDemande,
  soutienDemarches,
} from "./codes/diagnostic.ts";
import type { ListeCodes } from "./codes/liste.ts";

const norme = "Norme VIRS0901, données socioprofessionnelles (DSP)";
const criteres =
  "Arrêté du 21 novembre 2024 (JO du 6 décembre 2024), annexe « référentiel relatif aux critères d’orientation » ; CT L5411-5-1, III";

const ouiNon = { "1": "Oui", "0": "Non" } as const;

type Libre = Pick<QuestionDiagnostic, "theme" | "libelle"> & {
  readonly exclusives?: readonly string[];
  readonly critere?: string;
};

function question(liste: ListeCodes, multiple: boolean, libre: Libre): QuestionDiagnostic {
  const { theme, libelle, exclusives = [], critere = null } = libre;
  return {
    code: liste.balise,
    theme,
    libelle,
    multiple,
    reponses: liste.codes,
    exclusives,
    critereOrientation: critere,
    texte: liste.source,
    certitude: liste.certitude,
  };
}

/** A mark of the flow, `1` or `0`. */
function marque(code: string, libre: Libre): QuestionDiagnostic {
  const { theme, libelle, critere = null } = libre;
  return {
    code,
    theme,
    libelle,
    multiple: false,
    reponses: ouiNon,
    exclusives: [],
    critereOrientation: critere,
    texte: norme,
    certitude: "S",
  };
}

const demande = "Votre demande";
const parcours = "Votre parcours professionnel";
const formation = "Vos études et vos formations";
const projet = "Votre projet";
const disponibilite = "Votre disponibilité";
const mobile = "Vos déplacements";
const logement = "Votre logement";
const social = "Votre santé et votre quotidien";

const questionsDuFlux: readonly QuestionDiagnostic[] = [
  question(situationDemande, false, {
    theme: demande,
    libelle: "Qu’est-ce qui vous a amené à demander le RSA ?",
  }),
  question(histoireProfessionnelle, false, {
    theme: parcours,
    libelle: "Avez-vous travaillé jusqu’ici ?",
    critere: "situation_professionnelle",
  }),
  question(cessationActivite, false, {
    theme: parcours,
    libelle: "Quand votre dernière activité s’est-elle arrêtée ?",
    critere: "situation_professionnelle",
  }),
  question(dureeActivite, false, {
    theme: parcours,
    libelle: "Combien de temps avez-vous exercé votre activité principale ?",
  }),
  question(inscriptionEmploi, false, {
    theme: parcours,
    libelle: "Depuis quand êtes-vous inscrit comme demandeur d’emploi ?",
  }),
  question(accompagnementEmploi, false, {
    theme: parcours,
    libelle: "Êtes-vous accompagné dans votre recherche d’emploi ?",
  }),
  question(niveauEtude, false, {
    theme: formation,
    libelle: "Jusqu’où êtes-vous allé dans vos études ?",
    critere: "niveau_etude",
  }),
  question(formationConforme, false, {
    theme: formation,
    libelle: "Votre formation convient-elle à l’emploi que vous cherchez ?",
  }),
  marque("TOPENGDEMARECHEMPLOI", {
    theme: projet,
    libelle: "Pouvez-vous engager une recherche d’emploi maintenant ?",
    critere: "capacite_a_travailler",
  }),
  marque("TOPPROJPRO", {
    theme: projet,
    libelle: "Avez-vous un projet professionnel ?",
    critere: "projet_pro",
  }),
  question(projetProfessionnel, true, {
    theme: projet,
    libelle: "Dans quels secteurs ?",
    critere: "projet_pro",
  }),
  marque("TOPCREAREPRIENTRE", {
    theme: projet,
    libelle: "Voulez-vous créer ou reprendre une entreprise ?",
  }),
  question(obstacleDisponibilite, true, {
    theme: disponibilite,
    libelle: "Qu’est-ce qui vous empêche d’être disponible ?",
    exclusives: ["0501"],
    critere: "contrainte_familiale",
  }),
  marque("TOPPERMICONDUB", {
    theme: mobile,
    libelle: "Avez-vous le permis B ?",
    critere: "contrainte_mobilite",
  }),
  marque("TOPMOYLOCO", {
    theme: mobile,
    libelle: "Avez-vous un moyen de transport ?",
    critere: "contrainte_mobilite",
  }),
  question(mobilite, true, {
    theme: mobile,
    libelle: "Jusqu’où pouvez-vous aller travailler ?",
    exclusives: ["2504"],
    critere: "contrainte_mobilite",
  }),
  question(natureLogement, false, {
    theme: logement,
    libelle: "Où habitez-vous ?",
    critere: "contrainte_logement",
  }),
  question(difficulteLogement, true, {
    theme: logement,
    libelle: "Quelles difficultés rencontrez-vous pour vous loger ?",
    exclusives: ["1001"],
    critere: "contrainte_logement",
  }),
  question(difficulteSociale, true, {
    theme: social,
    libelle: "Quelles difficultés rencontrez-vous ?",
    exclusives: ["0401"],
    critere: "contrainte_sante",
  }),
  question(soutienDemarches, false, {
    theme: social,
    libelle: "Souhaitez-vous être aidé dans vos démarches ?",
    critere: "contrainte_administrative_juridique",
  }),
  question(accompagnementIndividuel, false, {
    theme: social,
    libelle: "Un travailleur social vous accompagne-t-il déjà ?",
  }),
];

/** What the orientation criteria of 2024 ask and the flow does not carry: codes of our own. */
const questionsDesCriteres: readonly QuestionDiagnostic[] = [
  {
    code: "NUMERIQUE",
    theme: social,
    libelle: "Êtes-vous à l’aise avec les démarches en ligne ?",
    multiple: false,
    reponses: { AISE: "Oui", AIDE: "Avec de l’aide", NON: "Non", SANS: "Sans équipement" },
    exclusives: [],
    critereOrientation: "contrainte_numerique",
    texte: criteres,
    certitude: "a-confirmer",
  },
  {
    code: "TEMPSVOULU",
    theme: projet,
    libelle: "Quel emploi cherchez-vous ?",
    multiple: true,
    reponses: {
      PLEIN: "Un temps plein",
      PARTIEL: "Un temps partiel",
      HORAIRES: "Des horaires adaptés à ma famille ou à ma santé",
      AUCUN: "Aucun pour le moment",
    },
    exclusives: ["AUCUN"],
    critereOrientation: "type_emploi",
    texte: criteres,
    certitude: "a-confirmer",
  },
];

const themes = [demande, parcours, formation, projet, disponibilite, mobile, logement, social];

/** In the order of the conversation. */
const ordonner = (questions: readonly QuestionDiagnostic[]) =>
  themes.flatMap((theme) => questions.filter((une) => une.theme === theme));

/** The questions of the socio-professional diagnosis, with the codes of the CAF’s instruction flow. */
export const diagnosticNational: ParametreDate<readonly QuestionDiagnostic[]> = [
  {
    depuis: "2009-06-01",
    valeur: questionsDuFlux,
    texte: `${norme} ; questions choisies et dites avec d’autres mots`,
    certitude: "S",
  },
  {
    depuis: "2025-01-01",
    valeur: ordonner([...questionsDuFlux, ...questionsDesCriteres]),
    texte: criteres,
    certitude: "S",
  },
];
