import { expect, vi } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur } from "../../../app/testing/offre.ts";
import { unePopulation } from "../../../app/testing/orientation.ts";
import { entrer, unAccueil, uneSortie } from "../../../app/testing/sejours.ts";
import { lireSejoursComptes } from "../db/comptes.ts";
import { annulerSejour, arbitrerSortie } from "./arbitrer-sortie.ts";
import { renouvelerSejour, reprendreSejour, suspendreSejour } from "./durer.ts";
import { entrerEnAction } from "./entrer-en-action.ts";
import { noterRealisation, noterSuite } from "./noter-realisation.ts";
import { rectifierSortie, rouvrirSejour, sortirDAction } from "./sortir-d-action.ts";

vi.setConfig({ testTimeout: 60_000 });

const agent = unAgent();
const raisons = async (acte: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await acte;
    return [];
  } catch (refus) {
    const { code, details } = refus as { code: string; details: { raisons?: { code: string }[] } };
    return details.raisons?.map((raison) => raison.code) ?? [code];
  }
};

const sejour = async (deps: Deps, id: number) =>
  (
    await lignes<Record<string, unknown>>(
      deps,
      `select sorti_le::text as sorti, terme::text, classe, classe_ligne as ligne, droit_preuve as droit,
         contrat_preuve as contrat, age, sexe, code_commune as commune, version from sejour where id = $1`,
      [id],
    )
  )[0];

testAvecBase(
  "une entrée garde la preuve du droit et le profil du jour, et son plafond",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
    const id = await entrer(accueil, accueil.personnes[0], "2026-11-02");
    expect(await sejour(deps, id)).toMatchObject({
      droit: "flux",
      terme: "2027-11-02",
      age: 41,
      sexe: "2",
      commune: "80021",
    });
    expect(
      await lignes(
        deps,
        "select code, limite::text from echeance where objet = 'sejour' order by code",
      ),
    ).toEqual([
      { code: "conclure-sejour", limite: "2027-11-01" },
      { code: "preparer-fin-de-sejour", limite: "2027-10-03" },
    ]);
  },
);

testAvecBase("toutes les raisons d’un refus sont dites à la fois", async ({ deps }) => {
  const accueil = await unAccueil(deps, { ficheCode: "ii-2", du: "2026-01-01" });
  const obtenues = await raisons(
    entrerEnAction.execute(accueil.deps, agent, {
      actionId: accueil.actionId,
      personneId: accueil.personnes[0] ?? 0,
      le: "2020-01-01",
    }),
  );
  expect(obtenues).toEqual([
    "participation.avant-ouverture",
    "participation.droit-inconnu",
    "participation.sans-contrat",
  ]);
});

testAvecBase(
  "une attestation vaut quand aucun flux ne dit le droit de ce jour",
  async ({ deps }) => {
    const accueil = await unAccueil(deps);
    const entree = {
      actionId: accueil.actionId,
      personneId: accueil.personnes[0] ?? 0,
      le: "2024-01-15",
    };
    await lignes(deps, "update periode_droit set depuis = '2025-01-01' returning 1");
    expect(await raisons(entrerEnAction.execute(accueil.deps, agent, entree))).toEqual([
      "participation.droit-inconnu",
    ]);
    const { sejourId } = await entrerEnAction.execute(accueil.deps, agent, {
      ...entree,
      attestationLe: "2024-01-10",
    });
    expect(await sejour(deps, sejourId)).toMatchObject({ droit: "attestation" });
  },
);

testAvecBase(
  "un droit clos, ou sans droits et devoirs, interdit l’entrée ; une attestation plus récente que le flux l’ouvre",
  async ({ deps }) => {
    const accueil = await unAccueil(deps);
    const entree = {
      actionId: accueil.actionId,
      personneId: accueil.personnes[0] ?? 0,
      le: "2026-11-10",
    };
    await lignes(deps, "update periode_devoir set soumis = false returning 1");
    expect(await raisons(entrerEnAction.execute(accueil.deps, agent, entree))).toEqual([
      "participation.non-soumise",
    ]);
    await lignes(deps, "update periode_droit set etat = '5' returning 1");
    expect(
      await raisons(
        entrerEnAction.execute(accueil.deps, agent, { ...entree, attestationLe: "2026-10-15" }),
      ),
    ).toEqual(["participation.droit-ferme"]);
    const { sejourId } = await entrerEnAction.execute(accueil.deps, agent, {
      ...entree,
      attestationLe: "2026-11-05",
    });
    expect(await sejour(deps, sejourId)).toMatchObject({ droit: "attestation" });
  },
);

