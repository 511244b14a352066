import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { parcoursAccueil } from "./accueil.ts";
import { parcoursAdministrateur } from "./administrateur.ts";
import { parcoursContrats } from "./contrats.ts";
import { parcoursCourriers } from "./courriers.ts";
import { parcoursGestionnaire } from "./gestionnaire.ts";
import { parcoursJourneeDuReferent } from "./journee-du-referent.ts";
import { parcoursLiens } from "./liens.ts";
import { parcoursMatrice } from "./matrice.ts";
import { parcoursOccupation } from "./occupation.ts";
import { parcoursOrientation } from "./orientation.ts";
import { parcoursPilotage } from "./pilotage.ts";
import { parcoursPrescription } from "./prescription.ts";
import { parcoursReferente } from "./referente.ts";
import { parcoursResponsable } from "./responsable.ts";
import { parcoursRestitutions } from "./restitutions.ts";
import type { Journey } from "./support/journey.ts";
import { startProduct } from "./support/product.ts";
import { World } from "./support/world.ts";
import { parcoursTous } from "./tous.ts";

const journeys: Readonly<Record<string, readonly Journey[]>> = {
  tous: parcoursTous,
  administrateur: parcoursAdministrateur,
  responsable: parcoursResponsable,
  matrice: parcoursMatrice,
  pilotage: parcoursPilotage,
  referente: parcoursReferente,
  gestionnaire: parcoursGestionnaire,
  courriers: parcoursCourriers,
  orientation: parcoursOrientation,
  contrats: parcoursContrats,
  prescription: parcoursPrescription,
  restitutions: parcoursRestitutions,
  occupation: parcoursOccupation,
  liens: parcoursLiens,
  // Last: they are played as if it were the next day of work, and leave what happens then.
  accueil: parcoursAccueil,
  "journee-du-referent": parcoursJourneeDuReferent,
};

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
// The browser asks nothing of the outside: a closed network would refuse it, at length.
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const STEP_MS = 600_000;
const INTERRUPTED = 130;

// Leaving runs the exit handlers, which stop the product.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(INTERRUPTED));
process.exitCode = await main(process.argv.slice(2));

async function main(wanted: readonly string[]): Promise<number> {
  const executablePath = [process.env["CHROMIUM"] ?? "", ...BROWSERS].find((one) =>
    existsSync(one),
  );
  if (executablePath === undefined) return withoutBrowser();
  const captures = join(process.cwd(), "e2e", "captures");
  rmSync(captures, { recursive: true, force: true });
  mkdirSync(captures, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "jalon-parcours-"));
  chmodSync(folder, 0o755);
  const product = await startProduct(join(folder, "donnees"));
  const browser = await chromium.launch({
    executablePath,
    args: FLAGS,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const world = new World({ product, browser, captures, folder });
    return await runAll(world, wanted);
  } finally {
    await browser.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutBrowser(): number {
  const line =
    "AUCUN NAVIGATEUR : les parcours n’ont pas été joués. Installez Chromium, ou donnez son chemin par CHROMIUM.";
  console.error(`\n${"!".repeat(line.length)}\n${line}\n${"!".repeat(line.length)}\n`);
  const failed = process.env["CI"] === undefined ? 0 : 1;
  console.log(`0 passed, ${failed} failed`);
  return failed;
}

async function runAll(world: World, wanted: readonly string[]): Promise<number> {
  const chosen = Object.entries(journeys).flatMap(([role, list]) =>
    list
      .filter(({ title }) => isWanted(wanted, role, title))
      .map((journey) => ({ ...journey, role })),
  );
  let failed = 0;
  for (const [rank, { role, title, run }] of chosen.entries()) {
    const started = Date.now();
    const failures = await play(world, `${role}-${rank}`, run);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    if (failures.length > 0) failed += 1;
    console.log(`${failures.length === 0 ? "✓" : "✗"} ${role} : ${title} (${seconds} s)`);
    for (const failure of failures) console.log(`    ${failure.replaceAll("\n", "\n    ")}`);
  }
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  return failed === 0 && chosen.length > 0 ? 0 : 1;
}

function isWanted(wanted: readonly string[], role: string, title: string): boolean {
  return wanted.length === 0 || wanted.some((one) => role === one || title.includes(one));
}

async function play(world: World, name: string, run: Journey["run"]): Promise<readonly string[]> {
  let failure: string | null = null;
  const late = AbortSignal.timeout(STEP_MS);
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener("abort", () =>
      reject(new Error("Le parcours dure plus de dix minutes.")),
    );
  });
  try {
    await Promise.race([run(world), tooLate]);
  } catch (error) {
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const problems = await world.end(failure === null ? null : name);
  return failure === null ? problems : [failure, ...problems];
}
