import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const MODULES = "src/{droits,offre,accompagnement,financement,pilotage,commun,echanges}/*/index.ts";

/** Every name in backquotes: the column of code names, and the lists of verbs and ordinary words. */
function motsDuGlossaire(glossaire: string): ReadonlySet<string> {
  const noms = [...glossaire.matchAll(/`([A-Za-z]+)`/g)].map(([, nom = ""]) => nom);
  return new Set(noms.flatMap(mots).flatMap(avecParticipes));
}

/** `consulter` also gives « consulté » and « consultée ». */
function avecParticipes(mot: string): readonly string[] {
  return mot.endsWith("er") ? [mot, mot.slice(0, -1), `${mot.slice(0, -1)}e`] : [mot];
}

function nomsExportes(facade: string): readonly string[] {
  const listes = [...facade.matchAll(/export\s+(?:type\s+)?\{([^}]*)\}/g)].flatMap(
    ([, liste = ""]) => liste.split(","),
  );
  const declares = [
    ...facade.matchAll(/export\s+(?:async\s+)?(?:const|function|interface|type)\s+(\w+)/g),
  ].map(([, nom = ""]) => nom);
  return [...listes, ...declares]
    .map(
      (nom) =>
        nom
          .trim()
          .replace(/^type\s+/, "")
          .split(/\s+as\s+/)
          .at(-1) ?? "",
    )
    .filter((nom) => nom !== "");
}

/** `listerMouvementsDeFlux` → lister, mouvement, de, flux: a plural is its singular. */
function mots(nom: string): readonly string[] {
  const coupes = nom.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return coupes
    .map((mot) => mot.toLowerCase())
    .map((mot) => (mot.length > 3 ? mot.replace(/[sx]$/, "") : mot));
}

function motsSansLigne(glossaire: string, facade: string): readonly string[] {
  const connus = motsDuGlossaire(glossaire);
  return nomsExportes(facade).flatMap((nom) =>
    mots(nom)
      .filter((mot) => !connus.has(mot))
      .map((mot) => `${mot} (${nom})`),
  );
}

const glossaire = readFileSync("docs/glossaire.md", "utf8");
const facades = globSync(MODULES).toSorted();

test("les façades de tous les modules sont lues", () => {
  expect(facades.length).toBeGreaterThanOrEqual(8);
  for (const facade of facades) {
    expect(nomsExportes(readFileSync(facade, "utf8")), facade).not.toEqual([]);
  }
});

test.each(facades)("chaque mot qu’exporte %s a sa ligne dans docs/glossaire.md", (facade) => {
  expect(motsSansLigne(glossaire, readFileSync(facade, "utf8"))).toEqual([]);
});

test("un mot qui n’a pas sa ligne est dit, avec le nom qui l’emploie", () => {
  const facade = `
    export { type ContratSigne, signerContrat as ratifierContrats } from "./usecases/signer-contrat.ts";
    export interface Zeugme {}`;
  expect(motsSansLigne("`contrat`, `signe`", facade)).toEqual([
    "ratifier (ratifierContrats)",
    "zeugme (Zeugme)",
  ]);
});

test("un verbe couvre ses participes", () => {
  const facade = "export type { FicheConsultee, DossierConsulte } from './a.ts';";
  expect(motsSansLigne("`dossier`, `fiche`, `consulter`", facade)).toEqual([]);
  expect(motsSansLigne("`dossier`, `fiche`, `lire`", facade)).toHaveLength(2);
});

test("un pluriel est couvert par la ligne de son singulier, une partie de mot ne l’est pas", () => {
  expect(motsSansLigne("`dossier`", "export { dossiers } from './a.ts';")).toEqual([]);
  expect(motsSansLigne("`dossier`", "export { dossierclos } from './a.ts';")).toEqual([
    "dossierclo (dossierclos)",
  ]);
});