testAvecBase(
  "là où la fiche n’a pas de contrat, il faut un contrat signé ou une inscription",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "v" });
    const entree = {
      actionId: accueil.actionId,
      personneId: accueil.personnes[0] ?? 0,
      le: "2026-11-10",
    };
    expect(await raisons(entrerEnAction.execute(accueil.deps, agent, entree))).toEqual([
      "participation.sans-contrat-ni-inscription",
    ]);
    const { sejourId } = await entrerEnAction.execute(accueil.deps, agent, {
      ...entree,
      contratPreuve: "inscription-france-travail",
      contratLe: "2026-10-01",
    });
    expect(await sejour(deps, sejourId)).toMatchObject({ contrat: "inscription-france-travail" });
  },
);

testAvecBase("l’IOD n’accueille personne sans sa référence adossée", async ({ deps }) => {
  const accueil = await unAccueil(deps, { ficheCode: "i-1" });
  await lignes(deps, "update action set adossee_a_id = null where fiche_code = 'i-1' returning 1");
  expect(
    await raisons(
      entrerEnAction.execute(accueil.deps, agent, {
        actionId: accueil.actionId,
        personneId: accueil.personnes[0] ?? 0,
        le: "2026-11-10",
      }),
    ),
  ).toEqual(["participation.sans-reference"]);
});

testAvecBase(
  "deux actions à la fois sont refusées, sauf celles que le programme admet ensemble",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
    const [alice] = accueil.personnes;
    await entrer(accueil, alice, "2026-11-02");
    const autre = { ...accueil, actionId: await uneAction(deps, { ficheCode: "iii-2" }) };
    const social = { ...accueil, actionId: await uneAction(deps, { ficheCode: "vi-1" }) };
    expect(await raisons(entrer(autre, alice, "2026-11-10"))).toContain(
      "participation.double-presence",
    );
    expect(await raisons(entrer(accueil, alice, "2026-11-10"))).toContain(
      "participation.deja-presente",
    );
    await entrer(social, alice, "2026-11-10");
    expect(await lignes(deps, "select id from sejour")).toHaveLength(2);
  },
);

testAvecBase(
  "une action pleine se dit sans s’opposer, et la place libérée se reprend le jour même",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { places: 1 });
    const [alice, bea, carl] = accueil.personnes;
    const premier = await entrer(accueil, alice, "2026-11-02");
    await sortirDAction.execute(accueil.deps, agent, uneSortie(premier, "2026-11-10"));
    const entree = { actionId: accueil.actionId, le: "2026-11-10" };
    const seconde = await entrerEnAction.execute(accueil.deps, agent, {
      ...{ ...entree, contratPreuve: "contrat", contratLe: "2026-10-01" },
      personneId: bea ?? 0,
    });
    expect(seconde.avertissements.map(({ code }) => code)).toEqual([]);
    const troisieme = await entrerEnAction.execute(accueil.deps, agent, {
      ...{ ...entree, contratPreuve: "contrat", contratLe: "2026-10-01" },
      personneId: carl ?? 0,
    });
    expect(troisieme.avertissements.map(({ code }) => code)).toEqual([
      "participation.action-pleine",
    ]);
  },
);

testAvecBase("entrer et sortir le même jour, puis revenir, fait deux séjours", async ({ deps }) => {
  const accueil = await unAccueil(deps);
  const [alice] = accueil.personnes;
  const premier = await entrer(accueil, alice, "2026-11-02");
  await sortirDAction.execute(
    accueil.deps,
    agent,
    uneSortie(premier, "2026-11-02", { nature: "autre" }),
  );
  await entrer(accueil, alice, "2026-11-02");
  const comptes = await deps.base.transaction((tx) =>
    lireSejoursComptes(tx, { actions: [accueil.actionId], du: "2026-11-01", au: "2026-11-30" }),
  );
  expect(comptes.map(({ entreLe, sortiLe, classe }) => [entreLe, sortiLe, classe])).toEqual([
    ["2026-11-02", "2026-11-02", "autre"],
    ["2026-11-02", null, null],
  ]);
});

testAvecBase("la sortie ne précède pas l’entrée et n’est pas à venir", async ({ deps }) => {
  const accueil = await unAccueil(deps);
  const id = await entrer(accueil, accueil.personnes[0], "2026-11-10");
  for (const jour of ["2026-11-09", "2026-11-23"]) {
    await expect(
      sortirDAction.execute(accueil.deps, agent, uneSortie(id, jour)),
    ).rejects.toMatchObject({
      code: "saisie.invalide",
      details: { champs: { le: expect.any(String) } },
    });
  }
});

