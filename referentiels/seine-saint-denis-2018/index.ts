import type { Referentiel } from "../../src/commun/referentiel/domain/referentiel.ts";
import { arriveeMensuelleProposee } from "../national/arrivee-mensuelle.ts";
import { beneficiaireNational } from "../national/beneficiaire.ts";
import { completudeProposee, inscriptionGeneralisee } from "../national/completude.ts";
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

const document = "Lettre de mission unique 2018-2020, Projet de Ville RSA, Seine-Saint-Denis";
const depuis = "2018-01-01";

export const seineSaintDenis2018: Referentiel = {
  nom: "seine-saint-denis-2018",
  titre: "Seine-Saint-Denis 2018",
  departement: { code: "93", nom: "Seine-Saint-Denis", avecArticle: "la Seine-Saint-Denis" },
  document: { titre: document, fichier: "000_f06212a8d3162c91.txt" },
  vocabulaire: [
    {
      depuis,
      valeur: {
        personne: "bénéficiaire",
        referent: "référent RSA",
        territoire: "territoire",
        territoires: "territoires",
        gestionnaire: "secrétaire gestionnaire",
        responsableTerritorial: "chef de Projet de Ville RSA",
        commission: "équipe pluridisciplinaire",
        contrat: "contrat d’engagement réciproque",
      },
      texte: `${document} : management, référence, accueil et gestion`,
      certitude: "S",
    },
  ],
  couleurs: [
    {
      depuis,
      valeur: { principale: "#3b2a7a", secondaire: "#c2347f" },
      texte: "Proposées : l’indigo et la mauve",
      certitude: "a-confirmer",
    },
  ],
  completude: [
    ...completudeProposee({
      depuis,
      texte: `${document} : « qualité des échanges d’informations avec le Département » (aucune liste) ; liste proposée`,
    }),
    inscriptionGeneralisee,
  ],
  territoires: [
    {
      depuis,
      valeur: [
        { nom: "Plaine Commune", communes: [], epci: ["200057867"], arrondissements: [] },
        { nom: "Est Ensemble", communes: [], epci: ["200057875"], arrondissements: [] },
        { nom: "Paris Terres d’Envol", communes: [], epci: ["200058097"], arrondissements: [] },
        { nom: "Grand Paris Grand Est", communes: [], epci: ["200058790"], arrondissements: [] },
      ],
      texte: `${document} : convention avec la commune, le CCAS ou l’établissement public territorial. Les territoires suivent ces établissements et s’ajustent dans l’application`,
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
    expediteur: "Département de la Seine-Saint-Denis",
    expediteurSms: "DEPT 93",
  }),
};
