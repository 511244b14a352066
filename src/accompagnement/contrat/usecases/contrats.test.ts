import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import {
  contratLu,
  proposer,
  remplir,
  revisionDe,
  signer,
  unContratSigne,
  unePersonneOrientee,
} from "../../../app/testing/contrat.ts";
import { agentDe, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, selon, unePopulation } from "../../../app/testing/orientation.ts";
import { resilierContrat, terminerContrat } from "./mettre-fin.ts";
import {
  abandonnerContrat,
  modifierContrat,
  proposerContrat,
  refuserContrat,
  reprendreRedaction,
  validerContrat,
} from "./preparer-contrat.ts";
import { redigerContrat } from "./rediger-contrat.ts";
import { signerContrat, signerPourLeDepartement } from "./signer-contrat.ts";
import {
  accorderDerogation,
  amenderContrat,
  definirOffreRaisonnable,
  faireBilan,
  renouvelerContrat,
} from "./suites-contrat.ts";

const agent = unAgent();
const nature = "contrat-engagement";

const ouvertes = async (deps: Deps) =>
  (
    await lignes<{ code: string; limite: string }>(
      deps,
      `select code, limite::text from echeance where objet = 'contrat' and accomplie_le is null and eteinte_le is null
       order by limite, code`,
    )
  ).map(({ code, limite }) => `${code} ${limite}`);

testAvecBase(
  "de la rédaction à la dernière signature, le contrat engage et ses échéances suivent",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const contratId = await unContratSigne(deps, personneId);
    expect(await contratLu(deps, contratId)).toEqual({
      etat: "signe",
      regime: "plein-emploi",
      signe: "2026-11-10",
      periode: "[2026-11-10,2027-05-10)",
      bilan: "2027-02-10",
    });
    expect(
      await lignes(
        deps,
        `select contrat_id, contrat_nature, contrat_etat, contrat_signe_le::text as le, contrat_jusqua::text as jusqua
         from situation_personne where personne_id = $1`,
        [personneId],
      ),
    ).toEqual([
      {
        contrat_id: contratId,
        contrat_nature: nature,
        contrat_etat: "signe",
        le: "2026-11-10",
        jusqua: "2027-05-10",
      },
    ]);
    const echeances = await ouvertes(deps);
    expect(echeances).toEqual(
      expect.arrayContaining([
        "faire-bilan-contrat 2027-02-10",
        "preparer-suite-contrat 2027-05-09",
      ]),
    );
    const [social] = await lignes<{ social: boolean }>(deps, "select social from contrat");
    expect(echeances).toContain(
      social?.social
        ? "reexaminer-accompagnement-social 2027-05-10"
        : "elaborer-offre-raisonnable 2027-05-10",
    );
    expect(
      await lignes(
        deps,
        "select from echeance where code = 'signer-contrat' and accomplie_le is null and eteinte_le is null",
      ),
    ).toEqual([]);
    expect(await lignes(deps, "select version_id from contrat_a_imprimer")).toHaveLength(1);
  },
);

testAvecBase("un contrat signé ne change plus, ni sa signature", async ({ deps }) => {
  const contratId = await unContratSigne(deps, await unePersonneOrientee(deps));
  for (const ordre of [
    "update contrat_version set contenu = '{}'",
    "delete from contrat_version",
    "update contrat_signature set nom = 'autre'",
    "delete from contrat_signature",
  ]) {
    await expect(deps.base.transaction((tx) => tx.query(ordre))).rejects.toThrow("ne change pas");
  }
  await expect(signer(deps, contratId, "personne", "2026-11-20")).rejects.toMatchObject({
    code: "contrat.sans-preparation",
  });
});

testAvecBase(
  "sans orientation, pas de contrat ; avant elle, pas de signature",
  async ({ deps }) => {
    await unePopulation(deps, ["BEA"]);
    const personneId = await idDe(deps, "BEA");
    await expect(redigerContrat.execute(deps, agent, { personneId, nature })).rejects.toMatchObject(
      {
        code: "contrat.avant-orientation",
      },
    );
  },
);

