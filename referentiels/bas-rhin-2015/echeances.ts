import type { Calendrier, RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { echeancesAgenda } from "../national/agenda.ts";
import { echeancesNationales, etapeLocale } from "../national/echeances.ts";

const document =
  "Cahier des charges 2015 des référents de parcours professionnels, Conseil départemental du Bas-Rhin";
const depuis = "2015-01-01";

export const echeances: readonly RegleEcheance[] = [
  ...echeancesNationales,
  ...echeancesAgenda(depuis),
  etapeLocale.notifier(
    {
      depuis,
      texte: `${document}, 2) a) : la désignation « est formalisée dans un contrat d’orientation signé entre le Président du Conseil Départemental et le bénéficiaire » (quinze jours sont proposés)`,
    },
    {
      libelle: "Faire signer et remettre le contrat d’orientation",
      delai: { nombre: 15, unite: "jours", report: "jour-ouvre-suivant" },
    },
  ),
  etapeLocale.fixerPremierRendezVous(
    {
      depuis,
      texte: `${document}, 2) b) : « Le référent de parcours est informé de cette orientation et convoque l’allocataire du RSA » (dix jours ouvrés sont proposés)`,
    },
    {
      libelle: "Convoquer la personne au premier rendez-vous",
      delai: { nombre: 10, unite: "jours-ouvres", report: "aucun" },
    },
  ),
  etapeLocale.recevoir(
    {
      depuis,
      texte: `${document}, 2) b) : la première rencontre « pour démarrer le parcours professionnel » (un mois est proposé)`,
    },
    {
      libelle: "Tenir le premier rendez-vous",
      delai: { nombre: 1, unite: "mois", report: "jour-ouvre-suivant" },
    },
  ),
  etapeLocale.confirmer(
    {
      depuis,
      texte: `${document}, 2) b) : « Le référent désigné effectue, lors de cette 1ère rencontre, un premier diagnostic qui permet de confirmer ou d’infirmer sa désignation »`,
      certitude: "V",
    },
    {
      libelle: "Confirmer ou infirmer sa désignation",
      delai: { nombre: 0, unite: "jours", report: "jour-ouvre-suivant" },
    },
  ),
  etapeLocale.examinerReorientation(
    {
      depuis,
      texte: `${document}, 2) b) : en cas d’infirmation, le référent « sollicite l’examen de la situation par la commission territoriale RSA […] (dite “CTRSA Réorientation”) » (deux mois sont proposés)`,
    },
    {
      libelle: "Décider après la CTRSA Réorientation",
      delai: { nombre: 2, unite: "mois", report: "jour-ouvre-suivant" },
    },
  ),
];

export const joursFeries: ParametreDate<Calendrier> = [
  {
    depuis: "2009-06-01",
    valeur: "alsace-moselle",
    texte:
      "Code du travail, art. L3134-13 : le Vendredi saint et le 26 décembre sont aussi chômés en Alsace et en Moselle",
    certitude: "V",
  },
];
