// The tools of the developers. Everything runs on the pinned Node: its folder comes first in PATH.
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { root } from "./amorce.mjs";

const bin = join(root, "node_modules", ".bin");
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
const vitest = [process.execPath, join(root, "node_modules", "vitest", "vitest.mjs")];

const colors = process.stdout.isTTY ? [] : ["--colors=off"];

const tools = {
  vitest: (args) => run([...vitest, ...args]),
  check: () => check(),
  e2e: (args) => runBundled("e2e", args),
  bench: (args) => runBundled("bench", args),
  comportements: () => printBehaviours(),
  build: async () => {
    const { ensureServerBundle } = await import("./amorce.mjs");
    console.log(await ensureServerBundle());
    return 0;
  },
};

export function runTool([name, ...args]) {
  const tool = Object.hasOwn(tools, name ?? "") ? tools[name] : null;
  if (tool) return tool(args);
  console.error(`Usage : bin/jalon-dev ${Object.keys(tools).join("|")} [arguments]`);
  return 2;
}

async function runBundled(name, args) {
  const { bundleTool } = await import("../src/app/build.ts");
  const outfile = join(root, "dist", "outils", `${name}.${process.pid}.js`);
  await bundleTool(join(root, name, "run.ts"), outfile);
  try {
    return await run([process.execPath, outfile, ...args.filter((arg) => arg !== "--")]);
  } finally {
    fs.rmSync(outfile, { force: true });
    fs.rmSync(`${outfile}.map`, { force: true });
  }
}

function run([command, ...args], output = null) {
  const stdio = output ? ["ignore", "pipe", "pipe"] : "inherit";
  const child = spawn(command, args, { cwd: root, env, stdio });
  child.stdout?.on("data", (data) => output.push(data));
  child.stderr?.on("data", (data) => output.push(data));
  const forward = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, forward);
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** Titles read without running anything: a few seconds, no base. */
async function printBehaviours() {
  const titles = join(root, "dist", `titres.${process.pid}.json`);
  fs.mkdirSync(dirname(titles), { recursive: true });
  const code = await run([...vitest, "list", `--json=${titles}`]);
  if (code !== 0) return code;
  const { comportements } = await import("../src/app/documentation/comportements.ts");
  const text = comportements(JSON.parse(fs.readFileSync(titles, "utf8")), root);
  fs.rmSync(titles);
  fs.writeFileSync(join(root, "docs", "comportements.md"), text);
  return 0;
}

const GLOSSARY = "src/app/glossaire.test.ts";

async function check() {
  const steps = [
    ["biome : forme et règles", [join(bin, "biome"), "ci", "--diagnostic-level=warn", ...colors]],
    ["tsc : types", [join(bin, "tsc"), "--noEmit"]],
    [
      "depcruise : frontières",
      [join(bin, "depcruise"), "src", "--config", ".dependency-cruiser.cjs"],
      cruisedAll,
    ],
    ["knip : code sans usage", [join(bin, "knip")]],
  ];
  if (fs.existsSync(join(root, GLOSSARY))) steps.push(["glossaire", [...vitest, "run", GLOSSARY]]);
  const codes = [];
  for (const step of steps) codes.push(await runStep(...step));
  const failed = codes.filter((code) => code !== 0).length;
  console.log(failed === 0 ? "Tout est vert." : `${failed} contrôle(s) en échec.`);
  return failed === 0 ? 0 : 1;
}

async function runStep(title, command, verify = () => null) {
  const output = [];
  const started = Date.now();
  const code = await run(command, output);
  const text = Buffer.concat(output).toString("utf8");
  const problem = code === 0 ? verify(text) : null;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${title} (${seconds} s)\n${text.trim()}`);
  if (problem) console.log(problem);
  return problem ? 1 : code;
}

/** A boundaries tool that cannot parse the sources reads none of them, and passes. */
function cruisedAll(text) {
  const cruised = Number(/\((\d+) modules/.exec(text)?.[1] ?? 0);
  const files = fs
    .readdirSync(join(root, "src"), { recursive: true })
    .filter((name) => /\.tsx?$/.test(name)).length;
  return cruised >= files ? null : `depcruise n’a lu que ${cruised} modules sur ${files} fichiers.`;
}
