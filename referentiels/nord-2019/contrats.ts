import type { NatureContrat } from "../../src/commun/referentiel/domain/contrat.ts";
import {
  cerProfessionnel,
  cerSocial,
  contratDEngagement,
  contratsDe,
  ppae,
} from "../national/contrats.ts";

const document =
  "Guide du porteur de projet, appel à projets 2019-2021 « De l’insertion à l’emploi », Département du Nord";

const duree: NatureContrat["duree"] = {
  min: 3,
  max: 12,
  defaut: 12,
  renouvellements: 1,
  totalMax: 24,
  texte: `${document} : « L’accompagnement ne devra pas excéder 12 mois », trois mois au plus pour un coaching, « 12 mois renouvelables » ailleurs ; le contrat suit l’accompagnement (24 mois au plus sont proposés)`,
  certitude: "a-confirmer",
};

const derogations: NatureContrat["derogations"] = [
  {
    code: "cinquante-ans",
    libelle: "Salarié d’un atelier ou chantier d’insertion, âgé de cinquante ans et plus",
    totalMax: null,
    texte: `${document}, ateliers et chantiers d’insertion : la durée peut excéder 24 mois pour des publics spécifiques`,
    certitude: "V",
  },
  {
    code: "travailleur-handicape",
    libelle: "Salarié d’un atelier ou chantier d’insertion, travailleur handicapé",
    totalMax: null,
    texte: `${document}, ateliers et chantiers d’insertion : la durée peut excéder 24 mois pour des publics spécifiques`,
    certitude: "V",
  },
  {
    code: "formation",
    libelle: "Formation à achever",
    totalMax: 36,
    texte: `${document} : proposé, le temps d’achever une formation commencée`,
    certitude: "a-confirmer",
  },
];

const local = { duree, derogations } as const;

export const contrats = contratsDe("59", "2009-06-01", {
  texte: `${document}, « Contractualisation »`,
  natures: [
    { ...cerProfessionnel, ...local },
    { ...cerSocial, ...local },
    ppae,
    { ...contratDEngagement, ...local },
  ],
});
