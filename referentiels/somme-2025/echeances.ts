import type { Calendrier, RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { echeancesAgenda } from "../national/agenda.ts";
import { echeancesNationales, etapeLocale } from "../national/echeances.ts";

const document =
  "Profil de poste « Assistant(e) administratif(ve) insertion », Département de la Somme";
const depuis = "2025-01-01";
const integration = `${document} : « Respecter le process d’intégration (15 jours calendaire) en lien avec le référent désigné »`;

export const echeances: readonly RegleEcheance[] = [
  ...echeancesNationales,
  ...echeancesAgenda(depuis),
  etapeLocale.transmettre(
    {
      depuis,
      texte: `${document} : « Transmettre les dossiers au RTILE pour décision » (le délai n’y est pas dit ; cinq jours ouvrés sont proposés)`,
    },
    {
      libelle: "Transmettre le dossier au RTILE pour décision",
      delai: { nombre: 5, unite: "jours-ouvres", report: "aucun" },
    },
  ),
  etapeLocale.notifier(
    {
      depuis,
      texte: `${document} : « Transmettre la décision à l’usager et au prestataire pour mise en place de l’accompagnement » (cinq jours ouvrés sont proposés, dans les quinze jours de l’intégration)`,
    },
    {
      libelle: "Transmettre la décision à la personne et au prestataire",
      delai: { nombre: 5, unite: "jours-ouvres", report: "aucun" },
    },
  ),
  etapeLocale.fixerPremierRendezVous(
    { depuis, texte: `${integration} (sept jours sont proposés pour fixer le rendez-vous)` },
    {
      libelle: "Fixer le premier rendez-vous",
      delai: { nombre: 7, unite: "jours", report: "jour-ouvre-suivant" },
    },
  ),
  etapeLocale.recevoir(
    { depuis, texte: integration, certitude: "V" },
    {
      libelle: "Intégrer la personne : tenir le premier rendez-vous",
      delai: { nombre: 15, unite: "jours", report: "aucun" },
    },
  ),
  etapeLocale.examinerReorientation(
    {
      depuis,
      texte:
        "Code du travail, art. L5411-5-2, II : l’organisme référent demande une nouvelle orientation (aucun délai n’y est dit ; un mois est proposé)",
    },
    {
      libelle: "Décider de la demande de réorientation",
      delai: { nombre: 1, unite: "mois", report: "jour-ouvre-suivant" },
    },
  ),
];

export const joursFeries: ParametreDate<Calendrier> = [
  {
    depuis: "2009-06-01",
    valeur: "metropole",
    texte: "Code du travail, art. L3133-1",
    certitude: "V",
  },
];
