import { estOuvert } from "./beneficiaire.ts";

export const libellesMouvement = {
  stock: "Déjà là au premier fichier",
  entree: "Nouvel entrant",
  retour: "Retour après une sortie",
  "changement-dossier": "Suite d’un autre dossier",
  sortie: "N’est plus à accompagner",
  "sortie-foyer": "A quitté le foyer",
  suspension: "Droit suspendu",
  reprise: "Droit repris",
  cloture: "Droit clos",
  refus: "Droit refusé",
  demenagement: "A changé de commune",
} as const;

export type NatureMouvement = keyof typeof libellesMouvement;

/** One person in one dossier, on one side of a file. */
export interface EtatPersonne {
  readonly etat: string | null;
  readonly beneficiaire: boolean;
  readonly present: boolean;
  readonly commune: string | null;
}

export interface Passe {
  /** The département had no file before this one: nobody is new, everybody was there. */
  readonly premierFichier: boolean;
  /** The person was a bénéficiaire before, in this dossier or another. */
  readonly dejaBeneficiaire: boolean;
  /** The person is a bénéficiaire through another dossier today. */
  readonly beneficiaireAilleurs: boolean;
}

/**
 * What a file changed for one adult. A return after an absence, or the same person under another
 * number, is not a newcomer: the memory does not stop at the previous month.
 */
export function nommerMouvements(
  avant: EtatPersonne | null,
  apres: EtatPersonne,
  passe: Passe,
): readonly NatureMouvement[] {
  const mouvements: NatureMouvement[] = [];
  if (!avant?.beneficiaire && apres.beneficiaire) mouvements.push(entree(passe));
  if (avant?.present && !apres.present) mouvements.push("sortie-foyer");
  else if (avant?.beneficiaire && !apres.beneficiaire) mouvements.push("sortie");
  const droit = apres.present ? passageDuDroit(avant?.etat ?? null, apres.etat) : null;
  if (droit) mouvements.push(droit);
  if (avant?.commune && apres.commune && avant.commune !== apres.commune)
    mouvements.push("demenagement");
  return mouvements;
}

function entree(passe: Passe): NatureMouvement {
  if (passe.premierFichier) return "stock";
  if (passe.beneficiaireAilleurs) return "changement-dossier";
  return passe.dejaBeneficiaire ? "retour" : "entree";
}

function passageDuDroit(avant: string | null, apres: string | null): NatureMouvement | null {
  if (avant === null || apres === null || avant === apres) return null;
  if (apres === "1") return "refus";
  if (apres === "5" || apres === "6") return estOuvert(avant) ? "cloture" : null;
  if (apres === "2") return avant === "3" || avant === "4" ? "reprise" : null;
  return avant === "2" ? "suspension" : null;
}
