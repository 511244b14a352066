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
  idDe,
  lignes,
} from "../../../app/testing/foyers-inscrits.ts";
import { consulterDossier } from "./consulter-dossier.ts";
import { consulterPersonne } from "./consulter-personne.ts";
import { revelerNir } from "./reveler-nir.ts";

testAvecBase(
  "la fiche réunit l’identité, le droit, le foyer, l’adresse et ce que chaque fichier a dit",
  async ({ deps }) => {
    const enfant = unePersonneDeclaree({
      role: "ENF",
      prenom: "LEO",
      nir: null,
      dateNaissance: "2018-01-01",
      soumisDroitsDevoirs: null,
    });
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare({ personnes: [unePersonneDeclaree(), enfant] }),
    ]);
    const suspendu = unDroitDeclare({
      etat: "4",
      suspensionsVersement: [{ motif: "06", depuis: "2026-10-01" }],
    });
    await declarer(deps, "2026-10-31", [
      unFoyerDeclare({ personnes: [unePersonneDeclaree(), enfant], droit: suspendu }),
    ]);
    const fiche = await consulterPersonne.execute(deps, unAgent(), {
      personneId: await idDe(deps, "ALICE"),
    });
    expect(fiche.personne).toMatchObject({
      nom: "EXEMPLE",
      etat: "4",
      etatDepuis: "2026-10-01",
      beneficiaire: true,
      nirEtat: "valide",
    });
    expect(fiche.membres.map(({ prenom, role }) => [prenom, role])).toEqual([
      ["ALICE", "DEM"],
      ["LEO", "ENF"],
    ]);
    expect(fiche.faits.droits.map(({ etat, depuis, jusqua }) => [etat, depuis, jusqua])).toEqual([
      ["2", "2026-06-15", "2026-10-01"],
      ["4", "2026-10-01", null],
    ]);
    expect(fiche.faits.declarations.map(({ reference }) => reference)).toEqual([
      "2026-10-31",
      "2026-09-30",
    ]);
    expect(fiche.faits.changements.map(({ champ, avant, apres }) => [champ, avant, apres])).toEqual(
      [
        ["etat", "2", "4"],
        ["motifs", null, "06"],
      ],
    );
    expect(fiche.faits.derniersDroits[0]?.droit?.suspensionsVersement).toEqual([
      { motif: "06", depuis: "2026-10-01" },
    ]);
  },
);

testAvecBase(
  "hors du territoire de l’agent, la personne et son dossier n’existent pas",
  async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
    const personneId = await idDe(deps, "ALICE");
    const [dossier] = await lignes<{ id: number }>(deps, "select id from dossier");
    const dAmiens = agentDe([territoire("Amiens")]);
    const dAilleurs = agentDe([territoire("Picardie maritime")]);
    expect((await consulterPersonne.execute(deps, dAmiens, { personneId })).personne.id).toBe(
      personneId,
    );
    expect(
      (await consulterDossier.execute(deps, dAmiens, { dossierId: dossier?.id ?? 0 })).membres,
    ).toHaveLength(1);
    const absente = { code: "personne.introuvable" };
    await expect(consulterPersonne.execute(deps, dAilleurs, { personneId })).rejects.toMatchObject(
      absente,
    );
    await expect(revelerNir.execute(deps, dAilleurs, { personneId })).rejects.toMatchObject(
      absente,
    );
    await expect(
      consulterDossier.execute(deps, dAilleurs, { dossierId: dossier?.id ?? 0 }),
    ).rejects.toMatchObject({
      code: "dossier.introuvable",
    });
    await expect(
      consulterPersonne.execute(deps, agentDe([]), { personneId }),
    ).rejects.toMatchObject(absente);
  },
);

testAvecBase(
  "un portefeuille ou une structure ne voit pas une personne qui ne lui est pas confiée",
  async ({ deps }) => {
    await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
    const personneId = await idDe(deps, "ALICE");
    for (const portee of [
      { territoires: [], structures: [], referentId: 7 },
      { territoires: [], structures: [1], referentId: null },
    ] as const) {
      await expect(
        consulterPersonne.execute(deps, unAgent({ id: 7, portee }), { personneId }),
      ).rejects.toMatchObject({
        code: "personne.introuvable",
      });
    }
  },
);

testAvecBase(
  "lire une fiche et voir un NIR s’écrivent au journal de la personne",
  async ({ deps }) => {
    await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
    const personneId = await idDe(deps, "ALICE");
    const lea = unAgent({ id: 7, nom: "Léa" });
    await consulterPersonne.execute(deps, lea, { personneId });
    expect(await revelerNir.execute(deps, lea, { personneId })).toBe("2850480021001");
    const journal = await lignes(
      deps,
      "select acte, agent_nom, details from journal where personne_id is not null order by id",
    );
    expect(journal).toEqual([
      { acte: "personne.lire", agent_nom: "Léa", details: {} },
      { acte: "personne.lire-nir", agent_nom: "Léa", details: { nir: true } },
    ]);
  },
);

testAvecBase(
  "qui a quitté le foyer n’y est plus nommé pour qui ne peut lire sa fiche",
  async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    const conjoint = unePersonneDeclaree({
      role: "CJT",
      prenom: "BRUNO",
      nir: "1850480021002",
      sexe: "1",
    });
    await declarer(deps, "2026-08-31", [
      unFoyerDeclare({ personnes: [unePersonneDeclaree(), conjoint] }),
    ]);
    const [adresse] = unFoyerDeclare().adresses;
    if (!adresse) throw new Error("address expected");
    const abbeville = {
      ...adresse,
      codeCommune: "80001",
      codePostal: "80100",
      commune: "ABBEVILLE",
    };
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare(),
      unFoyerDeclare({
        numeroDemande: "80000000009",
        personnes: [{ ...conjoint, role: "DEM" }],
        adresses: [abbeville],
      }),
    ]);
    const personneId = await idDe(deps, "ALICE");
    const nomme = async (agent: ReturnType<typeof unAgent>) =>
      (await consulterPersonne.execute(deps, agent, { personneId })).membres.map(
        ({ prenom }) => prenom,
      );
    expect(await nomme(unAgent())).toEqual(["ALICE", "BRUNO"]);
    expect(await nomme(agentDe([territoire("Amiens")]))).toEqual(["ALICE"]);
  },
);
