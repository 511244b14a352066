/** The rules of ARCHITECTURE.md, executable. @type {import('dependency-cruiser').IConfiguration} */
const PILLAR = "(?:droits|offre|accompagnement|financement|pilotage|commun|echanges)";
const MODULE = `^src/${PILLAR}/[^/]+/`;
const TEST = "\\.test\\.tsx?$";
const from = (pillars) => ({ path: `^src/(${pillars})/`, pathNot: TEST });
const to = (pillars) => ({ path: `^src/(${pillars})/` });

module.exports = {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "a-module-is-seen-through-its-index",
      severity: "error",
      from: { path: `^src/(${PILLAR}/[^/]+)/` },
      to: { path: MODULE, pathNot: ["^src/$1/", `${MODULE}index\\.ts$`] },
    },
    {
      name: "apps-see-modules-through-their-doors",
      severity: "error",
      from: { path: "^src/app/" },
      to: { path: MODULE, pathNot: `${MODULE}(?:index|http|cli)\\.tsx?$` },
    },
    {
      name: "domain-is-pure",
      severity: "error",
      from: { path: `${MODULE}domain/`, pathNot: TEST },
      to: {
        pathNot: [`${MODULE}domain/`, `${MODULE}index\\.ts$`, "^src/platform/(errors|clock)/"],
      },
    },
    {
      name: "pages-stand-on-acts",
      severity: "error",
      from: { path: `${MODULE}(?:usecases|db|domain|schemas)`, pathNot: TEST },
      to: { path: `${MODULE}web/` },
    },
    {
      name: "acts-stand-on-stores",
      severity: "error",
      from: { path: `${MODULE}(?:db|schemas)`, pathNot: TEST },
      to: { path: `${MODULE}usecases/` },
    },
    {
      name: "inputs-stand-on-the-domain",
      severity: "error",
      from: { path: `${MODULE}schemas`, pathNot: TEST },
      to: { path: `${MODULE}db/` },
    },
    {
      name: "droits-stands-on-commun",
      severity: "error",
      from: from("droits"),
      to: to("offre|accompagnement|financement|pilotage|echanges"),
    },
    {
      name: "offre-stands-on-droits",
      severity: "error",
      from: from("offre"),
      to: to("accompagnement|financement|pilotage|echanges"),
    },
    {
      name: "accompagnement-ignores-financement",
      severity: "error",
      from: from("accompagnement"),
      to: to("financement|pilotage|echanges"),
    },
    {
      name: "financement-never-sees-a-file",
      severity: "error",
      from: from("financement"),
      to: to("droits|accompagnement|pilotage|echanges"),
    },
    {
      name: "commun-stands-on-platform",
      severity: "error",
      from: from("commun"),
      to: to("droits|offre|accompagnement|financement|pilotage|echanges"),
    },
    {
      name: "nobody-depends-on-pilotage",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/(pilotage|app)/", TEST] },
      to: to("pilotage"),
    },
    {
      name: "nobody-depends-on-echanges",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/(echanges|app)/", TEST] },
      to: to("echanges"),
    },
    {
      name: "platform-knows-no-module",
      severity: "error",
      from: { path: "^src/platform/" },
      to: { path: "^src/", pathNot: "^src/platform/" },
    },
    {
      name: "nobody-depends-on-app",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/app/", TEST] },
      to: { path: "^src/app/" },
    },
    {
      name: "sql-only-in-db",
      severity: "error",
      from: { path: "^src/", pathNot: [`${MODULE}db/`, "^src/platform/(db|usecase)/", TEST] },
      to: { path: "node_modules/kysely" },
    },
    {
      name: "the-browser-never-reaches-the-server",
      severity: "error",
      from: { path: "^src/platform/ui/client/" },
      to: { path: "/db/|^node:|/usecases/" },
    },
    {
      name: "source-never-imports-tests",
      severity: "error",
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    { name: "ascii-paths", severity: "error", from: { path: "[^ -~]" }, to: {} },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".js"],
    },
  },
};
