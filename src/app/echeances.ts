import type { VNode } from "preact";
import {
  compterEcheances,
  lireAFaire,
  lireEcheancesPersonne,
  preparerListes,
} from "#commun/echeance";
import type { PorteurEcheance } from "#commun/referentiel";
import { definirPersonnes } from "#droits/dossier";
import type { Due } from "#platform/http/frame.ts";
import type { Request } from "#platform/http/route.ts";
import type { SignedIn } from "#platform/http/session.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { CarteEcheances, type PortsEcheance } from "../commun/echeance/http.ts";
import { type ApportPersonne, cellulesPersonnes, nomComplet } from "../droits/dossier/http.ts";

/** Who decides, who prepares, who accompanies: the act each holds the right to. */
const porteursParDroit: readonly (readonly [string, PorteurEcheance])[] = [
  ["orientation:proposer", "gestionnaire"],
  ["orientation:decider", "responsable"],
  ["orientation:confirmer", "referent"],
];

function porteurs(droits: ReadonlySet<string>): readonly PorteurEcheance[] {
  return porteursParDroit.filter(([droit]) => droits.has(droit)).map(([, porteur]) => porteur);
}

/** Section of the person where each act is done; the orientation’s for all the others. */
const pageDeLActe: Readonly<Record<string, string>> = {
  "signer-contrat": "contrat",
  "valider-contrat": "contrat",
  "faire-bilan-contrat": "contrat",
  "preparer-suite-contrat": "contrat",
  "reexaminer-accompagnement-social": "contrat",
  "elaborer-offre-raisonnable": "contrat",
  "remplacer-contrat": "contrat",
  "decider-contrat-droit-clos": "contrat",
  "faire-etape-frein": "situation",
  "noter-issue": "rendez-vous",
  reconvoquer: "rendez-vous",
  "reevaluer-projet": "projet",
  "donner-suite-entretien": "entretiens",
  "preparer-fin-de-sejour": "actions",
  "conclure-sejour": "actions",
  "constater-suite-action": "actions",
  "conclure-accompagnement": "parcours",
  "rencontrer-chaque-semaine": "parcours",
  "rencontrer-deux-fois-par-mois": "parcours",
  "rencontrer-chaque-mois": "parcours",
  "recevoir-manquement": "parcours",
  "suivre-manquement": "parcours",
  "relancer-operateur": "actions",
  "verifier-premier-accueil": "actions",
  "donner-suite-prescription": "actions",
};

export const portsEcheance: PortsEcheance = {
  definirPersonnes,
  cellules: cellulesPersonnes,
  nommer: nomComplet,
  chemin: (code, personneId) => `/personnes/${personneId}/${pageDeLActe[code] ?? "orientation"}`,
};

const listeDe = preparerListes(definirPersonnes);
const compter = compterEcheances(listeDe);
const aFaire = lireAFaire(listeDe);
const dePersonne = lireEcheancesPersonne(listeDe);

/** The count of the top bar: what presses for this agent. */
export async function echeancesPressantes(deps: Deps, signedIn: SignedIn): Promise<Due | null> {
  if (!signedIn.droits.has("echeance:lire")) return null;
  const pour = porteurs(signedIn.droits);
  if (pour.length === 0) return null;
  const agent = signedIn.pour("echeance:lire");
  const { nombre, plafonne } = await compter.execute(deps, agent, { porteurs: [...pour] });
  return {
    count: nombre,
    more: plafonne,
    path: `/echeances?quand=retard,aujourdhui,semaine&pour=${pour.join(",")}`,
  };
}

export function lireAFaireDe(deps: Deps, agent: Agent, pour: readonly PorteurEcheance[]) {
  return aFaire.execute(deps, agent, { porteurs: [...pour] });
}

/** What presses, for the home; null for who has no deadline to keep. */
export async function echeancesAFaire(request: Request) {
  const pour = porteurs(request.agent.droits);
  if (!request.agent.droits.has("echeance:lire") || pour.length === 0) return null;
  return request.act(aFaire, { porteurs: [...pour] });
}

/** Next steps, on the first page of a person. */
export const apportEcheances: ApportPersonne = {
  async cartes(request, personneId): Promise<readonly VNode[]> {
    if (!request.agent.droits.has("echeance:lire")) return [];
    const carte = CarteEcheances(await request.act(dePersonne, { personneId }));
    return carte ? [carte] : [];
  },
};
