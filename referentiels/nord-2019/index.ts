import type { Referentiel } from "../../src/commun/referentiel/domain/referentiel.ts";
import { arriveeMensuelleProposee } from "../national/arrivee-mensuelle.ts";
import { beneficiaireNational } from "../national/beneficiaire.ts";
import { completudeProposee, inscriptionGeneralisee } from "../national/completude.ts";
import { diagnosticNational } from "../national/diagnostic.ts";
import { messagesProposes } from "../national/messages.ts";
import { agenda } from "./agenda.ts";
import { versantNordEst } from "./communes.ts";
import { contrats } from "./contrats.ts";
import { courriers } from "./courriers.ts";
import { echeances, joursFeries } from "./echeances.ts";
import { matrice } from "./matrice.ts";
import { offre } from "./offre.ts";
import { orientation } from "./orientation.ts";
import { echeancesDuParcours, parcours } from "./parcours.ts";
import { entretien } from "./themes.ts";

const document =
  "Guide du porteur de projet, appel à projets 2019-2021 « De l’insertion à l’emploi », Département du Nord";
const depuis = "2019-01-01";

export const nord2019: Referentiel = {
  nom: "nord-2019",
  titre: "Nord 2019",
  departement: { code: "59", nom: "Nord", avecArticle: "le Nord" },
  document: { titre: document, fichier: "004_8f2e1e609565e019.txt" },
  vocabulaire: [
    {
      depuis,
      valeur: {
        personne: "allocataire",
        referent: "référent d’accompagnement",
        territoire: "direction territoriale",
        territoires: "directions territoriales",
        gestionnaire: "gestionnaire",
        responsableTerritorial:
          "responsable du pôle de l’insertion professionnelle et de la lutte contre les exclusions (PIPLE)",
        commission: "équipe pluridisciplinaire",
        contrat: "contrat d’engagements réciproques (CER)",
      },
      texte: `${document} : contractualisation, missions des référents et contacts ; « gestionnaire » et « équipe pluridisciplinaire » n’y sont pas, ils sont proposés`,
      certitude: "a-confirmer",
    },
  ],
  couleurs: [
    {
      depuis,
      valeur: { principale: "#1d3557", secondaire: "#a4502a" },
      texte: "Proposées : l’encre et la brique",
      certitude: "a-confirmer",
    },
  ],
  completude: [
    ...completudeProposee({
      depuis,
      texte: `${document} : il n’énumère pas les informations d’un dossier ; liste proposée`,
    }),
    inscriptionGeneralisee,
  ],
  territoires: [
    {
      depuis,
      valeur: [
        { nom: "Avesnois", communes: [], epci: [], arrondissements: ["591"] },
        { nom: "Cambrésis", communes: [], epci: [], arrondissements: ["592"] },
        { nom: "Douaisis", communes: [], epci: [], arrondissements: ["593"] },
        {
          nom: "Flandre maritime",
          communes: [],
          epci: ["245900428", "200040954"],
          arrondissements: [],
        },
        {
          nom: "Flandre intérieure",
          communes: [],
          epci: ["200040947", "245900758"],
          arrondissements: [],
        },
        { nom: "Métropole Lille", communes: [], epci: [], arrondissements: ["595"] },
        {
          nom: "Métropole Roubaix-Tourcoing",
          communes: versantNordEst,
          epci: [],
          arrondissements: [],
        },
        { nom: "Valenciennois", communes: [], epci: [], arrondissements: ["596"] },
      ],
      texte: `${document} : les huit directions territoriales (contacts). Leurs communes suivent les arrondissements et les intercommunalités, et le versant nord-est de la métropole pour Roubaix-Tourcoing ; elles s’ajustent dans l’application`,
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
    expediteur: "Département du Nord",
    expediteurSms: "DEPT NORD",
  }),
};
