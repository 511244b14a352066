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
import { entretienNational } from "../national/themes.ts";
import { agenda } from "./agenda.ts";
import { contrats } from "./contrats.ts";
import { courriers } from "./courriers.ts";
import { echeances, joursFeries } from "./echeances.ts";
import { matrice } from "./matrice.ts";
import { offre } from "./offre.ts";
import { orientation } from "./orientation.ts";
import { echeancesDuParcours, parcours } from "./parcours.ts";

const document =
  "Profil de poste « Assistant(e) administratif(ve) insertion », Département de la Somme";
const depuis = "2025-01-01";

export const somme2025: Referentiel = {
  nom: "somme-2025",
  titre: "Somme 2025",
  departement: { code: "80", nom: "Somme", avecArticle: "la Somme" },
  document: { titre: document, fichier: "003_cf83ef6b90bed796.txt" },
  vocabulaire: [
    {
      depuis,
      valeur: {
        personne: "allocataire",
        referent: "référent désigné",
        territoire: "territoire",
        territoires: "territoires",
        gestionnaire: "assistant administratif insertion",
        responsableTerritorial: "responsable territorial insertion, logement et emploi (RTILE)",
        commission: "équipe pluridisciplinaire (EP)",
        contrat: "contrat d’engagement réciproque",
      },
      texte: `${document} : mission principale et activités`,
      certitude: "V",
    },
  ],
  couleurs: [
    {
      depuis,
      valeur: { principale: "#0f4c4a", secondaire: "#2b6cb0" },
      texte: "Proposées : l’eau et le ciel de la baie de Somme",
      certitude: "a-confirmer",
    },
  ],
  completude: [
    ...completudeProposee({
      depuis,
      texte: `${document} : « Vérifier la complétude des dossiers » (la liste n’y est pas donnée)`,
    }),
    completudeEcrite({
      code: "diagnostic",
      libelle: "diagnostic socioprofessionnel",
      population: "nouveaux-entrants",
      depuis,
      texte: `${document} : « Vérifier pour les nouveaux entrants dans le dispositif, la réalisation d’un Diagnostic Socioprofessionnel »`,
      certitude: "V",
    }),
    inscriptionGeneralisee,
  ],
  territoires: [
    {
      depuis,
      valeur: [
        { nom: "Amiens", communes: [], epci: ["248000531"], arrondissements: [] },
        {
          nom: "Grand Amiénois",
          communes: [],
          epci: ["200071223", "200070951", "248000499", "200071181"],
          arrondissements: [],
        },
        {
          nom: "Picardie maritime",
          communes: [],
          epci: ["200070993", "200070936", "200070944", "247600588"],
          arrondissements: ["801"],
        },
        {
          nom: "Santerre et Haute-Somme",
          communes: [],
          epci: ["200037059", "200070928", "200070985", "248000747"],
          arrondissements: ["804"],
        },
        {
          nom: "Avre et Trois-Rivières",
          communes: [],
          epci: ["200070977", "200070969"],
          arrondissements: ["803"],
        },
      ],
      texte: `${document} : « Territoire Amiens ». Les autres territoires sont proposés en groupant les intercommunalités ; ils s’ajustent dans l’application`,
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
  entretien: entretienNational,
  contrats,
  offre,
  messages: messagesProposes({
    depuis,
    expediteur: "Département de la Somme",
    expediteurSms: "DEPT SOMME",
  }),
};
