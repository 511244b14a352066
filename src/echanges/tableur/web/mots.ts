import type { NatureSortie } from "#commun/referentiel";
import type { State } from "#platform/ui/tone.ts";
import type { Depot } from "../db/depots.ts";

export function etatDuDepot(
  { lanceLe, integreLe }: Pick<Depot, "lanceLe" | "integreLe">,
  refusees: number,
): { readonly mot: string; readonly ton: State } {
  if (lanceLe === null) return { mot: "à vérifier", ton: "soon" };
  if (integreLe === null) return { mot: "en cours", ton: "waiting" };
  return refusees === 0
    ? { mot: "pris en entier", ton: "ok" }
    : { mot: "lignes à corriger", ton: "late" };
}

export const naturesEnMots: Readonly<Record<NatureSortie, string>> = {
  cdi: "CDI",
  titularisation: "Titularisation dans la fonction publique",
  cdd: "CDD",
  interim: "Intérim",
  saisonnier: "Contrat saisonnier",
  cesu: "Chèque emploi service",
  alternance: "Alternance",
  "contrat-aide-non-marchand": "Contrat aidé du secteur non marchand",
  "contrat-aide-marchand": "Contrat aidé du secteur marchand",
  creation: "Création ou reprise d’entreprise",
  "formation-qualifiante": "Formation qualifiante",
  "autre-action": "Autre action d’insertion",
  "autres-droits": "Accès à d’autres droits",
  "fin-rsa": "Fin du droit au RSA",
  "fin-de-duree": "Fin de la durée prévue",
  abandon: "Abandon",
  demenagement: "Déménagement",
  incarceration: "Incarcération",
  deces: "Décès",
  autre: "Autre",
};
