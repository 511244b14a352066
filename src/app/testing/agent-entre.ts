import { creerAgent, donnerHabilitation } from "#commun/agent";
import { unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { appOf, cookieOf, get, instanceOf, origin, post } from "./visite.ts";

const MOT_DE_PASSE = "velours brique tempête";

interface Entree {
  readonly territoires?: readonly number[];
  readonly structures?: readonly number[];
  /** The application she visits; the whole product by default. */
  readonly app?: ReturnType<typeof appOf>;
}

/** An agent of this role, signed in: what she asks is asked under `/essai`. */
export async function entrer(
  deps: Deps,
  role: string,
  { territoires = [], structures = [], app: visitee = appOf(instanceOf(deps.base)) }: Entree = {},
) {
  const identifiant = `${role}.essai`;
  const installateur = unAgent();
  const { id } = await creerAgent.execute(deps, installateur, {
    identifiant,
    nom: "Essai",
    prenom: "Ève",
    motDePasse: MOT_DE_PASSE,
  });
  await donnerHabilitation.execute(deps, installateur, {
    agentId: id,
    role,
    territoires: [...territoires],
    structures: [...structures],
  });
  const app = await visitee;
  const cookie = cookieOf(
    await post(app, "/essai/connexion", { identifiant, motDePasse: MOT_DE_PASSE }),
  );
  /** An address as a page gives it. */
  const suivre = (href: string) => get(app, href, { cookie });
  const demander = (chemin: string) => suivre(`/essai${chemin}`);
  return {
    id,
    cookie,
    suivre,
    demander,
    lire: async (chemin: string) => (await demander(chemin)).text(),
    statut: async (chemin: string) => (await demander(chemin)).status,
    envoyer: (chemin: string, champs: Readonly<Record<string, string>> = {}) =>
      post(app, `/essai${chemin}`, champs, { cookie, origin }),
  };
}
