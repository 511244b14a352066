import type { UsageCourrier } from "#commun/referentiel";
import type { EtapeVersion, EtatContrat } from "./etapes.ts";

interface ContratVu {
  readonly etat: EtatContrat;
  readonly motifFin: string | null;
  readonly precedentId: number | null;
  /** Where what is being prepared is; null when nothing is. */
  readonly etape: EtapeVersion | null;
  /** Somebody validates it before it is signed. */
  readonly validation: boolean;
  /** The words that were signed are here: a contract taken over has only its paper. */
  readonly document: boolean;
}

/** The letters that where a contract is calls for, the most pressing first. Nobody writes to a person who died. */
export function courriersDuContrat(contrat: ContratVu): readonly UsageCourrier[] {
  const { etat, motifFin, document } = contrat;
  if (motifFin === "deces") return [];
  const preparation = courrierDeLaPreparation(contrat);
  return [
    ...(preparation === null ? [] : [preparation]),
    ...(etat === "signe" && document ? (["contrat-signe"] as const) : []),
    ...(etat === "resilie" ? (["contrat-resilie"] as const) : []),
    ...(etat === "termine" ? (["contrat-fini"] as const) : []),
  ];
}

function courrierDeLaPreparation({
  etape,
  validation,
  precedentId,
}: ContratVu): UsageCourrier | null {
  if (etape === "validee" || (etape === "proposee" && !validation)) return "contrat-a-signer";
  return etape === "refusee" && precedentId !== null ? "renouvellement-refuse" : null;
}

export const gestesCourrier: Readonly<Partial<Record<UsageCourrier, string>>> = {
  "contrat-a-signer": "Écrire pour faire signer",
  "contrat-signe": "Envoyer le contrat signé",
  "contrat-fini": "Écrire la fin du contrat",
  "contrat-resilie": "Notifier la résiliation",
  "renouvellement-refuse": "Notifier le refus de renouveler",
};
