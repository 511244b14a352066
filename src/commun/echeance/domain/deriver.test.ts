import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RegleEcheance } from "#commun/referentiel";
import { ajouterDelai } from "./delai.ts";
import { deriverEcheances, preparerDerivation } from "./deriver.ts";

const deuxMois: RegleEcheance = {
  code: "decider-orientation",
  libelle: "Décider l’orientation",
  pour: "responsable",
  depart: "information",
  accompli: "decision",
  eteint: ["sortie", "demande-reorientation"],
  delai: { nombre: 2, unite: "mois", report: "aucun" },
  depuis: "2012-04-01",
  jusqua: "2025-01-01",
  texte: "CASF, art. R262-65-2",
  certitude: "V",
};
const sixSemaines: RegleEcheance = {
  ...deuxMois,
  delai: { nombre: 6, unite: "semaines", report: "aucun" },
  depuis: "2025-01-01",
  jusqua: null,
};
const regles = [deuxMois, sixSemaines];

const jours = fc
  .date({ min: new Date("2010-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const peutEtre = fc.option(jours, { nil: null });
const faits = fc.record({
  information: peutEtre,
  decision: peutEtre,
  sortie: peutEtre,
  "demande-reorientation": peutEtre,
});

const seule = (connus: Readonly<Record<string, string | null>>) =>
  deriverEcheances(regles, { decision: null, ...connus }, "metropole")[0];

describe("le régime", () => {
  test("est celui du jour du fait, non celui d’aujourd’hui", () => {
    expect(seule({ information: "2024-12-31" })?.limite).toBe("2025-02-28");
    expect(seule({ information: "2025-01-01" })?.limite).toBe("2025-02-12");
  });

  test("ne lie personne avant le premier texte", () => {
    expect(seule({ information: "2012-03-31" })).toBeUndefined();
  });

  test("donne pour chaque jour de départ le délai du seul texte en vigueur ce jour-là", () => {
    fc.assert(
      fc.property(jours, (information) => {
        const attendue = regles.find(
          ({ depuis, jusqua }) =>
            depuis <= information && (jusqua === null || information < jusqua),
        );
        const terme = attendue && ajouterDelai(information, attendue.delai, "metropole");
        expect(seule({ information })?.limite).toBe(terme?.limite);
      }),
    );
  });
});

describe("une échéance", () => {
  test("n’existe pas sans le fait qui la fait partir", () => {
    expect(deriverEcheances(regles, { decision: "2026-01-05" }, "metropole")).toEqual([]);
    expect(deriverEcheances(regles, { information: null, decision: null }, "metropole")).toEqual(
      [],
    );
  });

  test("n’existe pas tant que personne ne tient le fait qui l’accomplirait", () => {
    expect(deriverEcheances(regles, { information: "2026-01-05" }, "metropole")).toEqual([]);
  });

  test("reste ouverte tant que rien ne l’accomplit ni ne l’éteint, même passée", () => {
    expect(seule({ information: "2025-01-01" })).toMatchObject({
      accomplieLe: null,
      eteinteLe: null,
    });
  });

  test("est accomplie le jour du fait attendu, même en retard", () => {
    expect(seule({ information: "2025-01-01", decision: "2025-06-01" })).toMatchObject({
      accomplieLe: "2025-06-01",
      eteinteLe: null,
    });
  });

  test("s’éteint au premier des faits qui l’éteignent", () => {
    expect(
      seule({
        information: "2025-01-01",
        sortie: "2025-03-01",
        "demande-reorientation": "2025-02-01",
      }),
    ).toMatchObject({ accomplieLe: null, eteinteLe: "2025-02-01" });
  });

  test("n’entend pas les faits d’un parcours précédent", () => {
    expect(
      seule({ information: "2025-05-01", decision: "2025-01-10", sortie: "2025-04-01" }),
    ).toMatchObject({ accomplieLe: null, eteinteLe: null });
  });

  test("une sortie plus tardive n’efface pas ce qui était accompli", () => {
    expect(
      seule({ information: "2025-01-01", decision: "2025-01-20", sortie: "2025-02-01" }),
    ).toMatchObject({ accomplieLe: "2025-01-20", eteinteLe: null });
  });
});

test("la première règle d’un code qui s’applique l’emporte sur les suivantes", () => {
  const unMois: RegleEcheance = {
    ...sixSemaines,
    depart: "decision-service-public-emploi",
    delai: { nombre: 1, unite: "mois", report: "aucun" },
  };
  const connus = {
    decision: null,
    information: "2025-03-10",
    "decision-service-public-emploi": "2025-03-10",
  };
  expect(deriverEcheances([unMois, sixSemaines], connus, "metropole")).toMatchObject([
    { limite: "2025-04-10" },
  ]);
  expect(
    deriverEcheances(
      [unMois, sixSemaines],
      { information: "2025-03-10", decision: null },
      "metropole",
    ),
  ).toMatchObject([{ limite: "2025-04-21" }]);
});

test("les mêmes faits donnent toujours les mêmes échéances, un par un ou en nombre", () => {
  const enNombre = preparerDerivation(regles, "alsace-moselle");
  fc.assert(
    fc.property(faits, (connus) => {
      expect(enNombre(connus)).toEqual(deriverEcheances(regles, connus, "alsace-moselle"));
    }),
  );
});

test("une échéance a une fin au plus, jamais avant son départ, et un terme jamais avant lui", () => {
  fc.assert(
    fc.property(faits, (connus) => {
      for (const echeance of deriverEcheances(regles, connus, "metropole")) {
        const fins = [echeance.accomplieLe, echeance.eteinteLe].filter((fin) => fin !== null);
        expect(fins.length).toBeLessThanOrEqual(1);
        for (const fin of fins) expect(fin >= echeance.depart).toBe(true);
        expect(echeance.limite >= echeance.brute && echeance.brute > echeance.depart).toBe(true);
      }
    }),
  );
});
