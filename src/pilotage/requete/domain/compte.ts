import { DomainError } from "#platform/errors/domain-error.ts";

/** What one keeps for oneself needs a self: the command line has no account. */
export function exigerCompte(agent: { readonly id: number | null }): number {
  if (agent.id !== null) return agent.id;
  throw new DomainError(
    "vue.sans-compte",
    "Les vues et les colonnes se gardent pour un agent : connectez-vous avec votre compte.",
  );
}

export function exigerTrouvee(trouvee: boolean): void {
  if (trouvee) return;
  throw new DomainError(
    "vue.introuvable",
    "Cette vue n’existe pas, ou elle a été enregistrée par un autre agent.",
  );
}
