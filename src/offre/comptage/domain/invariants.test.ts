import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiffresDesMois, compterSejours, sansSejour } from "./compter.ts";
import { corpusDuMois } from "./corpus.ts";
import { dernierJour, joursDuMois, moisEntre, premierJour } from "./mois.ts";
import { passerelles } from "./passerelles.ts";
import { auPlusUn, comparer, multiplier, rationnel, somme, un } from "./rationnel.ts";
import { classesComptees, presentEnFinDe, type SejourACompter, totalSorties } from "./sejour.ts";

const fenetre = { du: "2024-01", au: "2025-06" };
const jour = (rang: number) =>
  new Date(Date.UTC(2023, 9, 1) + rang * 86_400_000).toISOString().slice(0, 10);

/** Stays of some persons in some actions; those of one person in one action follow each other. */
const sejours: fc.Arbitrary<readonly SejourACompter[]> = fc
  .array(
    fc.record({
      actionId: fc.integer({ min: 1, max: 3 }),
      personneId: fc.integer({ min: 1, max: 6 }),
      attente: fc.integer({ min: 0, max: 120 }),
      duree: fc.option(fc.integer({ min: 0, max: 260 }), { freq: 6 }),
      classe: fc.constantFrom(...classesComptees),
    }),
    { maxLength: 40 },
  )
  .map((tirages) => {
    const libreLe = new Map<string, number>();
    return tirages.flatMap(({ actionId, personneId, attente, duree, classe }, rang) => {
      const cle = `${actionId} ${personneId}`;
      const libre = libreLe.get(cle) ?? 0;
      if (libre === Number.POSITIVE_INFINITY) return [];
      const entree = libre + attente;
      libreLe.set(cle, duree === null ? Number.POSITIVE_INFINITY : entree + duree);
      const sortiLe = duree === null ? null : jour(entree + duree);
      return [
        {
          id: rang + 1,
          actionId,
          personneId,
          entreLe: jour(entree),
          sortiLe,
          classe: sortiLe === null ? null : classe,
        },
      ];
    });
  });

const joursDe = (mois: string) =>
  Array.from(
    { length: joursDuMois(mois) },
    (_, rang) => `${mois}-${String(rang + 1).padStart(2, "0")}`,
  );

describe("ce que tout compte de séjours respecte", () => {
  test("ouverture + entrées − sorties = clôture, et la clôture d’un mois ouvre le suivant", () => {
    fc.assert(
      fc.property(sejours, (lus) => {
        for (const { mois } of compterSejours(lus, fenetre).values()) {
          for (const [rang, { debut, entrees, sorties, fin }] of mois.entries()) {
            expect(debut + entrees - totalSorties(sorties)).toBe(fin);
            if (rang > 0) expect(debut).toBe(mois[rang - 1]?.fin);
          }
        }
      }),
    );
  });

  test("chaque mois est celui qu’on compterait un par un, séjour par séjour", () => {
    fc.assert(
      fc.property(sejours, (lus) => {
        for (const { actionId, mois } of compterSejours(lus, fenetre).values()) {
          const siens = lus.filter((sejour) => sejour.actionId === actionId);
          expect(mois).toEqual(
            moisEntre(fenetre.du, fenetre.au).map((m) => compterNaivement(siens, m)),
          );
        }
      }),
    );
  });

  test("aucun mois ne compte deux fois une place : deux séjours d’une personne ne sont jamais présents ensemble", () => {
    fc.assert(
      fc.property(sejours, (lus) => {
        for (const { actionId, mois } of compterSejours(lus, fenetre).values()) {
          const siens = lus.filter((sejour) => sejour.actionId === actionId);
          for (const chiffres of mois) {
            const presents = siens.filter((s) => presentEnFinDe(s, dernierJour(chiffres.mois)));
            expect(new Set(presents.map(({ personneId }) => personneId)).size).toBe(chiffres.fin);
            expect(chiffres.joursPlaces).toBeLessThanOrEqual(
              chiffres.personnes * joursDuMois(chiffres.mois),
            );
            expect(chiffres.fin).toBeLessThanOrEqual(chiffres.personnes);
          }
        }
      }),
    );
  });

  test("les personnes distinctes ne dépassent ni l’ouverture et les entrées, ni la somme des mois", () => {
    fc.assert(
      fc.property(sejours, (lus) => {
        const { mois, personnes } = chiffresDesMois(lus, fenetre);
        const total = mois.reduce((tous, chiffres) => tous + chiffres.personnes, 0);
        expect(personnes).toBeLessThanOrEqual(total);
        for (const chiffres of mois) {
          expect(chiffres.personnes).toBeLessThanOrEqual(chiffres.debut + chiffres.entrees);
          expect(chiffres.personnes).toBeLessThanOrEqual(personnes);
        }
      }),
    );
  });

  test("le corpus d’un mois a autant de séjours que ses chiffres", () => {
    fc.assert(
      fc.property(sejours, (lus) => {
        for (const chiffres of chiffresDesMois(lus, fenetre).mois) {
          const corpus = corpusDuMois(lus, chiffres.mois);
          expect(corpus.debut).toHaveLength(chiffres.debut);
          expect(corpus.entrees).toHaveLength(chiffres.entrees);
          expect(corpus.fin).toHaveLength(chiffres.fin);
          for (const classe of classesComptees) {
            expect(corpus.sorties[classe]).toHaveLength(chiffres.sorties[classe]);
          }
        }
      }),
    );
  });

  test("l’ordre des séjours ne change rien, et réunir des actions ajoute leurs présences", () => {
    fc.assert(
      fc.property(sejours, (lus) => {
        const actions = compterSejours(lus, fenetre);
        expect(compterSejours(lus.toReversed(), fenetre)).toEqual(actions);
        const { mois } = chiffresDesMois(lus, fenetre);
        for (const [rang, { fin }] of mois.entries()) {
          const total = [...actions.values()].reduce(
            (tous, a) => tous + (a.mois[rang]?.fin ?? 0),
            0,
          );
          expect(total).toBe(fin);
        }
      }),
    );
  });

  test("une fenêtre plus courte donne les mêmes mois", () => {
    fc.assert(
      fc.property(sejours, (lus) => {
        const longue = compterSejours(lus, fenetre);
        const courte = compterSejours(lus, { du: "2024-07", au: "2024-12" });
        for (const [actionId, { mois }] of courte) {
          expect(mois).toEqual(longue.get(actionId)?.mois.slice(6, 12) ?? sansSejour(1, fenetre));
        }
      }),
    );
  });
});