testAvecBase(
  "une sortie de six mois exactement attend un arbitrage, qui dit pourquoi et reste visible",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
    const id = await entrer(accueil, accueil.personnes[0], "2026-10-01");
    const sortie = await sortirDAction.execute(
      accueil.deps,
      agent,
      uneSortie(id, "2026-11-10", { nature: "cdd", debut: "2026-11-12", fin: "2027-05-11" }),
    );
    expect(sortie).toMatchObject({ classe: "a-arbitrer", ligne: "cdd-six-mois" });
    await expect(
      arbitrerSortie.execute(accueil.deps, unAgent({ droits: new Set(["participation:tenir"]) }), {
        sejourId: id,
        classe: "durable",
        motif: "Contrat renouvelable annoncé",
      }),
    ).rejects.toMatchObject({ code: "habilitation.refusee" });
    await arbitrerSortie.execute(accueil.deps, agent, {
      sejourId: id,
      classe: "durable",
      motif: "Contrat renouvelable annoncé",
    });
    expect(await sejour(deps, id)).toMatchObject({ classe: "durable", ligne: "fixee" });
    expect(await lignes(deps, "select classe, motif from sortie_precedente")).toEqual([
      { classe: "a-arbitrer", motif: "Contrat renouvelable annoncé" },
    ]);
  },
);

testAvecBase(
  "une sortie corrigée garde la précédente, et son suivi suit la nouvelle embauche",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
    const id = await entrer(accueil, accueil.personnes[0], "2026-10-01");
    await sortirDAction.execute(
      accueil.deps,
      agent,
      uneSortie(id, "2026-11-10", { nature: "abandon", siae: true }),
    );
    expect(await lignes(deps, "select jalon from suite_sejour")).toEqual([]);
    await rectifierSortie.execute(accueil.deps, agent, {
      ...uneSortie(id, "2026-11-09", { debut: "2026-11-16", siret: "732 829 320 00074" }),
      motif: "Embauche apprise ensuite",
    });
    expect(await sejour(deps, id)).toMatchObject({ sorti: "2026-11-09", classe: "durable" });
    expect(await lignes(deps, "select jalon, prevue_le::text as prevue from suite_sejour")).toEqual(
      [{ jalon: 6, prevue: "2027-05-16" }],
    );
    expect(
      await lignes(deps, "select sortie_nature as nature, motif from sortie_precedente"),
    ).toEqual([{ nature: "abandon", motif: "Embauche apprise ensuite" }]);
    await rouvrirSejour.execute(accueil.deps, agent, { sejourId: id, motif: "Erreur" });
    expect(await sejour(deps, id)).toMatchObject({ sorti: null, classe: null });
    expect(await lignes(deps, "select jalon from suite_sejour")).toEqual([]);
  },
);

testAvecBase(
  "les jours qu’un séjour gagne se jugent comme une entrée : deux actions à la fois, et leurs exceptions",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
    const [alice, bea, carl] = accueil.personnes;
    const ailleurs = await uneAction(deps, {
      ...{ nom: "Voie lente", ficheCode: "iii-2" },
      structureId: await unOperateur(deps, "Autre opérateur"),
    });
    const social = await uneAction(deps, { ficheCode: "vi-1" });
    const puis = async (personne: number | undefined, actionId: number) => {
      const id = await entrer(accueil, personne, "2026-10-01");
      await sortirDAction.execute(accueil.deps, agent, uneSortie(id, "2026-10-20"));
      await entrer({ ...accueil, actionId }, personne, "2026-11-02");
      return id;
    };
    const rouvrir = (sejourId: number, par = agent) =>
      rouvrirSejour.execute(accueil.deps, par, { sejourId, motif: "Erreur" });
    const reculer = (sejourId: number, le: string) =>
      rectifierSortie.execute(accueil.deps, agent, { ...uneSortie(sejourId, le), motif: "Erreur" });

    const sien = await puis(alice, ailleurs);
    expect(await raisons(rouvrir(sien))).toEqual(["participation.double-presence"]);
    expect(await raisons(reculer(sien, "2026-11-03"))).toEqual(["participation.double-presence"]);
    expect(await raisons(reculer(sien, "2026-11-02"))).toEqual([]);
    await expect(rouvrir(sien)).rejects.toThrow("« Voie lente », depuis le 02/11/2026");
    const operateur = unAgent({
      portee: { territoires: [], structures: [await unOperateur(deps)], referentId: null },
    });
    await expect(rouvrir(sien, operateur)).rejects.toThrow(/^La personne est ce jour-là dans une/u);

    const revenue = await puis(bea, accueil.actionId);
    expect(await raisons(rouvrir(revenue))).toEqual(["participation.deja-presente"]);
    expect(await raisons(rouvrir(await puis(carl, social)))).toEqual([]);
  },
);

