import { definirPersonnes } from "./definir-personnes.ts";

/** The persons of the département, one line each, as they stand today. */
export const definitionPersonnes = definirPersonnes({ name: "personnes" });

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
    libelle: "Droits clos ces deux derniers mois",
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
  {
    ...commune,
    nom: "allocataires-non-orientes",
    libelle: "Allocataires non orientés",
    source: `${profil} : « Editer les requêtes […] des allocataires non orientés »`,
    adresse: "role=DEM&orientation=aucune",
  },
  {
    ...commune,
    nom: "conjoints-non-orientes",
    libelle: "Conjoints non orientés",
    source: `${profil} : « Editer les requêtes […] des conjoints non orientés »`,
    adresse: "role=CJT&orientation=aucune",
  },
];
