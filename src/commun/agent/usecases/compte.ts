import { verifyPassword } from "#platform/auth/password.ts";
import { perAccount } from "#platform/auth/rate-limit.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import type { CompteAgent } from "../db/agents.ts";
import { attenteAvantEssai, compterEchec, oublierEchecs } from "../db/tentatives.ts";

/** Acts on one's own account need no right, but somebody. */
export function exigerAgent({ agent }: Pick<Context, "agent">): number {
  if (agent.id !== null) return agent.id;
  throw new DomainError(
    "session.requise",
    "Votre session est terminée : connectez-vous à nouveau.",
  );
}

/** One key for an account, another for an address: neither is readable in the base. */
export function cleCompte({ secrets }: Pick<Context, "secrets">, identifiant: string): Buffer {
  return secrets.digest(`connexion identifiant ${identifiant}`);
}

export function cleAdresse({ secrets }: Pick<Context, "secrets">, adresse: string): Buffer {
  return secrets.digest(`connexion adresse ${adresse}`);
}

/** What became of an act that asks for the password again. */
export interface Confirmation {
  readonly etat: "faite" | "refusee";
}

/**
 * Whether somebody already signed in gives her own password: whoever found her session open must not guess it at will.
 * A failure is a result, not an exception: what it counts must outlive it.
 * @throws DomainError `connexion.attendre`
 */
export async function confirmerMotDePasse(
  context: Context,
  compte: Pick<CompteAgent, "id" | "motDePasse">,
  motDePasse: string,
): Promise<boolean> {
  const { tx, now } = context;
  const cle = cleCompte(context, `mot de passe ${compte.id}`);
  const bloque = await attenteAvantEssai(tx, cle, perAccount, now, true);
  if (bloque) refuserEssai(bloque, now);
  if (await verifyPassword(compte.motDePasse, motDePasse)) {
    await oublierEchecs(tx, cle, now);
    return true;
  }
  await compterEchec(tx, cle, perAccount, now);
  return false;
}

export function empreinteSecours({ secrets }: Pick<Context, "secrets">, code: string): Buffer {
  return secrets.digest(`code de secours ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`);
}

export function refuserEssai(until: Date, now: Date): never {
  const secondes = Math.ceil((until.getTime() - now.getTime()) / 1000);
  const delai =
    secondes < 90
      ? `${secondes} seconde${secondes > 1 ? "s" : ""}`
      : `${Math.ceil(secondes / 60)} minutes`;
  throw new DomainError(
    "connexion.attendre",
    `Trop d’essais ont échoué. Réessayez dans ${delai} ; si vous avez oublié votre mot de passe, demandez-en un nouveau à l’administrateur de votre département.`,
    { secondes },
  );
}
