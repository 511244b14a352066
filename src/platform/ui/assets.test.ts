import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AssetManifest, buildAssets, createAssets, readManifest } from "./assets.ts";

let folder = "";
let manifest: AssetManifest = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jalon-actifs-"));
  manifest = await buildAssets(join(folder, "actifs"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("fichiers du navigateur", () => {
  it("chaque nom porte son empreinte et son fichier existe", async () => {
    const files = await readdir(join(folder, "actifs"));
    for (const [name, { file }] of Object.entries(manifest)) {
      expect(files).toContain(file);
      expect(file).toMatch(new RegExp(`^${name.replace(/\.\w+$/, "")}-[A-Z0-9]{8}\\.\\w+$`));
    }
    expect(await readManifest(join(folder, "actifs"))).toEqual(manifest);
  });

  it("le script pèse au plus 8 ko compressé, et la feuille de style 12 ko", () => {
    expect(manifest["ameliorer.js"]?.gzip).toBeLessThanOrEqual(8 * 1024);
    expect(manifest["app.css"]?.gzip).toBeLessThanOrEqual(12 * 1024);
  });

  it("la feuille de style ne va chercher que des fichiers d’ici", async () => {
    const css = await readFile(join(folder, "actifs", manifest["app.css"]?.file ?? ""), "utf8");
    const urls = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url);
    expect(urls).toHaveLength(5);
    for (const url of urls) expect(url).toMatch(/^"?\.\/atkinson-hyperlegible-[\w-]+\.woff2"?$/);
  });

  it("les adresses suivent le manifeste, et un fichier oublié se dit", () => {
    const assets = createAssets(manifest, "/actifs/");
    expect(assets.document.css).toBe(`/actifs/${manifest["app.css"]?.file}`);
    expect(() => assets.href("absent.js")).toThrow("absent.js");
  });
});
