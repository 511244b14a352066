import type { Calendrier, RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { echeancesAgenda } from "../national/agenda.ts";
import { echeancesNationales, etapeLocale } from "../national/echeances.ts";

const document =
  "Guide du porteur de projet, appel à projets 2019-2021 « De l’insertion à l’emploi », Département du Nord";
const depuis = "2019-01-01";

export const echeances: readonly RegleEcheance[] = [
  ...echeancesNationales,
  ...echeancesAgenda(depuis),
  etapeLocale.notifier(
    {
      depuis,
      texte: `${document} : les opérateurs accueillent « les allocataires qui leur sont adressés par le PIPLE » (cinq jours ouvrés sont proposés)`,
    },
    {
      libelle: "Notifier l’orientation et adresser la personne à l’opérateur",
      delai: { nombre: 5, unite: "jours-ouvres", report: "aucun" },
    },
  ),
  etapeLocale.fixerPremierRendezVous(
    {
      depuis,
      texte: `${document} : accueil des allocataires adressés par le PIPLE (quinze jours sont proposés)`,
    },
    {
      libelle: "Fixer le premier rendez-vous",
      delai: { nombre: 15, unite: "jours", report: "jour-ouvre-suivant" },
    },
  ),
  etapeLocale.recevoir(
    {
      depuis,
      texte: `${document} : accueil des allocataires « en vue de leur orientation ou leur positionnement » (un mois est proposé)`,
    },
    {
      libelle: "Tenir le premier rendez-vous",
      delai: { nombre: 1, unite: "mois", report: "jour-ouvre-suivant" },
    },
  ),
  etapeLocale.examinerReorientation(
    {
      depuis,
      texte: `${document} : « Réorienter l’allocataire vers un autre type d’accompagnement » (un mois est proposé)`,
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
