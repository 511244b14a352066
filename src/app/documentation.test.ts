import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { comportements } from "./documentation/comportements.ts";

const lire = (chemin: string) => readFileSync(chemin, "utf8");

const DECISIONS = "docs/decisions";
const decisions = readdirSync(DECISIONS)
  .filter((nom) => nom !== "README.md")
  .toSorted();

test("les décisions se suivent sans trou, et l’index nomme chacune", () => {
  const index = lire(join(DECISIONS, "README.md"));
  const attendus = decisions.map((_, rang) => String(rang + 1).padStart(4, "0"));
  expect(decisions.map((nom) => nom.slice(0, 4))).toEqual(attendus);
  expect(decisions.filter((nom) => !index.includes(`(${nom})`))).toEqual([]);
});

test.each(decisions)(
  "la décision %s dit son contexte, ce qu’elle choisit et ses suites, en une page",
  (nom) => {
    const texte = lire(join(DECISIONS, nom));
    for (const titre of [
      `# ${nom.slice(0, 4)}. `,
      "## Context\n",
      "## Decision\n",
      "## Consequences\n",
    ]) {
      expect(texte).toContain(titre);
    }
    expect(texte).toMatch(/^\d{4}-\d{2}-\d{2}\. (?:Accepted|Superseded by \d{4})\.$/m);
    expect(texte.trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  },
);

test("docs/dependances.md a une ligne pour chaque paquet de package.json, et pas d’autre", () => {
  const paquets: unknown = JSON.parse(lire("package.json"));
  const groupes = ["dependencies", "devDependencies", "optionalDependencies"];
  const voulus = groupes.flatMap((groupe) => Object.keys(Object(Object(paquets)[groupe])));
  const decrits = [...lire("docs/dependances.md").matchAll(/^\| `([^`]+)` \|/gm)].map(
    ([, nom]) => nom,
  );
  expect(new Set(decrits)).toEqual(new Set(voulus));
  expect(decrits).toHaveLength(voulus.length);
});

test("le guide d’exploitation donne chaque variable d’environnement que lit la configuration", () => {
  const [, corps = ""] = /z\.object\(\{([\s\S]*?)\n\}\);/.exec(lire("src/app/config.ts")) ?? [];
  const variables = [...corps.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, nom = ""]) => nom);
  const guide = lire("docs/guides/exploitation.md");
  expect(variables).toContain("JALON_DATA");
  expect(variables.filter((nom) => !guide.includes(`\`${nom}\``))).toEqual([]);
});

test("le guide d’exploitation nomme chaque commande de jalon", () => {
  const sources = globSync(["src/{app/commandes,droits,commun,echanges,pilotage}/**/*.ts"]).filter(
    (nom) => !nom.endsWith(".test.ts"),
  );
  const commandes = sources.flatMap((nom) =>
    [...lire(nom).matchAll(/^ +name: "([a-z -]+)",\n +summary:/gm)].map(
      ([, commande = ""]) => commande,
    ),
  );
  const guide = lire("docs/guides/exploitation.md");
  expect(commandes).toContain("servir");
  expect(commandes.filter((commande) => !guide.includes(`jalon ${commande}`))).toEqual([]);
});

test("chaque module se présente, en quarante lignes au plus", () => {
  const modules = globSync(
    "src/{droits,offre,accompagnement,financement,pilotage,commun,echanges}/*/index.ts",
  );
  const absents = modules
    .map((nom) => join(dirname(nom), "README.md"))
    .filter((nom) => !existsSync(nom));
  expect(absents).toEqual([]);
  const longs = globSync("src/**/README.md").filter(
    (nom) => !nom.startsWith("src/platform/") && lire(nom).trimEnd().split("\n").length > 40,
  );
  expect(longs).toEqual([]);
});

test("aucun lien d’un document à un fichier du dépôt n’est rompu", () => {
  const documents = globSync(["*.md", "docs/**/*.md", "src/**/README.md"]);
  const rompus = documents.flatMap((document) =>
    [...lire(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, lien = ""]) => lien)
      .filter((lien) => !existsSync(join(dirname(document), lien)))
      .map((lien) => `${document} → ${lien}`),
  );
  expect(documents).toContain("README.md");
  expect(rompus).toEqual([]);
});

test("chaque acte inscrit au journal y est dit en français", () => {
  const phrases = lire("src/commun/journal/web/libelles.ts");
  const actes = globSync("src/*/*/usecases/*.ts")
    .filter((nom) => !nom.endsWith(".test.ts"))
    .flatMap((nom) =>
      lire(nom)
        .split(/defineUseCase(?:<[^(]*>)?\(/)
        .slice(1),
    )
    .filter((declaration) => /\btrace: (?!null)/.test(declaration))
    .map((declaration) => /\bname: "([^"]+)"/.exec(declaration)?.[1] ?? declaration);
  expect(actes).toContain("personne.lire");
  expect(actes.filter((acte) => !phrases.includes(`"${acte}": "`))).toEqual([]);
});

test("docs/comportements.md est fait des titres des tests, rangés par module", () => {
  const titres = [
    {
      name: "un NIR > une clé fausse se dit",
      file: "/depot/src/droits/dossier/domain/nir.test.ts",
    },
    {
      name: "le %s, %i centimes",
      file: "/depot/src/commun/referentiel/domain/parametre-date.test.ts",
    },
    { name: "un secret se relit", file: "/depot/src/platform/auth/auth.test.ts" },
  ];
  expect(comportements(titres, "/depot")).toContain(
    "## commun/referentiel\n\n- le …, … centimes\n\n## droits/dossier\n\n- un NIR : une clé fausse se dit\n",
  );
});
