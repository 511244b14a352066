import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

/** A folder for the tests of one file, and what writes into it. */
export function dossierTemporaire(): (contenu: string | Buffer, nom?: string) => Promise<string> {
  let dossier: string;
  beforeAll(async () => {
    dossier = await mkdtemp(join(tmpdir(), "flux-"));
  });
  afterAll(() => rm(dossier, { recursive: true }));
  return async (contenu, nom = "flux.xml") => {
    const chemin = join(dossier, nom);
    await writeFile(chemin, typeof contenu === "string" ? Buffer.from(contenu, "latin1") : contenu);
    return chemin;
  };
}
