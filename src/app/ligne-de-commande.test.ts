import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const script = new URL("../../bin/jalon", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "jalon-ligne-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function reglages(dataFolder: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...env } = process.env;
  return { ...env, JALON_DATA: join(folder, dataFolder) };
}

function jalon(dataFolder: string, ...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { env: reglages(dataFolder) },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

/** Serves on this port until it is asked to stop; null when it ended by itself before it was open. */
async function servir(dataFolder: string, port: string) {
  const args = [script, "servir", "--sans-demo", "--port", port];
  const child = spawn(process.execPath, args, { env: reglages(dataFolder) });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => {
    said.out += text.toString();
  });
  const ended = once(child, "close");
  const open = new Promise<string>((resolve) => {
    child.stderr.on("data", (text: Buffer) => {
      said.err += text.toString();
      const url = /ouvert : (\S+)/.exec(said.err)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([open, ended.then(() => null)]);
  return {
    url,
    async stop(): Promise<Answer> {
      child.kill("SIGTERM");
      const [code] = await ended;
      return { code: Number(code), ...said };
    },
  };
}

test("de la création d’un département à sa restauration ailleurs, en ligne de commande", async () => {
  const creer = ["departement", "creer", "haute-marne", "--code", "52", "--nom", "Haute-Marne"];
  const options = [...creer, "--referentiel", "somme-2025"];
  expect(await jalon("a", ...options)).toMatchObject({ code: 0, err: "" });

  const again = await jalon("a", ...options, "--json");
  expect(again.code).toBe(1);
  expect(JSON.parse(again.out)).toMatchObject({ refus: { code: "departement.existe-deja" } });

  const file = join(folder, "a.gz");
  expect(await jalon("a", "sauvegarder", "--fichier", file)).toMatchObject({ code: 0 });
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const restored = await jalon("b", "restaurer", file, "--json");
  expect(JSON.parse(restored.out)).toMatchObject({ departements: 1 });
  const listed = await jalon("b", "departement", "lister", "--json");
  expect(JSON.parse(listed.out)).toEqual({
    departements: [
      {
        slug: "haute-marne",
        code: "52",
        nom: "Haute-Marne",
        referentiel: "somme-2025",
        schema: "dep_haute_marne",
      },
    ],
  });
  expect(await jalon("b", "restaurer", file)).toMatchObject({ code: 1, out: "" });
}, 120_000);

test("un département que personne ne connaît n’est pas créé", async () => {
  const { code, err } = await jalon(
    ...["c", "departement", "creer", "nulle-part", "--code", "999", "--nom", "Nulle Part"],
    ...["--referentiel", "somme-2025"],
  );
  expect(code).toBe(1);
  expect(err).toContain("Aucun département n’a le code « 999 »");
  const listed = await jalon("c", "departement", "lister", "--json");
  expect(JSON.parse(listed.out)).toEqual({ departements: [] });
}, 60_000);

test("une ligne mal dite sort avec 2 sans ouvrir de base", async () => {
  const { code, err } = await jalon("jamais", "danser");
  expect(code).toBe(2);
  expect(err).toContain("Commande inconnue : danser");
  const port = await jalon("jamais", "servir", "--port", "70000");
  expect(port.code).toBe(2);
  expect(port.err).toContain("--port attend un nombre de 0 à 65535, pas « 70000 ».");
  expect(() => statSync(join(folder, "jamais"))).toThrow("ENOENT");
});

test("un port pris se dit, et le serveur qu’on arrête rend la main tout de suite, avec ses travaux", async () => {
  const server = await servir("d", "0");
  expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
  // Meanwhile the worker at its side begins to work.
  const second = await servir("d", new URL(server.url ?? "").port);
  const refused = await second.stop();
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toMatch(/^Le port \d+ est déjà pris, .* Donnez-en un autre.*\n$/);
  const asked = performance.now();
  expect(await server.stop()).toMatchObject({ code: 0, out: "Jalon est arrêté.\n" });
  expect(performance.now() - asked).toBeLessThan(9000);
}, 60_000);
