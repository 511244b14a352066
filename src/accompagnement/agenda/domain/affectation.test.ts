import fc from "fast-check";
import { expect, test } from "vitest";
import { type AConvoquer, affecter } from "./affectation.ts";
import type { Creneau } from "./creneaux.ts";

function creneau(rang: number, referentId: number | null = 1): Creneau {
  const debut = new Date(Date.UTC(2026, 10, 23, 8) + rang * 3_600_000);
  return {
    permanenceId: rang + 1,
    referentId,
    salleId: null,
    lieuId: 1,
    jour: "2026-11-23",
    heures: { de: 540 + rang * 60, a: 600 + rang * 60 },
    debut,
    fin: new Date(debut.getTime() + 3_600_000),
    motifs: ["m"],
  };
}

const regles = { structureId: 1, chezSonReferent: true, parCreneau: () => 1 };

function personne(personneId: number, champs: Partial<AConvoquer> = {}): AConvoquer {
  return { personneId, referentId: 1, structureId: 1, pris: [], dejaPrevu: null, ...champs };
}

test("chacun prend le premier créneau libre de son référent, dans l’ordre de la liste", () => {
  const { affectees, sans } = affecter(
    [personne(10), personne(11, { referentId: 2 }), personne(12)],
    [creneau(0), creneau(1), creneau(2, 2)],
    regles,
  );
  expect(affectees.map((une) => [une.personneId, une.creneau.permanenceId])).toEqual([
    [10, 1],
    [11, 3],
    [12, 2],
  ]);
  expect(sans).toEqual([]);
});

test("qui n’a pas de créneau le sait, et pourquoi", () => {
  const deja = new Date("2026-11-30T08:00:00Z");
  const { affectees, sans } = affecter(
    [
      personne(1, { dejaPrevu: deja }),
      personne(2, { structureId: 8 }),
      personne(3, { referentId: null }),
      personne(4, { pris: [creneau(0)] }),
    ],
    [creneau(0)],
    regles,
  );
  expect(affectees).toEqual([]);
  expect(sans.map(({ raison }) => raison)).toEqual([
    "deja-prevu",
    "autre-structure",
    "sans-referent",
    "referent-sans-creneau",
  ]);
});

test("un créneau collectif reçoit autant de personnes qu’il a de places", () => {
  const groupe = Array.from({ length: 5 }, (_, rang) => personne(rang + 1));
  const { affectees, sans } = affecter(groupe, [creneau(0, null), creneau(1, null)], {
    ...regles,
    chezSonReferent: false,
    parCreneau: () => 2,
  });
  expect(affectees.map((une) => une.creneau.permanenceId)).toEqual([1, 1, 2, 2]);
  expect(sans).toMatchObject([{ personneId: 5, raison: "plus-de-creneau" }]);
});

test("personne n’est oublié ni servi deux fois, et aucun créneau n’est donné au-delà de ses places", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ referentId: fc.option(fc.integer({ min: 1, max: 3 })) }), {
        maxLength: 30,
      }),
      fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (gens, offerts, parCreneau, chezSonReferent) => {
        const liste = gens.map(({ referentId }, rang) => personne(rang + 1, { referentId }));
        const creneaux = offerts.map((referentId, rang) => creneau(rang, referentId));
        const bilan = affecter(liste, creneaux, {
          ...{ structureId: 1, chezSonReferent },
          parCreneau: () => parCreneau,
        });
        const dites = [...bilan.affectees, ...bilan.sans].map(({ personneId }) => personneId);
        expect(dites.toSorted((a, b) => a - b)).toEqual(liste.map(({ personneId }) => personneId));
        for (const un of creneaux) {
          const nombre = bilan.affectees.filter((une) => une.creneau === un).length;
          expect(nombre).toBeLessThanOrEqual(parCreneau);
        }
        for (const { personneId, creneau: sien } of bilan.affectees) {
          const elle = liste.find((une) => une.personneId === personneId);
          if (chezSonReferent) expect(sien.referentId).toBe(elle?.referentId);
        }
      },
    ),
  );
});

test("deux permanences dans une même salle ne promettent pas deux rendez-vous à la même heure", () => {
  const salle = (rang: number, referentId: number) => ({
    ...creneau(rang, referentId),
    salleId: 7,
  });
  const { affectees, sans } = affecter(
    [personne(1), personne(2, { referentId: 2 })],
    [salle(0, 1), salle(0, 2)],
    regles,
  );
  expect(affectees.map(({ personneId }) => personneId)).toEqual([1]);
  expect(sans).toMatchObject([{ personneId: 2, raison: "referent-sans-creneau" }]);
});
