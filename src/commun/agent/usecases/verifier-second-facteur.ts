import { perAccount } from "#platform/auth/rate-limit.ts";
import { hashToken, newToken } from "#platform/auth/token.ts";
import { verifyTotp } from "#platform/auth/totp.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { noterPas, secondFacteurDe, utiliserCodeSecours } from "../db/second-facteur.ts";
import { fermerSessionParJeton, ouvrirSession, sessionEnAttente } from "../db/sessions.ts";
import { attenteAvantEssai, compterEchec, oublierEchecs } from "../db/tentatives.ts";
import { nommerNavigateur } from "../domain/session.ts";
import { verifierSecondFacteurInput } from "../schemas.ts";
import { cleCompte, empreinteSecours, refuserEssai } from "./compte.ts";
import type { Connexion } from "./se-connecter.ts";

export const verifierSecondFacteur = defineUseCase<typeof verifierSecondFacteurInput, Connexion>({
  name: "agent.verifier-second-facteur",
  input: verifierSecondFacteurInput,
  droit: null,
  nature: "ecriture",
  trace: (_, connexion) => ({
    objet: "agent",
    objetId: connexion.agentId,
    details: { resultat: connexion.etat },
  }),
  async run(context, { jeton, code, adresse, navigateur }) {
    const { tx, now } = context;
    const attente = await sessionEnAttente(tx, hashToken(jeton), now);
    if (!attente) {
      throw new DomainError(
        "session.requise",
        "Le délai pour donner le code est passé : écrivez à nouveau votre mot de passe.",
      );
    }
    const { agentId } = attente;
    const cle = cleCompte(context, `code ${agentId}`);
    const bloque = await attenteAvantEssai(tx, cle, perAccount, now, true);
    if (bloque) refuserEssai(bloque, now);
    if (!(await codeJuste(context, agentId, code))) {
      await compterEchec(tx, cle, perAccount, now);
      return { etat: "refusee", agentId };
    }
    await oublierEchecs(tx, cle, now);
    await fermerSessionParJeton(tx, hashToken(jeton), now);
    const nouveau = newToken();
    await ouvrirSession(
      tx,
      {
        jeton: hashToken(nouveau),
        agentId,
        etape: "ouverte",
        adresse,
        navigateur: nommerNavigateur(navigateur),
      },
      now,
    );
    return { etat: "ouverte", jeton: nouveau, agentId };
  },
});

async function codeJuste(context: Context, agentId: number, code: string): Promise<boolean> {
  const { tx, now, secrets } = context;
  const second = await secondFacteurDe(tx, agentId);
  if (!second?.confirmeLe) return false;
  const pas = verifyTotp(secrets.decrypt(second.secret), code, now, second.dernierPas);
  if (pas !== null) {
    await noterPas(tx, agentId, pas);
    return true;
  }
  return utiliserCodeSecours(tx, agentId, empreinteSecours(context, code), now);
}
