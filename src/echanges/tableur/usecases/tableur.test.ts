import { expect, test } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur } from "../../../app/testing/offre.ts";
import { prendreTableurs } from "../../../app/travaux.ts";
import { consulterTableur, telechargerRefusees } from "./consulter-tableur.ts";
import { deposerTableur } from "./deposer-tableur.ts";
import { expliquerTableur } from "./expliquer-tableur.ts";
import { choisirPersonne, lancerTableur } from "./lancer-tableur.ts";

const TITRES =
  "Nom;Prénom;Date de naissance;Action;Entrée;CER;Attestation;Sortie;Motif sortie;Employeur";

const foyer = (numeroDemande: string, nir: string, nom = "EXEMPLE") =>
  unFoyerDeclare({
    organisme: { famille: "CAF", numero: "801", matricule: numeroDemande },
    numeroDemande,
    dateDemande: "2024-01-01",
    personnes: [unePersonneDeclaree({ nom, nomNaissance: nom, nir })],
  });

interface Decor {
  readonly deps: Deps;
  readonly structureId: number;
  readonly actionId: number;
}

async function planter(nue: Deps): Promise<Decor> {
  const deps = auNord(nue);
  const structureId = await unOperateur(deps);
  const actionId = await uneAction(deps, { structureId, nom: "Coaching de l’Élan" });
  return { deps, structureId, actionId };
}

function deposer({ deps, structureId }: Decor, ...corps: readonly string[]) {
  return deposerTableur.execute(deps, unAgent(), {
    structureId,
    actionId: null,
    nom: "suivi.csv",
    contenu: Buffer.from([TITRES, ...corps].join("\n")),
  });
}

async function prendre({ deps }: Decor, depotId: number) {
  await lancerTableur.execute(deps, unAgent(), { depotId });
  await prendreTableurs(deps, unAgent());
  return consulterTableur.execute(deps, unAgent(), { depotId });
}

const sejours = (deps: Deps) =>
  lignes<{ entreLe: string; sortiLe: string | null; classe: string | null }>(
    deps,
    `select entre_le as "entreLe", sorti_le as "sortiLe", classe from sejour order by entre_le, id`,
  );

testAvecBase(
  "une ligne devient un séjour, avec sa sortie ; redonnée, elle n’écrit rien",
  async ({ deps: nue }) => {
    const decor = await planter(nue);
    await declarer(nue, "2026-09-30", [foyer("80000000001", "2850480021001")]);
    const ligne =
      "Exemple;Alice;12/04/1985;coaching de l'élan;05/10/2026;01/10/2026;02/10/2026;10/11/2026;CDI;Toiles du Nord";
    const { depotId } = await deposer(decor, ligne);
    expect(await sejours(decor.deps)).toEqual([]);
    const premier = await prendre(decor, depotId);
    expect(premier.refusees).toEqual([]);
    expect(premier.comptes).toMatchObject({ prise: 1, "a-prendre": 0 });
    const attendus = [{ entreLe: "2026-10-05", sortiLe: "2026-11-10", classe: "durable" }];
    expect(await sejours(decor.deps)).toEqual(attendus);

    expect((await deposer(decor, ligne)).deja).toBe(true);
    const second = await prendre(decor, (await deposer(decor, ligne, "")).depotId).catch(
      (refus: unknown) => refus,
    );
    expect(second).toMatchObject({ comptes: { inchangee: 1, prise: 0, refusee: 0 } });
    expect(await sejours(decor.deps)).toEqual(attendus);
  },
);

