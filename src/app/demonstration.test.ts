import { existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { createSecrets } from "#platform/auth/secrets.ts";
import type { Base } from "#platform/db/tx.ts";
import { testAvecInstance } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import {
  attendDemonstration,
  installerDemonstration,
  porteDemonstration,
} from "./demonstration.ts";
import { createDeps } from "./deps.ts";
import { empreintesDesTables } from "./testing/empreintes.ts";

const TROIS_MINUTES = 180_000;

/** As if it had never been created. */
async function oublier(base: Base): Promise<void> {
  const { schema, slug } = base.departement;
  await base.transaction(async (tx) => {
    await tx.query(`drop schema ${schema} cascade`);
    await tx.query("delete from jalon.departement where slug = $1", [slug]);
  });
}

/** Stopped in the middle of that act. */
function arreteeA(acteFatal: number, deps: Deps): Deps {
  let actes = 0;
  return {
    ...deps,
    journal: (tx, entree) => {
      actes += 1;
      if (actes === acteFatal) throw new Error("arrêtée");
      return deps.journal(tx, entree);
    },
  };
}

testAvecInstance(
  "une démonstration arrêtée en chemin se termine au départ suivant, la même que faite d’une traite",
  async ({ instance }) => {
    const dossierDonnees = mkdtempSync(join(tmpdir(), "jalon-demonstration-"));
    const secrets = createSecrets(Buffer.alloc(32, 7));
    const demandes = [
      { slug: "somme", code: "80", nom: "Somme", referentiel: "somme-2025", dossiers: 24 },
    ];
    const installer = (arreterApres: number, acteFatal = 0) =>
      installerDemonstration({
        demandes,
        instance,
        deps: async (slug) => arreteeA(acteFatal, await createDeps(instance, slug, secrets)),
        dossierDonnees,
        avancer: (fait) => {
          if (fait === arreterApres) throw new Error("arrêtée");
        },
      });
    // In the midst of a month it is told anew, under other numbers; between two files nothing shows.
    await expect(installer(0, 60)).rejects.toThrow("arrêtée");
    await expect(installer(3)).rejects.toThrow("arrêtée");
    await oublier(await instance.departement("somme"));
    await rm(dossierDonnees, { recursive: true });
    instance.forget();
    await expect(installer(2)).rejects.toThrow("arrêtée");
    expect(await attendDemonstration(instance, dossierDonnees)).toBe(true);
    await expect(installer(7)).rejects.toThrow("arrêtée");
    await installer(0);
    expect(await attendDemonstration(instance, dossierDonnees)).toBe(false);
    expect(existsSync(join(dossierDonnees, "demonstration-inachevee"))).toBe(false);
    expect(porteDemonstration(dossierDonnees)).toBe(true);
    const base = await instance.departement("somme");
    const compter = (texte: string) =>
      base.transaction((tx) => tx.query<{ n: number }>(`select count(*)::int as n from ${texte}`));
    expect(await compter("integration where etat = 'terminee'")).toEqual(
      await compter("integration"),
    );
    expect(await compter("(select distinct fichier from integration) f")).toEqual(
      await compter("integration"),
    );
    expect(await compter("agent")).toEqual([{ n: 7 }]);
    expect(await compter("paire_douteuse where raison = 'noms-proches'")).toEqual([{ n: 1 }]);
    const [personnes] = await compter("personne");
    expect(personnes?.n).toBeGreaterThan(40);
    const reprise = await empreintesDesTables(base);
    await oublier(base);
    instance.forget();
    await installer(0);
    expect(reprise).toEqual(await empreintesDesTables(await instance.departement("somme")));
  },
  TROIS_MINUTES,
);
