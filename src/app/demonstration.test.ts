import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { createSecrets } from "#platform/auth/secrets.ts";
import { testAvecInstance } from "#platform/testing/base.ts";
import { attendDemonstration, installerDemonstration } from "./demonstration.ts";
import { createDeps } from "./deps.ts";

const TROIS_MINUTES = 180_000;

testAvecInstance(
  "une démonstration arrêtée en chemin se termine au départ suivant, sans rien faire deux fois",
  async ({ instance }) => {
    const dossierDonnees = mkdtempSync(join(tmpdir(), "jalon-demonstration-"));
    const secrets = createSecrets(Buffer.alloc(32, 7));
    const demandes = [
      { slug: "somme", code: "80", nom: "Somme", referentiel: "somme-2025", dossiers: 40 },
    ];
    const installer = (arreterApres: number) =>
      installerDemonstration({
        demandes,
        instance,
        deps: (slug) => createDeps(instance, slug, secrets),
        dossierDonnees,
        avancer: (fait) => {
          if (fait === arreterApres) throw new Error("arrêtée");
        },
      });
    await expect(installer(2)).rejects.toThrow("arrêtée");
    expect(await attendDemonstration(instance, dossierDonnees)).toBe(true);
    const prises = (await installer(0)).personnes;
    expect(prises).toBeGreaterThan(40);
    expect(await attendDemonstration(instance, dossierDonnees)).toBe(false);
    expect(existsSync(join(dossierDonnees, "demonstration-inachevee"))).toBe(false);
    const base = await instance.departement("somme");
    const compter = (texte: string) =>
      base.transaction((tx) => tx.query(`select count(*)::int as n from ${texte}`));
    expect(await compter("integration where etat = 'terminee'")).toEqual(
      await compter("integration"),
    );
    expect(await compter("(select distinct fichier from integration) f")).toEqual(
      await compter("integration"),
    );
    expect(await compter("agent")).toEqual([{ n: 6 }]);
    expect(await compter("paire_douteuse where raison = 'noms-proches'")).toEqual([{ n: 1 }]);
  },
  TROIS_MINUTES,
);