testAvecBase(
  "chaque ligne refusée dit toutes ses raisons, les autres passent, et rien n’est perdu",
  async ({ deps: nue }) => {
    const decor = await planter(nue);
    await declarer(nue, "2026-09-30", [foyer("80000000001", "2850480021001")]);
    const { depotId } = await deposer(
      decor,
      "Inconnue;Alice;12/04/1985;Coaching de l’Élan;05/10/2026;01/10/2026;;;;",
      "Exemple;Alice;12/04/1985;Autre chose;31/02/2026;;;;;",
      "Exemple;Alice;12/04/1985;Coaching de l’Élan;05/10/2026;01/10/2026;02/10/2026;;;",
    );
    const { refusees, comptes } = await prendre(decor, depotId);
    expect(comptes).toEqual({ "a-prendre": 0, prise: 1, inchangee: 0, refusee: 2 });
    expect(refusees.map(({ ligne, raisons }) => [ligne, raisons.length])).toEqual([
      [2, 1],
      [3, 2],
    ]);
    expect(refusees[0]?.cellules[0]).toBe("Inconnue");
  },
);

testAvecBase(
  "deux personnes de mêmes noms et de même naissance ne sont pas devinées : on demande laquelle",
  async ({ deps: nue }) => {
    const decor = await planter(nue);
    await declarer(nue, "2026-09-30", [
      foyer("80000000001", "2850480021001"),
      foyer("80000000002", "2850480021002"),
    ]);
    const { depotId } = await deposer(
      decor,
      "Exemple;Alice;12/04/1985;Coaching de l’Élan;05/10/2026;01/10/2026;02/10/2026;;;",
    );
    const { homonymes, refusees } = await prendre(decor, depotId);
    expect(refusees[0]?.candidats.length).toBe(2);
    const seconde = homonymes.get(2)?.[1]?.personneId ?? 0;
    const etrangere = choisirPersonne.execute(decor.deps, unAgent(), {
      depotId,
      ligne: 2,
      personneId: seconde + 1000,
    });
    await expect(etrangere).rejects.toMatchObject({ code: "tableur.personne" });
    await choisirPersonne.execute(decor.deps, unAgent(), {
      depotId,
      ligne: 2,
      personneId: seconde,
    });
    expect((await prendre(decor, depotId)).comptes).toMatchObject({ prise: 1, refusee: 0 });
    expect(await lignes(decor.deps, "select personne_id from sejour")).toEqual([
      { personne_id: seconde },
    ]);
  },
);

testAvecBase(
  "ce que dit l’opérateur de ses colonnes et de ses mots sert à ses fichiers suivants",
  async ({ deps: nue }) => {
    const decor = await planter(nue);
    const { deps, structureId, actionId } = decor;
    await declarer(nue, "2026-09-30", [foyer("80000000001", "2850480021001")]);
    const libre = (jour: string) =>
      deposerTableur.execute(deps, unAgent(), {
        structureId,
        actionId: null,
        nom: "export.csv",
        contenu: Buffer.from(
          `Famille;Petit nom;Anniv;Atelier;Arrivée;Attest;Départ;Issue\nExemple;Alice;12/04/1985;CE 3;05/10/2026;02/10/2026;${jour};EMB`,
        ),
      });
    const { depotId } = await libre("09/11/2026");
    await expect(prendre(decor, depotId)).rejects.toMatchObject({ code: "tableur.colonnes" });
    await expliquerTableur.execute(deps, unAgent(), {
      depotId,
      colonnes: {
        famille: "nom",
        "petit nom": "prenom",
        anniv: "date-naissance",
        atelier: "action",
        arrivee: "entree",
        attest: "attestation",
        depart: "sortie",
        issue: "nature-sortie",
      },
      actions: [],
      natures: [],
    });
    const lu = await consulterTableur.execute(deps, unAgent(), { depotId });
    expect(lu.motsInconnus).toEqual({ actions: ["CE 3"], natures: ["EMB"] });
    await expliquerTableur.execute(deps, unAgent(), {
      depotId,
      colonnes: lu.correspondance,
      actions: [{ mot: "CE 3", actionId }],
      natures: [{ mot: "EMB", nature: "cdi" }],
    });
    const suivant = await libre("10/11/2026");
    const consulte = await consulterTableur.execute(deps, unAgent(), {
      depotId: suivant.depotId,
    });
    expect(consulte.manquants).toEqual([]);
    expect(consulte.motsInconnus).toEqual({ actions: [], natures: [] });
  },
);

