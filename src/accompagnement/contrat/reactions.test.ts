import { expect } from "vitest";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import type { Fact } from "#platform/usecase/fact.ts";
import { contratLu, unContratSigne, unePersonneOrientee } from "../../app/testing/contrat.ts";
import { unDroitDeclare, unePersonneDeclaree } from "../../app/testing/foyers.ts";
import { declarer, idDe, lignes } from "../../app/testing/foyers-inscrits.ts";
import { foyersDe, le, orienter, ouvrir, unePopulation } from "../../app/testing/orientation.ts";
import { reprendreContrats } from "./usecases/reprendre-contrats.ts";

const agent = unAgent();

function dire<Fait>(deps: Deps, fait: Fact<Fait>, dit: Fait): Promise<void> {
  return deps.base.transaction((tx) => contextOf(deps, tx, agent).tell(fait, dit));
}

const ouvertes = (deps: Deps) =>
  lignes<{ code: string; personne_id: number }>(
    deps,
    `select code, personne_id from echeance where objet = 'contrat' and accomplie_le is null and eteinte_le is null
     order by code, personne_id`,
  );

testAvecBase(
  "un droit qui se clôt n’éteint pas le contrat : quelqu’un dit ce qu’il devient",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const contratId = await unContratSigne(deps, personneId);
    const [foyer] = foyersDe(["ALICE"]);
    if (!foyer) throw new Error("no household");
    await declarer(deps, "2026-11-30", [
      {
        ...foyer,
        droit: unDroitDeclare({ etat: "6" }),
        personnes: foyer.personnes.map((une) => unePersonneDeclaree({ ...une })),
      },
    ]);
    expect((await contratLu(deps, contratId))?.etat).toBe("signe");
    expect((await ouvertes(deps)).map(({ code }) => code)).toContain("decider-contrat-droit-clos");
    await declarer(deps, "2026-12-31", [foyer]);
    expect((await ouvertes(deps)).map(({ code }) => code)).not.toContain(
      "decider-contrat-droit-clos",
    );
  },
);

testAvecBase(
  "deux fiches réunies n’ont qu’un contrat, et chacune retrouve le sien",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE", "BEA"]);
    await orienter(le(deps, "2026-11-02"));
    const gardeeId = await idDe(deps, "ALICE");
    const absorbeeId = await idDe(deps, "BEA");
    await unContratSigne(deps, gardeeId);
    await unContratSigne(deps, absorbeeId);
    await reprendreContrats.execute(deps, agent, {
      contrats: [
        {
          personneId: absorbeeId,
          nature: "cer-social",
          signeLe: "2023-01-10",
          debut: "2023-01-10",
          jusqua: "2023-12-31",
        },
      ],
    });
    const avant = await lignes(
      deps,
      "select id, personne_id, etat, periode::text from contrat order by id",
    );
    const echeancesAvant = await ouvertes(deps);
    const fusion = { fusionId: 77, gardeeId, absorbeeId };
    await dire(deps, personnesFusionnees, fusion);
    expect(
      await lignes(
        deps,
        "select nature, personne_id from contrat where ecarte_par_fusion is null order by id",
      ),
    ).toEqual([
      { nature: "contrat-engagement", personne_id: gardeeId },
      { nature: "cer-social", personne_id: gardeeId },
    ]);
    expect((await ouvertes(deps)).every(({ personne_id }) => personne_id === gardeeId)).toBe(true);
    await dire(deps, fusionAnnulee, fusion);
    expect(
      await lignes(deps, "select id, personne_id, etat, periode::text from contrat order by id"),
    ).toEqual(avant);
    expect(await ouvertes(deps)).toEqual(echeancesAvant);
  },
);
