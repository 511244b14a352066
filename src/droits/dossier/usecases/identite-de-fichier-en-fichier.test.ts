import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { annulerFusion } from "./annuler-fusion.ts";
import { fusionnerPersonnes } from "./fusionner-personnes.ts";

const deuxNir = [
  unFoyerDeclare(),
  unFoyerDeclare({
    numeroDemande: "80000000002",
    dateDemande: "2025-01-10",
    personnes: [unePersonneDeclaree({ nir: "2850480021555" })],
  }),
];
const mois = ["2026-09-30", "2026-10-31", "2026-11-30"];

const membres = (deps: Deps) =>
  lignes(deps, "select id, dossier_id, personne_id, jusqua from membre order by id");
const mouvements = (deps: Deps) => lignes(deps, "select nature, le from mouvement order by id");

for (const gardee of ["a", "b"] as const) {
  testAvecBase(
    `deux NIR réunis restent une seule personne aux fichiers suivants (fiche gardée : ${gardee})`,
    async ({ deps }) => {
      await declarer(deps, "2026-08-31", deuxNir);
      const [paire] = await lignes<{ id: number; a: number; b: number }>(
        deps,
        "select id, personne_a_id as a, personne_b_id as b from paire_douteuse",
      );
      const { fusionId, absorbeeId } = await fusionnerPersonnes.execute(deps, unAgent(), {
        paireId: paire?.id ?? 0,
        gardeeId: paire?.[gardee] ?? 0,
      });
      const avant = { membres: await membres(deps), mouvements: await mouvements(deps) };
      for (const reference of mois) await declarer(deps, reference, deuxNir);
      expect({ membres: await membres(deps), mouvements: await mouvements(deps) }).toEqual(avant);
      expect(await lignes(deps, "select id from personne")).toHaveLength(2);
      expect(await lignes(deps, "select from changement")).toEqual([]);
      expect(await lignes(deps, "select from paire_douteuse where decision is null")).toEqual([]);

      await annulerFusion.execute(deps, unAgent(), { fusionId });
      await declarer(deps, "2026-12-31", deuxNir);
      expect(await lignes(deps, "select id from personne")).toHaveLength(2);
      expect(
        await lignes(deps, "select from membre where personne_id = $1 and jusqua is null", [
          absorbeeId,
        ]),
      ).toHaveLength(1);
      expect(await mouvements(deps)).toEqual(avant.mouvements);
    },
  );
}

const jumelle = (prenom: string) =>
  unePersonneDeclaree({
    role: "ENF",
    prenom,
    dateNaissance: "2026-05-05",
    soumisDroitsDevoirs: false,
  });
const naissances = (...prenoms: readonly string[]) => [
  unFoyerDeclare({ personnes: [unePersonneDeclaree(), ...prenoms.map(jumelle)] }),
];
const foyer = (deps: Deps) =>
  lignes(
    deps,
    `select p.id, p.prenom, m.jusqua from membre m join personne p on p.id = m.personne_id order by p.id`,
  );

testAvecBase(
  "des jumelles déclarées au NIR de leur mère sont deux, dans quelque ordre que le fichier les dise",
  async ({ deps }) => {
    await declarer(deps, "2026-08-31", naissances("LEA", "ZOE"));
    const avant = await foyer(deps);
    expect(avant).toHaveLength(3);
    await declarer(deps, "2026-09-30", naissances("ZOE", "LEA"));
    expect(await foyer(deps)).toEqual(avant);
    expect(await lignes(deps, "select from changement")).toEqual([]);
  },
);

testAvecBase(
  "la seconde de deux jumelles, déclarée un mois plus tard, est une autre personne",
  async ({ deps }) => {
    await declarer(deps, "2026-08-31", naissances("LEA"));
    await declarer(deps, "2026-09-30", naissances("ZOE", "LEA"));
    expect(await foyer(deps)).toEqual([
      expect.objectContaining({ prenom: "ALICE", jusqua: null }),
      expect.objectContaining({ prenom: "LEA", jusqua: null }),
      expect.objectContaining({ prenom: "ZOE", jusqua: null }),
    ]);
  },
);