testAvecBase(
  "un fichier de douze mille lignes, aux dates écrites de trois façons, se prend entier et s’ouvre page à page",
  async ({ deps: nue }) => {
    const decor = await planter(nue);
    await declarer(nue, "2026-09-30", [foyer("80000000001", "2850480021001")]);
    const jours = ["05/10/2026", "2026-10-05", "46300"];
    const connue = "Exemple;Alice;31149;Coaching de l’Élan;46300;01.10.2026;02/10/26;;;";
    const illisibles = Array.from(
      { length: 11_999 },
      (_, rang) =>
        `Exemple;;1985-04-12;Coaching de l’Élan;${jours[rang % 3]};01/10/2026;02/10/2026;;;`,
    );
    const { depotId, lignes: lues } = await deposer(decor, ...illisibles, connue);
    expect(lues).toBe(12_000);
    const { comptes, refusees, suivantes } = await prendre(decor, depotId);
    expect(comptes).toEqual({ "a-prendre": 0, prise: 1, inchangee: 0, refusee: 11_999 });
    expect(refusees).toHaveLength(100);
    expect(refusees.every(({ raisons }) => raisons.length === 1)).toBe(true);
    expect(await sejours(decor.deps)).toEqual([
      { entreLe: "2026-10-05", sortiLe: null, classe: null },
    ]);
    const consulter = (apres: number | null) =>
      consulterTableur.execute(decor.deps, unAgent(), { depotId, apres: apres ?? 0 });
    const deuxieme = await consulter(suivantes);
    expect(deuxieme.refusees.map(({ ligne }) => ligne).slice(0, 2)).toEqual([102, 103]);
    const troisieme = await consulter(deuxieme.suivantes);
    expect(troisieme.precedentes).toBe(suivantes);
    expect((await consulter(11_901)).suivantes).toBeNull();
    const telechargees = await telechargerRefusees.execute(decor.deps, unAgent(), { depotId });
    expect(telechargees.refusees).toHaveLength(11_999);
    const avant = process.cpuUsage();
    for (let fois = 0; fois < 10; fois += 1) await consulter(0);
    const { user, system } = process.cpuUsage(avant);
    expect((user + system) / 10_000).toBeLessThan(60);
  },
);

testAvecBase(
  "le fichier d’un autre opérateur ne se voit ni ne se dépose",
  async ({ deps: nue }) => {
    const decor = await planter(nue);
    const { depotId } = await deposer(decor, "Exemple;Alice;12/04/1985;X;05/10/2026;;;;;");
    const autre = unAgent({
      id: 9,
      portee: { territoires: [], structures: [decor.structureId + 1000], referentId: null },
    });
    await expect(consulterTableur.execute(decor.deps, autre, { depotId })).rejects.toMatchObject({
      code: "tableur.introuvable",
    });
    await expect(
      deposerTableur.execute(decor.deps, autre, {
        structureId: decor.structureId,
        actionId: null,
        nom: "a.csv",
        contenu: Buffer.from("Nom\nA"),
      }),
    ).rejects.toMatchObject({ code: "tableur.operateur" });
  },
);

testAvecBase("un fichier sans ligne est refusé en disant où regarder", async ({ deps: nue }) => {
  const decor = await planter(nue);
  await expect(deposer(decor)).rejects.toMatchObject({
    code: "tableur.depot",
    details: { champ: "fichier" },
  });
});

test("les titres d’un fichier se trouvent sous un titre libre, et deux colonnes de même nom se distinguent", async () => {
  const { rangDesTitres, titresDistincts } = await import("../domain/entete.ts");
  const rows = [["Suivi 2026"], [], ["Nom", "Prénom", "Entrée"], ["A", "B", "C"]];
  expect(rangDesTitres(rows)).toBe(2);
  expect(titresDistincts(["Nom", "", "nom"])).toEqual(["Nom", "Colonne 2", "nom (2)"]);
});