testAvecBase("une signature avant l’orientation ou à venir est refusée", async ({ deps }) => {
  const personneId = await unePersonneOrientee(deps);
  const { contratId } = await redigerContrat.execute(deps, agent, { personneId, nature });
  await remplir(deps, contratId, "2026-11-22");
  await expect(signer(deps, contratId, "personne", "2026-11-22")).rejects.toMatchObject({
    code: "contrat.passage-interdit",
  });
  await proposer(deps, contratId);
  await expect(signer(deps, contratId, "personne", "2026-11-01")).rejects.toMatchObject({
    code: "contrat.avant-orientation",
  });
  await expect(signer(deps, contratId, "personne", "2026-12-01")).rejects.toMatchObject({
    code: "contrat.signature-future",
  });
  expect(await signer(deps, contratId, "personne", "2026-11-22")).toMatchObject({
    manquent: ["referent"],
  });
  expect((await contratLu(deps, contratId))?.etat).toBe("en-preparation");
  await expect(signer(deps, contratId, "personne", "2026-11-22")).rejects.toMatchObject({
    code: "contrat.signataire",
  });
});

testAvecBase(
  "un brouillon incomplet ne se propose pas, des heures nulles non plus",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const { contratId } = await redigerContrat.execute(deps, agent, { personneId, nature });
    await expect(proposer(deps, contratId)).rejects.toMatchObject({
      code: "contrat.incomplet",
      message: expect.stringContaining("heures par semaine"),
    });
    const heures = { section: "heures", regime: "ordinaire", motif: null, precision: "" } as const;
    const revision = await revisionDe(deps, contratId);
    for (const hebdomadaires of [0, 14]) {
      await expect(
        modifierContrat.execute(deps, agent, {
          contratId,
          revision,
          contenu: { ...heures, hebdomadaires },
        }),
      ).rejects.toMatchObject({ code: "contrat.heures" });
    }
  },
);

testAvecBase(
  "deux agents qui modifient le même brouillon voient les deux versions",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const { contratId } = await redigerContrat.execute(deps, agent, { personneId, nature });
    const contenu = (objectif: string) => ({
      section: "objectifs" as const,
      objectifs: [objectif],
    });
    await modifierContrat.execute(deps, agent, { contratId, revision: 1, contenu: contenu("Un") });
    await expect(
      modifierContrat.execute(deps, agent, { contratId, revision: 1, contenu: contenu("Deux") }),
    ).rejects.toMatchObject({
      code: "contrat.conflit",
      details: { contenu: expect.objectContaining({ objectifs: ["Un"] }) },
    });
  },
);

testAvecBase(
  "un second contrat en vigueur est refusé, comme un second brouillon",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const contratId = await unContratSigne(deps, personneId);
    await expect(redigerContrat.execute(deps, agent, { personneId, nature })).rejects.toMatchObject(
      {
        code: "contrat.deja-en-vigueur",
      },
    );
    await amenderContrat.execute(deps, agent, { contratId, motif: "Plus d’heures" });
    await expect(
      amenderContrat.execute(deps, agent, { contratId, motif: "Encore" }),
    ).rejects.toMatchObject({ code: "contrat.deja-en-preparation" });
  },
);

testAvecBase(
  "qui n’a pas la personne dans son portefeuille ne trouve pas le contrat",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const contratId = await unContratSigne(deps, personneId);
    const ailleurs = agentDe([999]);
    await expect(
      redigerContrat.execute(deps, ailleurs, { personneId, nature }),
    ).rejects.toMatchObject({ code: "personne.introuvable" });
    await expect(
      amenderContrat.execute(deps, ailleurs, { contratId, motif: "Non" }),
    ).rejects.toMatchObject({ code: "contrat.introuvable" });
    await expect(
      amenderContrat.execute(deps, agent, { contratId: 4242, motif: "Non" }),
    ).rejects.toMatchObject({ code: "contrat.introuvable" });
  },
);

