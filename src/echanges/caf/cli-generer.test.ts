import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CommandContext } from "#platform/cli/command.ts";
import { UsageError } from "#platform/cli/parse.ts";
import { commandeGenererFluxCaf } from "./cli-generer.ts";

let dossier = "";
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), "flux-"));
});
afterEach(() => rm(dossier, { recursive: true }));

const refus = (): never => {
  throw new Error("la commande ne touche pas à la base");
};

function contexte(
  options: Record<string, string | boolean>,
  avancement: number[] = [],
): CommandContext {
  return {
    args: {},
    options,
    signal: new AbortController().signal,
    instance: refus,
    deps: refus,
    agent: {} as CommandContext["agent"],
    progress: (faits) => avancement.push(faits),
  };
}

test("la commande écrit le fichier demandé, dit sa taille et avance", async () => {
  const sortie = join(dossier, "flux.xml");
  const avancement: number[] = [];
  const resultat = await commandeGenererFluxCaf.run(
    contexte(
      { dossiers: "600", mois: "2026-10", departement: "35", graine: "3", sortie, defauts: "1" },
      avancement,
    ),
  );
  const xml = await readFile(sortie, "latin1");
  expect(xml).toContain("<NBTOTDOSRSATRANSM>00000600</NBTOTDOSRSATRANSM>");
  expect(xml).toContain("<IDEPARTE>035</IDEPARTE>");
  expect(resultat).toMatchObject({ octets: xml.length });
  expect(avancement.at(-1)).toBe(600);
  expect(commandeGenererFluxCaf.print(resultat)).toMatch(
    /flux\.xml : 600 dossiers, \d+,\d Mo\.\n\d+ dossiers abîmés exprès\./,
  );
});

test("un flux quotidien dit ce qu’il contient, non la population dont il vient", async () => {
  const sortie = join(dossier, "jour.xml");
  const resultat = await commandeGenererFluxCaf.run(
    contexte({
      ...{ dossiers: "600", mois: "2026-10", departement: "35", graine: "3", sortie },
      quotidien: "2026-10-20",
    }),
  );
  const total = /<NBTOTDOSRSATRANSM>0*(\d+)</.exec(await readFile(sortie, "latin1"))?.[1];
  expect(resultat).toMatchObject({ dossiers: Number(total), population: 600 });
  expect(Number(total)).toBeGreaterThan(0);
  expect(Number(total)).toBeLessThan(600);
});

test("une valeur illisible est refusée en disant ce qu'il faut", async () => {
  const essai = (options: Record<string, string>): Promise<unknown> =>
    commandeGenererFluxCaf.run(
      contexte({ mois: "2026-10", departement: "35", sortie: join(dossier, "x"), ...options }),
    );
  await expect(essai({ dossiers: "beaucoup" })).rejects.toThrow(/--dossiers attend un nombre/);
  await expect(essai({ dossiers: "beaucoup" })).rejects.toBeInstanceOf(UsageError);
  await expect(essai({ mois: "2026-13" })).rejects.toMatchObject({ code: "generation.impossible" });
  await expect(essai({ nature: "autre" })).rejects.toThrow(/beneficiaires, instructions/);
});
