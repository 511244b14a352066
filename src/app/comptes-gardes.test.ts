import { expect } from "vitest";
import { compterCharges, compterOrientations } from "#accompagnement/orientation";
import { compterEffectifs, compterSuitesDeFlux } from "#droits/dossier";
import type { SignedIn } from "#platform/http/session.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { echeancesPressantes, lireAFaireDe } from "./echeances.ts";
import { tablesLues } from "./testing/comptes-gardes.ts";

const agent: Agent = {
  ...unAgent(),
  portee: { territoires: [1], structures: [2], referentId: 3 },
};
const connectee: SignedIn = {
  id: 1,
  nom: agent.nom,
  roles: [],
  droits: agent.droits,
  mustVisit: null,
  pour: () => agent,
};

/** What homes and boards keep of a département between two writes. */
const comptes: Readonly<Record<string, (deps: Deps) => Promise<unknown>>> = {
  effectifs: (deps) => compterEffectifs.execute(deps, agent, {}),
  "suites d’un fichier": (deps) => compterSuitesDeFlux.execute(deps, agent, { integrationId: 1 }),
  "parcours d’orientation": (deps) => compterOrientations.execute(deps, agent, {}),
  charges: (deps) => compterCharges.execute(deps, agent, {}),
  "ce qui presse": (deps) => lireAFaireDe(deps, agent, ["responsable"]),
  "compte des échéances": (deps) => echeancesPressantes(deps, connectee),
};

testAvecBase(
  "un chiffre gardé ne survit à aucune écriture de ce qu’il compte, dans aucun périmètre",
  async ({ base, deps }) => {
    for (const [nom, compter] of Object.entries(comptes)) {
      const { lues, sansVersion } = await tablesLues(base, (ecoutee) =>
        compter({ ...deps, base: ecoutee }),
      );
      expect(lues.length, nom).toBeGreaterThan(1);
      expect(sansVersion, nom).toEqual([]);
    }
  },
);