testAvecBase("un avenant est une version de plus, signée comme la première", async ({ deps }) => {
  const contratId = await unContratSigne(deps, await unePersonneOrientee(deps));
  await amenderContrat.execute(deps, agent, { contratId, motif: "Trois mois de plus" });
  const duree = { section: "duree", mois: 9, bilanMois: 3, vulnerabilite: null } as const;
  const modifier = async (debut: string) =>
    modifierContrat.execute(deps, agent, {
      contratId,
      revision: await revisionDe(deps, contratId),
      contenu: { ...duree, debut },
    });
  await expect(modifier("2026-11-15")).rejects.toMatchObject({ code: "contrat.debut" });
  await modifier("2026-11-10");
  await proposer(deps, contratId);
  await signer(deps, contratId, "personne", "2026-11-20");
  expect((await contratLu(deps, contratId))?.periode).toBe("[2026-11-10,2027-05-10)");
  await signer(deps, contratId, "referent", "2026-11-21");
  expect(await contratLu(deps, contratId)).toMatchObject({
    etat: "signe",
    signe: "2026-11-10",
    periode: "[2026-11-10,2027-08-10)",
  });
  expect(
    await lignes(deps, "select numero from contrat_version where etape = 'signee'"),
  ).toHaveLength(2);
});

testAvecBase(
  "un brouillon signé par la personne se reprend : sa signature ne vaut plus",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const { contratId } = await redigerContrat.execute(deps, agent, { personneId, nature });
    await remplir(deps, contratId, "2026-11-22");
    await proposer(deps, contratId);
    await signer(deps, contratId, "personne", "2026-11-22");
    await reprendreRedaction.execute(deps, agent, {
      contratId,
      revision: await revisionDe(deps, contratId),
    });
    await proposer(deps, contratId);
    expect(await signer(deps, contratId, "referent", "2026-11-22")).toMatchObject({
      manquent: ["personne"],
    });
    await abandonnerContrat.execute(deps, agent, {
      contratId,
      revision: await revisionDe(deps, contratId),
    });
    expect((await contratLu(deps, contratId))?.etat).toBe("abandonne");
    expect(await ouvertes(deps)).toEqual([]);
  },
);

testAvecBase(
  "le bilan donne le suivant, ou la fin ; il ne précède pas la signature",
  async ({ deps }) => {
    const contratId = await unContratSigne(deps, await unePersonneOrientee(deps));
    const bilan = {
      contratId,
      realisations: ["partie" as const],
      conclusion: "continue" as const,
      commentaire: "Deux immersions faites",
    };
    for (const jour of ["2026-11-09", "2027-01-01"]) {
      await expect(faireBilan.execute(deps, agent, { ...bilan, le: jour })).rejects.toThrow(
        "peut pas",
      );
    }
    await faireBilan.execute(deps, agent, { ...bilan, le: "2026-11-20" });
    expect((await contratLu(deps, contratId))?.bilan).toBe("2027-02-20");
    await faireBilan.execute(deps, agent, {
      ...bilan,
      le: "2026-11-21",
      suivantLe: "2026-12-24",
      reexamen: true,
    });
    expect(await ouvertes(deps)).toContain("faire-bilan-contrat 2026-12-24");
    expect((await ouvertes(deps)).filter((une) => une.startsWith("reexaminer"))).toEqual([]);
  },
);

testAvecBase(
  "l’offre raisonnable se définit une fois le contrat signé, hors accompagnement social",
  async ({ deps }) => {
    const contratId = await unContratSigne(deps, await unePersonneOrientee(deps));
    await lignes(deps, "update contrat set social = false");
    await definirOffreRaisonnable.execute(deps, agent, { contratId, le: "2026-11-20" });
    expect((await ouvertes(deps)).filter((une) => une.startsWith("elaborer"))).toEqual([]);
    await lignes(deps, "update contrat set social = true");
    await expect(
      definirOffreRaisonnable.execute(deps, agent, { contratId, le: "2026-11-20" }),
    ).rejects.toMatchObject({ code: "contrat.offre" });
  },
);

