import type { Referentiel } from "../../src/commun/referentiel/domain/referentiel.ts";
import { arriveeMensuelleProposee } from "../national/arrivee-mensuelle.ts";
import { beneficiaireNational } from "../national/beneficiaire.ts";
import {
  completudeEcrite,
  completudeProposee,
  inscriptionGeneralisee,
} from "../national/completude.ts";
import { diagnosticNational } from "../national/diagnostic.ts";
import { messagesProposes } from "../national/messages.ts";
import { agenda } from "./agenda.ts";
import { contrats } from "./contrats.ts";
import { courriers } from "./courriers.ts";
import { echeances, joursFeries } from "./echeances.ts";
import { matrice } from "./matrice.ts";
import { offre } from "./offre.ts";
import { orientation } from "./orientation.ts";
import { echeancesDuParcours, parcours } from "./parcours.ts";
import { entretien } from "./themes.ts";

const document =
  "Cahier des charges 2015 des référents de parcours professionnels, Conseil départemental du Bas-Rhin";
const depuis = "2015-01-01";

export const basRhin2015: Referentiel = {
  nom: "bas-rhin-2015",
  titre: "Bas-Rhin 2015",
  departement: { code: "67", nom: "Bas-Rhin", avecArticle: "le Bas-Rhin" },
  document: { titre: document, fichier: "002_e3287cd04900fac0.txt" },
  vocabulaire: [
    {
      depuis,
      valeur: {
        personne: "allocataire",
        referent: "référent de parcours",
        territoire: "territoire",
        territoires: "territoires",
        gestionnaire: "gestionnaire",
        responsableTerritorial: "responsable territorial",
        commission: "commission territoriale RSA (CTRSA)",
        contrat: "contrat d’engagement",
      },
      texte: `${document} : désignation de l’opérateur et missions ; « gestionnaire » et « responsable territorial » n’y sont pas, ils sont proposés`,
      certitude: "a-confirmer",
    },
  ],
  couleurs: [
    {
      depuis,
      valeur: { principale: "#5a2742", secondaire: "#1f7a8c" },
      texte: "Proposées : le grès des Vosges et le Rhin",
      certitude: "a-confirmer",
    },
  ],
  completude: [
    ...completudeProposee({
      depuis,
      texte: `${document} : il n’énumère pas les informations d’un dossier ; liste proposée`,
    }),
    completudeEcrite({
      code: "demandeur-emploi",
      libelle: "identifiant de demandeur d’emploi",
      population: "soumis-droits-devoirs",
      depuis,
      jusqua: "2025-01-01",
      texte: `${document} : « L’opérateur s’assure de l’inscription à Pôle emploi comme demandeur d’emploi »`,
      certitude: "V",
    }),
    inscriptionGeneralisee,
  ],
  territoires: [
    {
      depuis,
      valeur: [
        { nom: "Strasbourg", communes: [], epci: ["246700488"], arrondissements: [] },
        { nom: "Haguenau-Wissembourg", communes: [], epci: [], arrondissements: ["672"] },
        { nom: "Molsheim", communes: [], epci: [], arrondissements: ["673"] },
        { nom: "Saverne", communes: [], epci: [], arrondissements: ["674"] },
        { nom: "Sélestat-Erstein", communes: [], epci: [], arrondissements: ["675"] },
      ],
      texte: `${document} : il distingue la communauté urbaine de Strasbourg du reste du département. Les autres territoires suivent les arrondissements et s’ajustent dans l’application`,
      certitude: "a-confirmer",
    },
  ],
  beneficiaire: beneficiaireNational,
  arriveeMensuelle: arriveeMensuelleProposee,
  orientation,
  diagnostic: diagnosticNational,
  matrice,
  echeances: [...echeances, ...echeancesDuParcours],
  parcours,
  joursFeries,
  courriers,
  agenda,
  entretien,
  contrats,
  offre,
  messages: messagesProposes({
    depuis,
    expediteur: "Département du Bas-Rhin",
    expediteurSms: "DEPT 67",
  }),
};