testAvecBase(
  "un séjour qui en chevauche déjà un autre se corrige tant qu’il ne gagne aucun jour",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
    const [alice] = accueil.personnes;
    const id = await entrer(accueil, alice, "2026-10-01");
    await sortirDAction.execute(accueil.deps, agent, uneSortie(id, "2026-10-20"));
    const autre = await uneAction(deps, { ficheCode: "iii-2" });
    await entrer({ ...accueil, actionId: autre }, alice, "2026-10-20");
    await lignes(deps, "update sejour set entre_le = '2026-10-10' where action_id = $1", [autre]);
    await rectifierSortie.execute(accueil.deps, agent, {
      ...uneSortie(id, "2026-10-20", { nature: "abandon" }),
      motif: "Embauche démentie",
    });
    expect(await sejour(deps, id)).toMatchObject({ sorti: "2026-10-20", classe: "autre" });
  },
);

testAvecBase("un SIRET faux est refusé avec son champ", async ({ deps }) => {
  const accueil = await unAccueil(deps);
  const id = await entrer(accueil, accueil.personnes[0], "2026-10-01");
  await expect(
    sortirDAction.execute(
      accueil.deps,
      agent,
      uneSortie(id, "2026-11-10", { siret: "73282932000075" }),
    ),
  ).rejects.toMatchObject({ details: { champs: { siret: expect.stringContaining("SIRET") } } });
});

testAvecBase("le suivi après la sortie se constate une fois, à son terme", async ({ deps }) => {
  const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
  const avril = {
    ...accueil,
    deps: auNord({ ...deps, now: () => new Date("2026-11-22T09:00:00Z") }),
  };
  const id = await entrer(avril, accueil.personnes[0], "2026-01-05");
  await sortirDAction.execute(
    accueil.deps,
    agent,
    uneSortie(id, "2026-04-30", { debut: "2026-05-04" }),
  );
  await noterSuite.execute(accueil.deps, agent, {
    ...{ sejourId: id, jalon: 6, le: "2026-11-05", issue: "en-emploi" },
  });
  expect(
    await lignes(
      deps,
      "select limite::text, accomplie_le::text as faite from echeance where code = 'constater-suite-action'",
    ),
  ).toEqual([{ limite: "2026-11-04", faite: "2026-11-05" }]);
  await expect(
    noterSuite.execute(accueil.deps, agent, {
      ...{ sejourId: id, jalon: 3, le: "2026-11-05", issue: "rompu" },
    }),
  ).rejects.toMatchObject({ code: "sejour.sans-suite" });
});

testAvecBase(
  "le plafond se renouvelle dans la limite de la fiche, au-delà par une exception, et personne ne sort tout seul",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "i-3" });
    const id = await entrer(accueil, accueil.personnes[0], "2025-06-01");
    expect(await sejour(deps, id)).toMatchObject({ terme: "2026-06-01", sorti: null });
    await expect(
      renouvelerSejour.execute(accueil.deps, agent, { sejourId: id, mois: 6, motif: "Projet" }),
    ).rejects.toMatchObject({ code: "sejour.renouvellement-refuse" });
    const aci = { ...accueil, actionId: await uneAction(deps, { ficheCode: "iv" }) };
    const { sejourId } = await entrerEnAction.execute(aci.deps, agent, {
      ...{ actionId: aci.actionId, personneId: accueil.personnes[1] ?? 0, le: "2025-06-01" },
      ...{ attestationLe: "2025-06-01", contratPreuve: "contrat", contratLe: "2025-05-01" },
    });
    const [exception] = await lignes<{ code: string }>(
      deps,
      "select fiche -> 'duree' -> 'exceptions' -> 0 ->> 'code' as code from action where fiche_code = 'iv'",
    );
    await renouvelerSejour.execute(aci.deps, agent, {
      ...{ sejourId, mois: 6, motif: "Plus de 50 ans", exception: exception?.code ?? "" },
    });
    expect(await sejour(deps, sejourId)).toMatchObject({ terme: "2027-12-01" });
  },
);