testAvecBase(
  "le renouvellement suit le contrat, et le contrat renouvelé n’attend plus rien",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const contratId = await unContratSigne(deps, personneId);
    const { contratId: suivant } = await renouvelerContrat.execute(deps, agent, {
      contratId,
      mois: 6,
    });
    await proposer(deps, suivant);
    await signer(deps, suivant, "personne", "2026-11-22");
    await signer(deps, suivant, "referent", "2026-11-22");
    expect((await contratLu(deps, contratId))?.etat).toBe("renouvele");
    expect(await contratLu(deps, suivant)).toMatchObject({
      etat: "signe",
      periode: "[2027-05-10,2027-11-10)",
    });
    expect(
      await lignes(
        deps,
        "select from echeance where objet_id = $1 and objet = 'contrat' and accomplie_le is null and eteinte_le is null",
        [contratId],
      ),
    ).toEqual([]);
  },
);

testAvecBase(
  "un avenant resté ouvert ne se signe plus une fois le contrat renouvelé, ni avant lui",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const contratId = await unContratSigne(deps, personneId);
    const renouvele = { contratId, mois: 6 };
    const { contratId: suivant } = await renouvelerContrat.execute(deps, agent, renouvele);
    await amenderContrat.execute(deps, agent, { contratId, motif: "Trois mois de plus" });
    await proposer(deps, contratId);
    await expect(signer(deps, contratId, "personne", "2026-11-09")).rejects.toMatchObject({
      code: "contrat.avenant-avant-contrat",
      details: { champ: "le" },
    });
    await proposer(deps, suivant);
    await signer(deps, suivant, "personne", "2026-11-22");
    await signer(deps, suivant, "referent", "2026-11-22");
    await expect(signer(deps, contratId, "personne", "2026-11-22")).rejects.toMatchObject({
      code: "contrat.sans-preparation",
    });
    expect((await contratLu(deps, contratId))?.periode).toBe("[2026-11-10,2027-05-10)");
    await expect(
      accorderDerogation.execute(deps, agent, { contratId, code: "formation", motif: "Trop tard" }),
    ).rejects.toMatchObject({ code: "contrat.pas-en-vigueur" });
  },
);

testAvecBase(
  "dans le Bas-Rhin, un second renouvellement demande une dérogation, et trois signent",
  async ({ deps: somme }) => {
    const deps = selon(somme, "bas-rhin-2015");
    const personneId = await unePersonneOrientee(somme);
    const { contratId } = await redigerContrat.execute(deps, agent, { personneId, nature });
    await remplir(deps, contratId, "2026-11-22");
    await proposer(deps, contratId);
    await expect(signer(deps, contratId, "personne", "2026-11-22")).rejects.toMatchObject({
      code: "contrat.passage-interdit",
    });
    const cle = async () => ({ contratId, revision: await revisionDe(deps, contratId) });
    await refuserContrat.execute(deps, agent, { ...(await cle()), motif: "Actions trop vagues" });
    await reprendreRedaction.execute(deps, agent, await cle());
    await proposerContrat.execute(deps, agent, await cle());
    expect(await ouvertes(deps)).toContain("valider-contrat 2026-12-04");
    await validerContrat.execute(deps, agent, await cle());
    await signer(deps, contratId, "personne", "2026-11-22");
    expect(await signer(deps, contratId, "referent", "2026-11-22")).toMatchObject({
      manquent: ["departement"],
    });
    await signerPourLeDepartement.execute(deps, agent, {
      ...(await cle()),
      qualite: "departement",
      nom: "René Territoire",
      moyen: "saisie",
      le: "2026-11-22",
    });
    expect((await contratLu(deps, contratId))?.etat).toBe("signe");
    await lignes(deps, "update contrat set renouvellements = 1, mois_anterieurs = 6");
    await expect(
      renouvelerContrat.execute(deps, agent, { contratId, mois: 6 }),
    ).rejects.toMatchObject({ code: "contrat.renouvellement-epuise" });
    await expect(
      accorderDerogation.execute(deps, agent, { contratId, code: "inventee", motif: "Non" }),
    ).rejects.toMatchObject({ code: "contrat.derogation-inconnue" });
    await accorderDerogation.execute(deps, agent, {
      contratId,
      code: "formation",
      motif: "Titre professionnel jusqu’en juin",
    });
    await renouvelerContrat.execute(deps, agent, { contratId, mois: 6 });
    expect(await lignes(deps, "select code, par_nom from derogation_contrat")).toEqual([
      { code: "formation", par_nom: agent.nom },
    ]);
  },
);

