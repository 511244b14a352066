import fc from "fast-check";
import { expect, test } from "vitest";
import { usagesMessage } from "#commun/referentiel";
import { type Coordonnee, type Joignable, voiesPour } from "./joindre.ts";

const regle = {
  canaux: ["courriel", "sms"],
  accordInconnu: ["convocation-rendez-vous"],
} as const;

const par = (accord: "A" | "R" | "I"): Joignable => ({
  courriels: [{ valeur: "alice@exemple.fr", accord }],
  telephones: [],
});

test.each([
  ["A", "convocation-rendez-vous", null],
  ["A", "rappel-rendez-vous", null],
  ["I", "convocation-rendez-vous", null],
  ["I", "rappel-rendez-vous", "accord-inconnu"],
  ["R", "convocation-rendez-vous", "refus"],
] as const)("accord %s, %s : %s", (accord, usage, raison) => {
  const voies = voiesPour(par(accord), usage, regle, null);
  expect(typeof voies === "string" ? voies : null).toBe(raison);
});

test("la voie demandée passe devant, les autres restent", () => {
  const deux: Joignable = {
    courriels: [{ valeur: "alice@exemple.fr", accord: "A" }],
    telephones: [{ valeur: "0639981234", accord: "A" }],
  };
  const ordre = (prefere: "sms" | null) => {
    const voies = voiesPour(deux, "rappel-rendez-vous", regle, prefere);
    return typeof voies === "string" ? voies : voies.map(({ canal }) => canal);
  };
  expect(ordre(null)).toEqual(["courriel", "sms"]);
  expect(ordre("sms")).toEqual(["sms", "courriel"]);
});

test("une adresse dite refusée une fois l’est, même si une autre ligne du fichier la dit admise", () => {
  const valeur = "alice@exemple.fr";
  const courriels = [
    { valeur, accord: "A" },
    { valeur, accord: "R" },
  ] as const;
  expect(voiesPour({ courriels, telephones: [] }, "rappel-rendez-vous", regle, null)).toBe("refus");
});

test("aucune voie refusée n’est jamais prise, quels que soient l’usage et les coordonnées", () => {
  const coordonnee = (valeur: fc.Arbitrary<string>): fc.Arbitrary<Coordonnee[]> =>
    fc.array(fc.record({ valeur, accord: fc.constantFrom("A", "R", "I") }), { maxLength: 3 });
  fc.assert(
    fc.property(
      coordonnee(fc.constantFrom("a@exemple.fr", "b@exemple.fr", "pas une adresse")),
      coordonnee(fc.constantFrom("0639981234", "0322000000", "0712345678")),
      fc.constantFrom(...usagesMessage),
      (courriels, telephones, usage) => {
        const voies = voiesPour({ courriels, telephones }, usage, regle, null);
        if (typeof voies === "string") return;
        for (const { accord } of voies) {
          expect(accord).not.toBe("R");
          if (usage !== "convocation-rendez-vous") expect(accord).toBe("A");
        }
      },
    ),
  );
});
