import { expect } from "vitest";
import { allegerTables } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { porteurCourant } from "../db/porteur-courant.ts";
import { abandonnerIntegration } from "./abandonner-integration.ts";
import { demarrerIntegration } from "./demarrer-integration.ts";
import { lacherIntegration } from "./lacher-integration.ts";

const flux = {
  fichier: "a.xml",
  sha256: "00",
  octets: 1,
  nature: "beneficiaires",
  periodicite: "M",
  application: null,
  versionApplication: null,
  reference: "2026-08-31",
  creeLe: "2026-09-01",
  heure: null,
  numeroOrganisme: "801",
  enregistrements: 1000,
  annonces: null,
  annoncesAnomalie: null,
  departement: "80",
} as const;

testAvecBase(
  "un premier import abandonné rend aux tables leurs index et leurs clés",
  async (essai) => {
    const { base, deps } = essai;
    const compter = () =>
      base.transaction((tx) =>
        tx.query(
          `select (select count(*) from pg_indexes where schemaname = current_schema()) as index,
           (select count(*) from pg_constraint where connamespace = current_schema()::regnamespace) as cles,
           (select count(*) from structure_deposee) as deposes`,
        ),
      );
    const avant = await compter();
    const { id } = await demarrerIntegration.execute(deps, unAgent(), {
      flux,
      porteur: porteurCourant(),
    });
    expect(await allegerTables.execute(deps, unAgent(), {})).toBe(true);
    expect(await compter()).not.toEqual(avant);
    await lacherIntegration.execute(deps, unAgent(), { integrationId: id });
    await abandonnerIntegration.execute(deps, unAgent(), { integrationId: id });
    expect(await compter()).toEqual(avant);
  },
);
