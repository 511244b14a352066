import { relative } from "node:path";

export interface TitreDeTest {
  /** Titles of the groups and of the test, parted by ` > `. */
  readonly name: string;
  readonly file: string;
}

const ENTETE = `# Comportements

Ce que le produit fait, dit par les titres de ses tests. Écrit par \`node bin/jalon-dev comportements\` ; ne se modifie pas à la main.
`;

/** What the tests promise, module by module, in the order in which a reader meets the modules. */
export function comportements(titres: readonly TitreDeTest[], racine: string): string {
  const parModule = Map.groupBy(titres, ({ file }) => moduleDe(relative(racine, file)));
  const modules = [...parModule.keys()].toSorted((a, b) =>
    (rang(a) + a).localeCompare(rang(b) + b, "fr"),
  );
  const sections = modules.map((module) => {
    const lignes = new Set(parModule.get(module)?.map(({ name }) => `- ${enPhrase(name)}`));
    return `## ${module}\n\n${[...lignes].join("\n")}\n`;
  });
  return [ENTETE, ...sections].join("\n");
}

/** `src/droits/dossier/domain/nir.test.ts` → `droits/dossier`; what stands at the root of `app` is `app`. */
function moduleDe(chemin: string): string {
  const [premier = "", pilier = "", module = ""] = chemin.split("/");
  if (premier !== "src") return premier;
  return module.includes(".") || pilier === "app" ? pilier : `${pilier}/${module}`;
}

/** The trade first, the plumbing last. */
function rang(module: string): string {
  if (module.startsWith("platform/")) return "3";
  return module === "app" ? "2" : "1";
}

function enPhrase(titre: string): string {
  return titre
    .replaceAll(" > ", " : ")
    .replaceAll(/%[sidjofp#]|\$\{[^}]*\}|\$[\w.]+/g, "…")
    .replace(/^… : /, "");
}
