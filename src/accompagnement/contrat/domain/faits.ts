import { ajouterJours } from "#commun/echeance";
import type { NatureContrat } from "#commun/referentiel";
import type { EtatContrat } from "./etapes.ts";

/** One contract as its deadlines see it. */
interface ContratDate {
  readonly regime: string | null;
  readonly etat: EtatContrat;
  readonly social: boolean;
  readonly signeLe: string | null;
  readonly terme: string | null;
  readonly bilanLe: string | null;
  readonly reviseLe: string | null;
  readonly vulnerabilite: string | null;
  readonly reexamenFaitLe: string | null;
  readonly offreDefinieLe: string | null;
  readonly droitClosLe: string | null;
  readonly proposeeLe: string | null;
  /** Day on which the proposal was validated or refused. */
  readonly tranchee: string | null;
}

type Faits = Readonly<Record<string, string | null>>;

/** The facts deadlines start from or end with. Of what is over nothing is awaited any more. */
export function faitsDuContrat(contrat: ContratDate, nature: NatureContrat, stock: string): Faits {
  const validation: Faits = nature.validation
    ? { "contrat-propose": contrat.proposeeLe, "contrat-valide": contrat.tranchee }
    : {};
  if (contrat.etat === "en-preparation") return { ...validation, "contrat-clos": null };
  if (contrat.etat !== "signe") return {};
  return {
    ...validation,
    "contrat-clos": null,
    "bilan-attendu": contrat.bilanLe,
    "bilan-fait": null,
    "droit-clos": contrat.droitClosLe,
    "droit-rouvert": null,
    ...(nature.aRemplacer
      ? { "remplacement-attendu": stock, "contrat-remplace": null }
      : duRegimeActuel(contrat, nature)),
  };
}

function duRegimeActuel(contrat: ContratDate, nature: NatureContrat): Faits {
  const { signeLe, reviseLe, terme } = contrat;
  const depuis = reviseLe ?? signeLe;
  const social = contrat.social && contrat.regime === "plein-emploi";
  return {
    "terme-du-contrat": terme === null ? null : ajouterJours(terme, -1),
    "suite-signee": null,
    "contrat-social-vulnerable": social && contrat.vulnerabilite !== null ? depuis : null,
    "contrat-social": social && contrat.vulnerabilite === null ? depuis : null,
    "reexamen-fait": contrat.reexamenFaitLe,
    "contrat-vers-emploi": nature.offreRaisonnable && !contrat.social ? signeLe : null,
    "offre-definie": contrat.offreDefinieLe,
  };
}
