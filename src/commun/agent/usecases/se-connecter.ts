import { verifyPassword } from "#platform/auth/password.ts";
import { perAccount, perAddress } from "#platform/auth/rate-limit.ts";
import { hashToken, newToken } from "#platform/auth/token.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type CompteAgent, trouverCompteOuvert } from "../db/agents.ts";
import { secondFacteurDe } from "../db/second-facteur.ts";
import { ouvrirSession, purgerSessions } from "../db/sessions.ts";
import { attenteAvantEssai, compterEchec, oublierEchecs } from "../db/tentatives.ts";
import { type EtapeSession, nommerNavigateur } from "../domain/session.ts";
import { seConnecterInput } from "../schemas.ts";
import { cleAdresse, cleCompte, refuserEssai } from "./compte.ts";

export type Connexion =
  | { readonly etat: EtapeSession; readonly jeton: string; readonly agentId: number }
  | { readonly etat: "refusee"; readonly agentId: number | null };

interface Provenance {
  readonly adresse: string;
  readonly navigateur: string;
}

/** A refusal is a result, not an exception: the failure it counts must outlive it. */
export const seConnecter = defineUseCase<typeof seConnecterInput, Connexion>({
  name: "agent.se-connecter",
  input: seConnecterInput,
  droit: null,
  nature: "ecriture",
  trace: (_, connexion) => ({
    objet: "agent",
    objetId: connexion.agentId,
    details: { resultat: connexion.etat },
  }),
  async run(context, { identifiant, motDePasse, ...provenance }) {
    const { tx, now } = context;
    const compte = cleCompte(context, identifiant);
    const adresse = cleAdresse(context, provenance.adresse);
    const bloque =
      (await attenteAvantEssai(tx, adresse, perAddress, now, false)) ??
      (await attenteAvantEssai(tx, compte, perAccount, now, true));
    if (bloque) refuserEssai(bloque, now);
    const agent = await trouverCompteOuvert(tx, identifiant);
    if (!(await verifyPassword(agent?.motDePasse ?? null, motDePasse)) || !agent) {
      await compterEchec(tx, compte, perAccount, now);
      await compterEchec(tx, adresse, perAddress, now);
      return { etat: "refusee", agentId: agent?.id ?? null };
    }
    await oublierEchecs(tx, compte, now);
    return commencer(context, agent, provenance);
  },
});

async function commencer(
  { tx, now }: Context,
  agent: CompteAgent,
  provenance: Provenance,
): Promise<Connexion> {
  const second = await secondFacteurDe(tx, agent.id);
  const etape = second?.confirmeLe ? "second-facteur" : "ouverte";
  const jeton = newToken();
  await purgerSessions(tx, agent.id, now);
  await ouvrirSession(
    tx,
    {
      jeton: hashToken(jeton),
      agentId: agent.id,
      etape,
      adresse: provenance.adresse,
      navigateur: nommerNavigateur(provenance.navigateur),
    },
    now,
  );
  return { etat: etape, jeton, agentId: agent.id };
}
