import type { Calendrier, RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { echeancesAgenda } from "../national/agenda.ts";
import { echeancesNationales, etapeLocale } from "../national/echeances.ts";

const document = "Lettre de mission unique 2018-2020, Projet de Ville RSA, Seine-Saint-Denis";
const depuis = "2018-01-01";

export const echeances: readonly RegleEcheance[] = [
  ...echeancesNationales,
  ...echeancesAgenda(depuis),
  etapeLocale.notifier(
    {
      depuis,
      texte: `${document} : « Contribution active à la mise en œuvre du dispositif d’orientation et d’accompagnement » (dix jours ouvrés sont proposés)`,
    },
    {
      libelle: "Notifier l’orientation et informer le service référent",
      delai: { nombre: 10, unite: "jours-ouvres", report: "aucun" },
    },
  ),
  etapeLocale.fixerPremierRendezVous(
    {
      depuis,
      texte: `${document} : « mise en œuvre de la référence RSA pour les personnes orientées vers le Projet de Ville RSA » (dix jours ouvrés sont proposés)`,
    },
    {
      libelle: "Fixer le premier rendez-vous",
      delai: { nombre: 10, unite: "jours-ouvres", report: "aucun" },
    },
  ),
  etapeLocale.recevoir(
    {
      depuis,
      texte: `${document} : « mise en œuvre de la référence RSA » (un mois est proposé)`,
    },
    {
      libelle: "Tenir le premier rendez-vous",
      delai: { nombre: 1, unite: "mois", report: "jour-ouvre-suivant" },
    },
  ),
  etapeLocale.examinerReorientation(
    {
      depuis,
      texte: `${document} : « Réorientation du bénéficiaire vers un autre service référent en saisissant l’instance de concertation locale puis l’équipe pluridisciplinaire » (deux mois sont proposés)`,
    },
    {
      libelle: "Décider après l’instance de concertation et l’équipe pluridisciplinaire",
      delai: { nombre: 2, unite: "mois", report: "jour-ouvre-suivant" },
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
