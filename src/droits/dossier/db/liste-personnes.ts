import { jointureCommune, jointureTerritoire } from "#droits/territoire";
import { defineList } from "#platform/db/list/definition.ts";
import { colonnesPersonnes } from "./colonnes-personnes.ts";
import { filtresPersonnes } from "./filtres-personnes.ts";
import { conditionPortee } from "./portee.ts";

/** The persons of the département, one line each, as they stand today. */
export const definitionPersonnes = defineList({
  name: "personnes",
  noun: { one: "personne", many: "personnes", feminine: true },
  from: "situation_personne s",
  joins: {
    commune: jointureCommune("s.code_commune"),
    territoire: jointureTerritoire("s.code_commune"),
  },
  key: "s.personne_id",
  columns: colonnesPersonnes,
  extra: {
    qualite: { sql: "s.qualite" },
    prenom: { sql: "s.prenom" },
    nom: { sql: "s.nom" },
    etat: { sql: "s.etat" },
  },
  filters: filtresPersonnes,
  perimeter: (portee) => conditionPortee(portee),
  defaultSort: { key: "nom", dir: "asc" },
  defaultFilters: { beneficiaire: "oui" },
});

interface Requete {
  readonly nom: string;
  readonly libelle: string;
  /** The sentence of the text, with its reference. */
  readonly source: string;
  readonly definition: typeof definitionPersonnes;
  readonly adresse: string;
  readonly chemin: string;
  readonly droit: string;
}

const commune = {
  definition: definitionPersonnes,
  chemin: "/personnes",
  droit: "personne:lister",
} as const;
const profil = "Profil de poste « assistant administratif insertion », Somme";

/** The questions a manager's office asks every week. */
export const requetesDossier: readonly Requete[] = [
  {
    ...commune,
    nom: "droits-clos",
    libelle: "Droits clos depuis deux mois",
    source: `${profil} : « Editer les requêtes des droits clos »`,
    adresse: "beneficiaire=tous&etat=5,6&depuis=62j",
  },
  {
    ...commune,
    nom: "dossiers-incomplets",
    libelle: "Dossiers incomplets",
    source: `${profil} : « Vérifier la complétude des dossiers »`,
    adresse: "incomplet=oui",
  },
  {
    ...commune,
    nom: "nouveaux-entrants",
    libelle: "Nouveaux entrants du dernier fichier",
    source: `${profil} : « Vérifier pour les nouveaux entrants dans le dispositif, la réalisation d’un diagnostic socioprofessionnel »`,
    adresse: "nouveau=oui",
  },
];
