import type { ProgrammeOffre } from "../../src/commun/referentiel/domain/offre.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { offreProposee } from "../national/offre.ts";
import { fichesAxe1 } from "./fiches/axe-1.ts";
import { fichesAxe2 } from "./fiches/axe-2.ts";
import { fichesAxe3 } from "./fiches/axe-3.ts";
import { fichesAxe6 } from "./fiches/axe-6.ts";
import { fichesAxes4Et5 } from "./fiches/axes-4-et-5.ts";
import { guide } from "./fiches/socle.ts";

export const offre: ParametreDate<ProgrammeOffre> = [
  {
    depuis: "2019-01-01",
    valeur: {
      ...offreProposee,
      titre: "De l’insertion à l’emploi",
      axes: [
        {
          code: "i",
          numero: "Axe I",
          libelle: "Aller directement à l’emploi",
          objectif:
            "Mise en relation avec un employeur repéré, en vue d’un retour à l’emploi durable",
          domaine: "professionnel",
        },
        {
          code: "ii",
          numero: "Axe II",
          libelle: "Se préparer à l’emploi",
          objectif: "Développer les compétences nécessaires à l’accès à l’emploi",
          domaine: "professionnel",
        },
        {
          code: "iii",
          numero: "Axe III",
          libelle: "Définir et concrétiser son projet professionnel",
          objectif: "Construire et valider un projet d’emploi cohérent",
          domaine: "professionnel",
        },
        {
          code: "iv",
          numero: "Axe IV",
          libelle: "Se mobiliser vers l’emploi, en atelier et chantier d’insertion",
          objectif: "Se remobiliser en vue d’une sortie vers l’emploi classique",
          domaine: "professionnel",
        },
        {
          code: "v",
          numero: "Axe V",
          libelle: "Lever les freins à l’emploi",
          objectif: "Résoudre les dernières difficultés, de mobilité et de garde d’enfants d’abord",
          domaine: "professionnel",
        },
        {
          code: "vi",
          numero: "Axe VI",
          libelle: "Dynamiser son insertion sociale",
          objectif: "Un accompagnement social qui rapproche de l’emploi",
          domaine: "social",
        },
      ],
      passages: [
        { de: "vi", vers: "v" },
        { de: "vi", vers: "iv" },
        { de: "vi", vers: "iii" },
        { de: "v", vers: "iii" },
        { de: "iv", vers: "ii" },
        { de: "iii", vers: "ii" },
        { de: "ii", vers: "i" },
      ],
      fiches: [...fichesAxe1, ...fichesAxe2, ...fichesAxe3, ...fichesAxes4Et5, ...fichesAxe6],
      categoriesAdmises: {
        valeur: [
          "association",
          "fondation",
          "ccas",
          "cias",
          "epci",
          "commune",
          "etablissement-public",
          "ess",
        ],
        texte: `${guide}, « Éligibilité des opérateurs » : associations, fondations, acteurs publics ou parapublics, économie sociale et solidaire`,
        certitude: "V",
      },
      prescripteurs: {
        valeur: ["departement", "ccas", "commune", "association", "france-travail"],
        texte: `${guide}, « Périmètre d’intervention » : les allocataires adressés par le PIPLE ; les autres prescripteurs sont proposés`,
        certitude: "a-confirmer",
      },
      doublesPresences: {
        valeur: [
          { une: "i-1", autre: "i-2" },
          { une: "vi-1", autre: "toutes" },
        ],
        texte: `${guide}, fiches I.2 et VI.1 : la référence accompagne pendant l’IOD ; « Maintenir le suivi de l’allocataire lorsqu’il intègre une autre action »`,
        certitude: "V",
      },
    },
    texte: `${guide}, annexes 1 à 11`,
    certitude: "V",
  },
];