testAvecBase(
  "le référent note la fin d’un contrat, le responsable le résilie",
  async ({ deps }) => {
    const contratId = await unContratSigne(deps, await unePersonneOrientee(deps));
    const fin = { contratId, le: "2026-11-20", precision: "" };
    await expect(
      terminerContrat.execute(deps, agent, { ...fin, motif: "non-respect" }),
    ).rejects.toMatchObject({ code: "contrat.motif-reserve" });
    await expect(
      resilierContrat.execute(deps, agent, { ...fin, le: "2026-11-30", motif: "non-respect" }),
    ).rejects.toThrow("à venir");
    await resilierContrat.execute(deps, agent, { ...fin, motif: "non-respect" });
    expect(await contratLu(deps, contratId)).toMatchObject({
      etat: "resilie",
      periode: "[2026-11-10,2026-11-20)",
      bilan: null,
    });
    expect(await ouvertes(deps)).toEqual([]);
    expect(
      await lignes(deps, "select from situation_personne where contrat_id is not null"),
    ).toEqual([]);
  },
);

testAvecBase(
  "un contrat signé sur papier garde son document, s’il est bien un document",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const { contratId } = await redigerContrat.execute(deps, agent, { personneId, nature });
    await remplir(deps, contratId, "2026-11-22");
    await proposer(deps, contratId);
    const papier = async (octets: string | null) =>
      signerContrat.execute(deps, agent, {
        contratId,
        revision: await revisionDe(deps, contratId),
        qualite: "personne",
        nom: "Alice Exemple",
        moyen: "papier",
        le: "2026-11-22",
        piece: octets === null ? null : { nom: "contrat.pdf", octets: Buffer.from(octets) },
      });
    await expect(papier(null)).rejects.toMatchObject({ code: "contrat.piece-manquante" });
    await expect(papier("<html>")).rejects.toMatchObject({ code: "contrat.piece" });
    await papier("%PDF-1.7 …");
    expect(await lignes(deps, "select type from contrat_piece")).toEqual([
      { type: "application/pdf" },
    ]);
  },
);

testAvecBase(
  "un CER rédigé la veille du nouveau régime ne se signe plus le lendemain",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    await lignes(deps, "update orientation set decidee_le = '2024-12-01'");
    const veille = le(deps, "2024-12-30");
    const { contratId } = await redigerContrat.execute(veille, agent, {
      personneId,
      nature: "cer-social",
    });
    await remplir(veille, contratId, "2024-12-30");
    await proposer(veille, contratId);
    await validerContrat.execute(veille, agent, {
      contratId,
      revision: await revisionDe(deps, contratId),
    });
    const apres = le(deps, "2025-01-02");
    await signer(apres, contratId, "personne", "2024-12-31");
    await signer(apres, contratId, "referent", "2025-01-02");
    await expect(
      signerPourLeDepartement.execute(apres, agent, {
        contratId,
        revision: await revisionDe(deps, contratId),
        qualite: "departement",
        nom: "René Territoire",
        moyen: "saisie",
        le: "2025-01-02",
      }),
    ).rejects.toMatchObject({ code: "contrat.changement-de-regime" });
    await expect(
      redigerContrat.execute(deps, agent, { personneId, nature: "cer-social" }),
    ).rejects.toMatchObject({ code: "contrat.changement-de-regime" });
  },
);
