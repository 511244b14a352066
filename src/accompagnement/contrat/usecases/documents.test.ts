import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { unContratSigne, unePersonneOrientee } from "../../../app/testing/contrat.ts";
import { agentDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { imprimerContrats, lireDocumentContrat } from "./imprimer-contrats.ts";

const agent = unAgent();

testAvecBase(
  "le contrat signé s’imprime une fois, accessible, avec ses signatures",
  async ({ deps }) => {
    const contratId = await unContratSigne(deps, await unePersonneOrientee(deps));
    expect(await imprimerContrats.execute(deps, agent, {})).toBe(1);
    expect(await imprimerContrats.execute(deps, agent, {})).toBe(0);
    const { octets } = await lireDocumentContrat.execute(deps, agent, { contratId, numero: 1 });
    expect(octets.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await lignes(deps, "select accessible from contrat_pdf")).toEqual([
      { accessible: true },
    ]);
    await expect(
      lireDocumentContrat.execute(deps, agentDe([999]), { contratId, numero: 1 }),
    ).rejects.toMatchObject({ code: "contrat.introuvable" });
  },
);

testAvecBase(
  "un contrat écarté par une fusion n’arrête pas l’impression des autres",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    await unContratSigne(deps, personneId);
    await lignes(deps, "update contrat set ecarte_par_fusion = 77");
    expect(await imprimerContrats.execute(deps, agent, {})).toBe(0);
    const suivant = await unContratSigne(deps, personneId, "2026-11-12");
    expect(await imprimerContrats.execute(deps, agent, {})).toBe(1);
    expect(
      await lignes(
        deps,
        "select contrat_id from contrat_pdf join contrat_version on id = version_id",
      ),
    ).toEqual([{ contrat_id: suivant }]);
  },
);
