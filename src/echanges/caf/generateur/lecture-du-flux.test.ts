import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { examinerFlux } from "../lecture/examiner-flux.ts";
import { lireFlux } from "../lecture/lire-flux.ts";
import { type FoyerLu, lireFoyer } from "../lecture/lire-foyer.ts";
import type { DefautPlante } from "./defauts.ts";
import { octetsDuFlux } from "./ecrire-flux.ts";
import type { OptionsFlux } from "./options.ts";

let dossier = "";
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), "flux-"));
});
afterEach(() => rm(dossier, { recursive: true }));

async function lire(
  options: Partial<OptionsFlux>,
): Promise<{ lus: FoyerLu[]; illisibles: number }> {
  const chemin = join(dossier, "flux.xml");
  const base = { dossiers: 300, mois: "2026-10", departement: { code: "35" }, graine: 5 };
  await writeFile(chemin, Buffer.concat([...octetsDuFlux({ ...base, ...options })]));
  const { encodage, nature } = await examinerFlux(chemin);
  const lus: FoyerLu[] = [];
  let illisibles = 0;
  for await (const enregistrement of lireFlux(chemin, { encodage })) {
    try {
      lus.push(lireFoyer(enregistrement.texte(), nature));
    } catch {
      illisibles += 1;
    }
  }
  return { lus, illisibles };
}

test("le lecteur lit chaque dossier généré sans y trouver de balise inconnue", async () => {
  for (const options of [{}, { nature: "instructions", tous: true }] as const) {
    const { lus, illisibles } = await lire(options);
    expect(illisibles).toBe(0);
    expect(lus).toHaveLength(300);
    expect(lus.flatMap((l) => l.balisesInconnues)).toEqual([]);
    expect(lus.every((l) => l.foyer.departement === "35")).toBe(true);
    expect(lus.every((l) => l.foyer.personnes[0]?.role === "DEM")).toBe(true);
  }
});

test("le lecteur ne rejette que les dossiers rendus mal formés exprès", async () => {
  const defauts: DefautPlante[] = [];
  const { illisibles } = await lire({ defauts: 0.03, surDefaut: (d) => defauts.push(d) });
  expect(illisibles).toBe(defauts.filter((d) => d.nature === "mal-forme").length);
  expect(illisibles).toBeGreaterThan(0);
});