function compterNaivement(siens: readonly SejourACompter[], mois: string) {
  const [premier, dernier] = [premierJour(mois), dernierJour(mois)];
  const dedans = (date: string | null) => date !== null && date >= premier && date <= dernier;
  const ouverts = siens.filter(
    ({ entreLe, sortiLe }) => entreLe < premier && (sortiLe === null || sortiLe >= premier),
  );
  const entres = siens.filter(({ entreLe }) => dedans(entreLe));
  const sortis = siens.filter(({ sortiLe }) => dedans(sortiLe));
  const compte = (classe: SejourACompter["classe"]) =>
    sortis.filter((sejour) => sejour.classe === classe).length;
  return {
    mois,
    debut: ouverts.length,
    entrees: entres.length,
    sorties: {
      durable: compte("durable"),
      transition: compte("transition"),
      positive: compte("positive"),
      autre: compte("autre"),
      "a-arbitrer": compte("a-arbitrer"),
    },
    fin: siens.filter((sejour) => presentEnFinDe(sejour, dernier)).length,
    personnes: new Set([...ouverts, ...entres].map(({ personneId }) => personneId)).size,
    joursPlaces: joursDe(mois).reduce(
      (tous, date) => tous + siens.filter((sejour) => presentEnFinDe(sejour, date)).length,
      0,
    ),
  };
}

describe("les rapports exacts", () => {
  const rapports = fc
    .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }))
    .map(([n, d]) => rationnel(n, d));

  test("une moyenne plafonnée ne dépasse jamais l’entier, quels que soient les dénominateurs", () => {
    fc.assert(
      fc.property(fc.array(rapports, { minLength: 1, maxLength: 36 }), (taux) => {
        const moyenne = multiplier(somme(taux.map(auPlusUn)), rationnel(1, taux.length));
        expect(comparer(moyenne, un)).toBeLessThanOrEqual(0);
        expect(somme(taux)).toEqual(somme(taux.toReversed()));
      }),
    );
  });
});

describe("les passages d’un axe à l’autre", () => {
  const periode = { du: "2026-01-01", au: "2026-12-31" };
  const etape = (sejourId: number, axe: string, entreLe: string, sortiLe: string | null) => ({
    sejourId,
    personneId: 1,
    axe,
    entreLe,
    sortiLe,
  });

  test("qui entre ailleurs dans le délai est passé ; après, rien n’a suivi", () => {
    const etapes = [
      etape(1, "vi", "2025-06-01", "2026-02-10"),
      etape(2, "iii", "2026-04-11", "2026-09-01"),
      etape(3, "i", "2026-12-15", null),
    ];
    expect(passerelles(etapes, periode, 60)).toEqual([
      { de: "vi", vers: "iii", sejours: [1] },
      { de: "iii", vers: null, sejours: [2] },
    ]);
    expect(passerelles(etapes, periode, 59)[0]).toEqual({ de: "vi", vers: null, sejours: [1] });
  });

  test("qui était déjà entré ailleurs est passé aussi, et un autre axe compte avant le même", () => {
    const etapes = [
      etape(1, "vi", "2025-06-01", "2026-05-10"),
      etape(2, "vi", "2026-04-01", null),
      etape(3, "i", "2026-05-12", null),
    ];
    expect(passerelles(etapes, periode, 30)).toEqual([{ de: "vi", vers: "i", sejours: [1] }]);
  });

  test("chaque sortie de la période est dans une passerelle et une seule", () => {
    fc.assert(
      fc.property(sejours, (lus) => {
        const etapes = lus.map(({ id, personneId, actionId, entreLe, sortiLe }) => ({
          sejourId: id,
          personneId,
          axe: `axe ${actionId}`,
          entreLe,
          sortiLe,
        }));
        const an = { du: "2024-01-01", au: "2024-12-31" };
        const rendus = passerelles(etapes, an, 90).flatMap((passage) => passage.sejours);
        const sortis = lus.filter(
          ({ sortiLe }) => sortiLe !== null && sortiLe >= an.du && sortiLe <= an.au,
        );
        expect(rendus.toSorted((a, b) => a - b)).toEqual(
          sortis.map(({ id }) => id).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
