import { execFile } from "node:child_process";
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

function jalon(dataFolder: string, ...args: readonly string[]): Promise<Answer> {
  const { DATABASE_URL: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { env: { ...env, JALON_DATA: join(folder, dataFolder) } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
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
  expect(() => statSync(join(folder, "jamais"))).toThrow("ENOENT");
});
