import { describe, expect, test } from "vitest";
import { ditMontre } from "./personne-montree.ts";

const elle = { role: "ENF", nom: "EXEMPLE", prenom: "ALICE", dateNaissance: null };
const une = (depuis: string, autrement: object = {}) => ({
  ...{ ...elle, rattacheDepuis: depuis, rattacheJusqua: null, autres: { SUITE: [depuis] } },
  ...autrement,
});
const dit = (...personnes: readonly object[]) => ({ autres: { REGAGRIFAM: ["SA"] }, personnes });
const rien = { rattacheDepuis: null, rattacheJusqua: null, autres: { REGAGRIFAM: ["SA"] } };

describe("ce que seul le dernier fichier dit d’une personne", () => {
  test("se lit sous son nom, son prénom et sa naissance", () => {
    expect(ditMontre(elle, dit(une("2020-01-01"), une("2021-01-01", { prenom: "BRUNO" })))).toEqual(
      {
        rattacheDepuis: "2020-01-01",
        rattacheJusqua: null,
        autres: { REGAGRIFAM: ["SA"], SUITE: ["2020-01-01"] },
      },
    );
  });

  test("se lit sous son rôle quand deux portent son nom", () => {
    const conjointe = une("2020-01-01", { role: "CJT" });
    expect(ditMontre(elle, dit(conjointe, une("2021-01-01")))).toMatchObject({
      rattacheDepuis: "2021-01-01",
    });
  });

  test("se tait quand rien ne dit laquelle est elle, et garde ce qui est dit du foyer", () => {
    expect(ditMontre(elle, dit(une("2020-01-01"), une("2021-01-01")))).toEqual(rien);
    expect(ditMontre(elle, dit(une("2020-01-01", { prenom: "ALIX" })))).toEqual(rien);
    expect(ditMontre(elle, null)).toEqual({ ...rien, autres: {} });
  });
});
