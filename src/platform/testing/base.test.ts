import { expect } from "vitest";
import { DomainError } from "../errors/domain-error.ts";
import { testAvecBase, testAvecInstance } from "./base.ts";

const creer = "CREATE TABLE essai_base (valeur text PRIMARY KEY)";

for (const passage of ["premier", "second"]) {
  testAvecBase(`rien ne reste d’un essai à l’autre (${passage} passage)`, async ({ base }) => {
    await base.transaction((tx) => tx.query(creer));
    await base.transaction((tx) => tx.query("INSERT INTO essai_base VALUES ('a')"));
    const rows = await base.transaction((tx) => tx.query("SELECT * FROM essai_base"));
    expect(rows).toEqual([{ valeur: "a" }]);
  });
}

testAvecBase("un acte refusé n’écrit rien, et le suivant travaille", async ({ base }) => {
  await base.transaction((tx) => tx.query(creer));
  const refused = base.transaction(async (tx) => {
    await tx.query("INSERT INTO essai_base VALUES ('perdu')");
    throw new DomainError("essai.refuse", "Refusé.");
  });
  await expect(refused).rejects.toMatchObject({ code: "essai.refuse" });
  expect(await base.transaction((tx) => tx.query("SELECT * FROM essai_base"))).toEqual([]);
});

testAvecBase("des transactions lancées ensemble passent l’une après l’autre", async ({ base }) => {
  await base.transaction((tx) => tx.query(creer));
  await Promise.allSettled(
    ["a", "b", "a", "c"].map((valeur) =>
      base.transaction((tx) => tx.query("INSERT INTO essai_base VALUES ($1)", [valeur])),
    ),
  );
  const rows = await base.transaction((tx) => tx.query("SELECT * FROM essai_base ORDER BY 1"));
  expect(rows).toEqual([{ valeur: "a" }, { valeur: "b" }, { valeur: "c" }]);
});

testAvecBase(
  "une contrainte différée est vérifiée à la fin de chaque transaction",
  async ({ base }) => {
    await base.transaction((tx) =>
      tx.query(`${creer}; CREATE TABLE essai_enfant (
      valeur text REFERENCES essai_base DEFERRABLE INITIALLY DEFERRED)`),
    );
    const orphan = base.transaction((tx) => tx.query("INSERT INTO essai_enfant VALUES ('x')"));
    await expect(orphan).rejects.toMatchObject({ code: "23503" });
  },
);

testAvecInstance("une instance a sa propre base, où l’on valide vraiment", async ({ instance }) => {
  const base = await instance.departement("essai");
  await base.transaction((tx) => tx.query(creer));
  const [row] = await base.transaction((tx) =>
    tx.query("SELECT current_schema() AS ici, count(*) AS nombre FROM essai_base"),
  );
  expect(row).toEqual({ ici: "dep_essai", nombre: 0 });
});

testAvecBase("les secrets des essais sont de vrais secrets", async ({ deps }) => {
  expect(deps.secrets.decrypt(deps.secrets.encrypt("clair"))).toBe("clair");
  await Promise.resolve();
});
