import type {
  RegleOrientation,
  TypeOrientation,
} from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

const document =
  "Cahier des charges 2015 des référents de parcours professionnels, Département du Bas-Rhin";

const types: readonly TypeOrientation[] = [
  {
    code: "professionnel",
    libelle: "Parcours d’insertion professionnelle",
    parent: null,
    dominante: "emploi",
    classes: [],
  },
  {
    code: "referent-professionnel",
    libelle: "Référent de parcours professionnel",
    parent: "professionnel",
    dominante: "emploi",
    classes: ["association", "organisme-agree", "commune", "mission-locale"],
  },
  {
    code: "service-public-emploi",
    libelle: "Suivi par le service public de l’emploi",
    parent: "professionnel",
    dominante: "emploi",
    classes: ["france-travail", "cap-emploi"],
  },
  {
    code: "independants",
    libelle: "Accompagnement des travailleurs indépendants",
    parent: "professionnel",
    dominante: "emploi",
    classes: ["association", "organisme-agree"],
  },
  {
    code: "mobilisation",
    libelle: "Mobilisation vers l’emploi avec appui social",
    parent: null,
    dominante: "socio-professionnelle",
    classes: ["departement", "ccas", "commune", "association", "organisme-agree"],
  },
  {
    code: "social",
    libelle: "Parcours d’insertion sociale",
    parent: null,
    dominante: "sociale",
    classes: ["departement", "ccas", "commune"],
  },
];

export const orientation: ParametreDate<RegleOrientation> = [
  {
    depuis: "2015-01-01",
    valeur: {
      types,
      circuit: {
        transmission: false,
        dossierCompletExige: false,
        contratOrientation: true,
        informes: [],
        confirmationParReferent: true,
        reorientation: [{ code: "ctrsa-reorientation", libelle: "CTRSA Réorientation" }],
        decideur: "Président du Conseil départemental du Bas-Rhin",
      },
    },
    texte: `${document} : « désigné par le Président du Conseil Départemental à l’issue d’un diagnostic », « parcours d’insertion sociale ou d’insertion professionnelle », « contrat d’orientation signé entre le Président du Conseil Départemental et le bénéficiaire », « confirmer ou infirmer sa désignation », « CTRSA Réorientation », indépendants à part. Le parcours de mobilisation, tiré des ateliers du cahier des charges, et les organismes de chaque type sont proposés.`,
    certitude: "a-confirmer",
  },
];
