import { expect } from "vitest";
import type { DomainError } from "#platform/errors/domain-error.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur } from "../../../app/testing/offre.ts";
import { entrerEnAction } from "./entrer-en-action.ts";
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
  const actionId = await uneAction(deps, { structureId, ficheCode: "iii-1" });
  await declarer(nue, "2026-10-31", [
    foyer("80000000001", "2850480021001", true),
    foyer("80000000002", "2850480021002", false),
  ]);
  const portee = { territoires: [], structures: [structureId], referentId: null };
  const chef = unAgent({ id: 31, nom: "Odile Chantier", portee });
  const montrer = async (
    numero: string,
    {
      dateNaissance = "1985-04-12",
      le = "2026-11-02",
      agent = chef,
      quand = deps.now(),
      personneId = 0,
    } = {},
  ) => {
    const saisie = { actionId, numero, dateNaissance, le };
    // What a forged form sends: the route then chooses the act that counts nothing.
    if (personneId > 0) await entrerEnAction.execute(deps, agent, { ...saisie, personneId });
    const fait = await entrerParNumero.execute({ ...deps, now: () => quand }, agent, saisie);
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

testAvecBase(
  "le compte des recherches manquées repart chaque jour : qui renvoie chaque nuit les mêmes n’est pas fermé",
  async ({ deps: nue }) => {
    const { deps, montrer } = await planter(nue);
    for (let nuit = 0; nuit < 4; nuit += 1) {
      const soir = new Date(deps.now().getTime() + nuit * 23 * 3_600_000);
      for (let essai = 0; essai < 8; essai += 1) {
        const refus = await montrer("80000000009", { quand: soir });
        expect(refus?.code).toBe("participation.personne-introuvable");
      }
    }
  },
);

testAvecBase(
  "un numéro ne se cherche pas à côté d’une personne déjà choisie, où rien ne compterait la recherche",
  async ({ deps: nue }) => {
    const { montrer, deps } = await planter(nue);
    for (const numero of ["80000000001", "80000000009"]) {
      await expect(montrer(numero, { personneId: 1 })).rejects.toMatchObject({
        code: "saisie.invalide",
        details: { champs: { numero: expect.stringContaining("pas les deux") } },
      });
    }
    expect(await lignes(deps, "select id from sejour")).toEqual([]);
  },
);

testAvecBase(
  "de qui n’est pas dans le périmètre, une double présence ne nomme pas l’autre action",
  async ({ deps: nue }) => {
    const { deps, montrer } = await planter(nue);
    const ailleurs = await uneAction(deps, {
      ...{ structureId: await unOperateur(deps, "Autre Essai"), ficheCode: "iii-2" },
      nom: "Tremplin discret",
    });
    const [personne] = await lignes<{ id: number }>(
      deps,
      "select personne_id as id from situation_personne where nom = 'N1'",
    );
    await entrerEnAction.execute(deps, unAgent(), {
      ...{ actionId: ailleurs, personneId: personne?.id ?? 0, le: "2026-11-02" },
      ...{ attestationLe: "2026-11-02", contratPreuve: "contrat", contratLe: "2026-11-02" },
    });
    const refus = await montrer("80000000001");
    expect(refus?.message).toContain("dans une autre action");
    expect(JSON.stringify(dit(refus))).not.toContain("Tremplin");
  },
);
