import type { State } from "#platform/ui/tone.ts";
import type { PorteurEcheance } from "../domain/echeance.ts";
import type { Certitude } from "../domain/parametre-date.ts";
import type { RegleCompletude, Vocabulaire } from "../domain/referentiel.ts";

export const certitudes: Readonly<
  Record<Certitude, { readonly mot: string; readonly ton: State }>
> = {
  V: { mot: "Lu dans le texte", ton: "ok" },
  S: { mot: "Source secondaire", ton: "waiting" },
  M: { mot: "À vérifier", ton: "soon" },
  "a-confirmer": { mot: "À confirmer", ton: "soon" },
};

export const populations: Readonly<Record<Exclude<RegleCompletude["population"], "tous">, string>> =
  {
    "soumis-droits-devoirs": "si la personne est soumise aux droits et devoirs",
    "nouveaux-entrants": "si la personne vient d’entrer",
  };

export const porteurs: Readonly<Record<PorteurEcheance, string>> = {
  gestionnaire: "Gestionnaire",
  responsable: "Responsable",
  referent: "Référent",
};

export const mots: Readonly<Record<keyof Vocabulaire, string>> = {
  personne: "La personne accompagnée",
  referent: "Qui l’accompagne",
  territoire: "Une partie du département",
  territoires: "Les parties du département",
  gestionnaire: "Qui tient les dossiers",
  responsableTerritorial: "Qui décide sur le territoire",
  commission: "L’instance consultée",
  contrat: "Le contrat",
};