testAvecBase(
  "une suspension se note, se chevauche d’un autre motif, et reprend",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
    const id = await entrer(accueil, accueil.personnes[0], "2026-09-01");
    await suspendreSejour.execute(accueil.deps, agent, {
      ...{ sejourId: id, motif: "formation", du: "2026-10-01" },
    });
    await suspendreSejour.execute(accueil.deps, agent, {
      ...{ sejourId: id, motif: "arret", du: "2026-10-15", au: "2026-10-20" },
    });
    await expect(
      suspendreSejour.execute(accueil.deps, agent, {
        ...{ sejourId: id, motif: "formation", du: "2026-11-01" },
      }),
    ).rejects.toMatchObject({ code: "saisie.invalide" });
    const [ouverte] = await lignes<{ id: number }>(
      deps,
      "select id from suspension_sejour where upper(periode) is null",
    );
    await reprendreSejour.execute(accueil.deps, agent, {
      suspensionId: ouverte?.id ?? 0,
      au: "2026-11-02",
    });
    await expect(
      reprendreSejour.execute(accueil.deps, agent, {
        suspensionId: ouverte?.id ?? 0,
        au: "2026-11-03",
      }),
    ).rejects.toMatchObject({ code: "sejour.pas-suspendu" });
  },
);

testAvecBase("ce qui a lieu pendant le séjour se note, pas avant ni demain", async ({ deps }) => {
  const accueil = await unAccueil(deps, { ficheCode: "v" });
  const { sejourId } = await entrerEnAction.execute(accueil.deps, agent, {
    ...{ actionId: accueil.actionId, personneId: accueil.personnes[0] ?? 0, le: "2026-11-02" },
    ...{ contratPreuve: "contrat", contratLe: "2026-10-01" },
  });
  const fait = { sejourId, nature: "frein-leve" as const, le: "2026-11-12" };
  for (const refuse of [
    fait,
    { ...fait, frein: "mobilite", le: "2026-11-23" },
    { ...fait, frein: "mobilite", le: "2026-11-01" },
  ]) {
    await expect(noterRealisation.execute(accueil.deps, agent, refuse)).rejects.toMatchObject({
      code: "saisie.invalide",
    });
  }
  await noterRealisation.execute(accueil.deps, agent, { ...fait, frein: "mobilite" });
  expect(await lignes(deps, "select nature, frein from realisation_sejour")).toEqual([
    { nature: "frein-leve", frein: "mobilite" },
  ]);
});

testAvecBase(
  "qui n’a pas l’action dans son périmètre n’y fait entrer ni sortir personne",
  async ({ deps }) => {
    const accueil = await unAccueil(deps);
    const dehors = unAgent({
      portee: { territoires: [], structures: [999_999], referentId: null },
    });
    await expect(
      entrerEnAction.execute(accueil.deps, dehors, {
        ...{ actionId: accueil.actionId, personneId: accueil.personnes[0] ?? 0, le: "2026-11-02" },
      }),
    ).rejects.toMatchObject({ code: "action.introuvable" });
    const id = await entrer(accueil, accueil.personnes[0], "2026-11-02");
    await expect(
      annulerSejour.execute(accueil.deps, dehors, { sejourId: id, motif: "Erreur" }),
    ).rejects.toMatchObject({ code: "sejour.introuvable" });
  },
);

testAvecBase(
  "un opérateur n’accueille que qui lui montre son numéro et sa date de naissance",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE"]);
    const actionId = await uneAction(deps);
    const [action] = await lignes<{ structure: number }>(
      deps,
      "select structure_id as structure from action where id = $1",
      [actionId],
    );
    const operateur = unAgent({
      portee: { territoires: [], structures: [action?.structure ?? 0], referentId: null },
    });
    const alice = await idDe(deps, "ALICE");
    const nord = auNord(deps);
    await expect(
      entrerEnAction.execute(nord, operateur, { actionId, personneId: alice, le: "2026-11-02" }),
    ).rejects.toMatchObject({ code: "participation.personne-introuvable" });
    const montre = { actionId, le: "2026-11-02", numero: "1234567 0001" };
    await expect(
      entrerEnAction.execute(nord, operateur, { ...montre, dateNaissance: "1985-04-13" }),
    ).rejects.toMatchObject({ code: "participation.personne-introuvable" });
    const { personneId } = await entrerEnAction.execute(nord, operateur, {
      ...{ ...montre, contratPreuve: "contrat", contratLe: "2026-10-01" },
      dateNaissance: "1985-04-12",
    });
    expect(personneId).toBe(alice);
  },
);
