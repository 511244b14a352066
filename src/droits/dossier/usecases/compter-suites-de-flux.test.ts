import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import {
  unDroitDeclare,
  unePersonneDeclaree,
  unFoyerDeclare,
} from "../../../app/testing/foyers.ts";
import {
  agentDe,
  avecTerritoires,
  declarer,
  lignes,
} from "../../../app/testing/foyers-inscrits.ts";
import { compterSuitesDeFlux } from "./compter-suites-de-flux.ts";
import { listerChangementsDeFlux } from "./lister-changements-de-flux.ts";
import { listerMouvementsDeFlux } from "./lister-mouvements-de-flux.ts";

const INTEGRATION = 41;

testAvecBase(
  "les chiffres d’un fichier sont ceux des personnes que l’agent peut voir, comme ses listes",
  async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    const [adresse] = unFoyerDeclare().adresses;
    if (!adresse) throw new Error("address expected");
    const bea = {
      numeroDemande: "80000000002",
      personnes: [unePersonneDeclaree({ prenom: "BEA", nir: null, dateNaissance: "1999-05-05" })],
      adresses: [{ ...adresse, codeCommune: "80001", codePostal: "80100", commune: "ABBEVILLE" }],
    };
    await declarer(deps, "2026-09-30", [unFoyerDeclare(), unFoyerDeclare(bea)]);
    const suspendu = unDroitDeclare({
      etat: "4",
      suspensionsVersement: [{ motif: "06", depuis: "2026-10-01" }],
    });
    await declarer(deps, "2026-10-31", [
      unFoyerDeclare({ droit: suspendu }),
      unFoyerDeclare({ ...bea, droit: suspendu }),
    ]);
    await lignes(deps, `update mouvement set integration_id = ${INTEGRATION}`);
    await lignes(deps, `update changement set integration_id = ${INTEGRATION}`);
    const tous = { integrationId: INTEGRATION, apres: null, limite: 100 };
    for (const [agent, vues] of [
      [unAgent(), 2],
      [agentDe([territoire("Picardie maritime")]), 1],
      [agentDe([]), 0],
    ] as const) {
      const { mouvements, changements } = await compterSuitesDeFlux.execute(deps, agent, {
        integrationId: INTEGRATION,
      });
      const entrees = mouvements.find(({ cle }) => cle === "entree")?.nombre ?? 0;
      const listees = await listerMouvementsDeFlux.execute(deps, agent, {
        ...tous,
        nature: "entree",
      });
      expect([entrees, listees.length]).toEqual([vues, vues]);
      const etats = changements.find(({ cle }) => cle === "etat")?.nombre ?? 0;
      const dits = await listerChangementsDeFlux.execute(deps, agent, { ...tous, champ: "etat" });
      expect([etats, dits.length]).toEqual([vues, vues]);
    }
  },
);
