import { expect } from "vitest";
import type { DomainError } from "#platform/errors/domain-error.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur } from "../../../app/testing/offre.ts";
import { entrerParNumero } from "./entrer-par-numero.ts";

const foyer = (numero: string, nir: string, soumise: boolean) =>
  unFoyerDeclare({
    organisme: { famille: "CAF", numero: "801", matricule: numero },
    numeroDemande: numero,
    dateDemande: "2024-01-01",
    personnes: [
      unePersonneDeclaree({ nir, soumisDroitsDevoirs: soumise, nom: `N${numero.at(-1) ?? ""}` }),
    ],
  });

async function planter(nue: Deps) {
  const deps = auNord(nue);
  const structureId = await unOperateur(deps);
  const actionId = await uneAction(deps, { structureId });
  await declarer(nue, "2026-10-31", [
    foyer("80000000001", "2850480021001", true),
    foyer("80000000002", "2850480021002", false),
  ]);
  const portee = { territoires: [], structures: [structureId], referentId: null };
  const chef = unAgent({ id: 31, nom: "Odile Chantier", portee });
  const montrer = async (
    numero: string,
    { dateNaissance = "1985-04-12", le = "2026-11-02", agent = chef } = {},
  ) => {
    const saisie = { actionId, numero, dateNaissance, le };
    const fait = await entrerParNumero.execute(deps, agent, saisie);
    return "refus" in fait ? fait.refus : null;
  };
  return { deps, montrer };
}

const dit = (refus: DomainError | null) => [refus?.code, refus?.message, refus?.details];

testAvecBase(
  "le refus d’une entrée ne dit pas si la personne est inconnue, née un autre jour ou sans droit",
  async ({ deps: nue }) => {
    const { deps, montrer } = await planter(nue);
    const inconnue = await montrer("80000000009");
    expect(inconnue?.code).toBe("participation.personne-introuvable");
    expect(dit(await montrer("80000000001", { dateNaissance: "1985-04-13" }))).toEqual(
      dit(inconnue),
    );
    expect(dit(await montrer("80000000002"))).toEqual(dit(inconnue));
    const visible = await montrer("80000000002", { agent: unAgent({ id: 32 }) });
    expect(visible?.message).toContain("n’est pas soumise aux droits et devoirs");
    expect(await lignes(deps, "select id from sejour")).toEqual([]);
  },
);

testAvecBase(
  "les recherches manquées d’un compte le font attendre, et le journal garde leur nombre sans ce qui était écrit",
  async ({ deps: nue }) => {
    const { deps, montrer } = await planter(nue);
    for (let essai = 0; essai < 11; essai += 1) await montrer("80000000009");
    await expect(montrer("80000000001")).rejects.toMatchObject({
      code: "recherche.attendre",
      details: { secondes: 2 },
    });
    expect(await montrer("80000000009", { agent: unAgent({ id: 32 }) })).not.toBeNull();
    const traces = await lignes<{ details: unknown }>(
      deps,
      "select details from journal where acte = 'participation.recherche-manquee' order by id",
    );
    expect(traces).toHaveLength(12);
    expect(traces[10]?.details).toEqual({ manquees: 1, enTout: 11 });
    expect(JSON.stringify(await lignes(deps, "select * from recherche_manquee"))).not.toContain(
      "80000000009",
    );
  },
);

testAvecBase(
  "ce que l’action refuse à tous se dit de la même façon, que la personne soit connue ou non",
  async ({ deps: nue }) => {
    const { deps, montrer } = await planter(nue);
    const inconnue = await montrer("80000000009", { le: "2020-01-01" });
    expect(inconnue?.message).toContain("L’action ouvre le");
    for (const numero of ["80000000001", "80000000002"]) {
      expect(dit(await montrer(numero, { le: "2020-01-01" }))).toEqual(dit(inconnue));
    }
    expect((await montrer(""))?.code).toBe("saisie.invalide");
    expect(await lignes(deps, "select id from sejour")).toEqual([]);
    expect(await lignes(deps, "select qui from recherche_manquee where nombre > 0")).toEqual([]);
  },
);
