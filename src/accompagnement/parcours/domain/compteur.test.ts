import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ajouterJours, ajouterMois } from "#commun/echeance";
import { type Arret, compteurAu, moisEntre, type PeriodeComptee, termeDe } from "./compteur.ts";
import { ecart } from "./jours.ts";
import { exigerSuspension } from "./suspension.ts";

const jours = fc
  .date({ min: new Date("2014-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const mois = fc.integer({ min: 1, max: 24 });

const formation = { libelle: "Essai", suspensions: [{ code: "formation", libelle: "Formation" }] };
const periode = (champs: Partial<PeriodeComptee> = {}): PeriodeComptee => ({
  compteDu: "2026-01-15",
  moisAccordes: 6,
  arrets: [],
  ...champs,
});

/** Suspensions that follow each other inside a period that starts that day. */
const arretsDepuis = (du: string) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 40 })), {
      maxLength: 3,
    })
    .map((ecarts) => {
      let jour = du;
      return ecarts.map(([attente, duree]): Arret => {
        const debut = ajouterJours(jour, attente);
        jour = ajouterJours(debut, duree);
        return { du: debut, au: jour };
      });
    });
function joursDe({ du, au }: Arret): readonly string[] {
  return Array.from({ length: ecart(du, au ?? du) }, (_, n) => ajouterJours(du, n));
}

const periodes = fc
  .tuple(jours, mois)
  .chain(([compteDu, moisAccordes]) =>
    arretsDepuis(compteDu).map((arrets) => ({ compteDu, moisAccordes, arrets })),
  );

describe("le terme d’un accompagnement", () => {
  test("six mois, renouvelables une fois : les dates du Bas-Rhin", () => {
    expect(termeDe(periode())).toBe("2026-07-15");
    expect(termeDe(periode({ moisAccordes: 12 }))).toBe("2027-01-15");
  });

  test("un 31 plus six mois, et les années bissextiles", () => {
    expect(termeDe(periode({ compteDu: "2026-08-31" }))).toBe("2027-02-28");
    expect(termeDe(periode({ compteDu: "2027-08-31" }))).toBe("2028-02-29");
    expect(termeDe(periode({ compteDu: "2028-02-29", moisAccordes: 12 }))).toBe("2029-02-28");
    expect(termeDe(periode({ compteDu: "2026-10-31", moisAccordes: 4 }))).toBe("2027-02-28");
  });

  test("trois mois de coaching, douze mois d’IOD, vingt-quatre mois d’ACI : les nombres du Nord", () => {
    expect(termeDe(periode({ moisAccordes: 3 }))).toBe("2026-04-15");
    expect(termeDe(periode({ moisAccordes: 12 }))).toBe("2027-01-15");
    expect(termeDe(periode({ moisAccordes: 24 }))).toBe("2028-01-15");
  });

  test("une formation de quarante jours recule le terme de quarante jours", () => {
    const arrets = [{ du: "2026-03-01", au: "2026-04-10" }];
    expect(termeDe(periode({ arrets }))).toBe(ajouterJours("2026-07-15", 40));
  });

  test("tant que la reprise n’est pas connue, il n’y a pas de terme", () => {
    expect(termeDe(periode({ arrets: [{ du: "2026-03-01", au: null }] }))).toBeNull();
  });

  test("chaque jour suspendu le recule d’un jour, quel que soit le départ", () => {
    fc.assert(
      fc.property(periodes, (une) => {
        const sans = termeDe({ ...une, arrets: [] }) ?? "";
        const suspendus = une.arrets.reduce((n, { du, au }) => n + ecart(du, au ?? du), 0);
        expect(ecart(sans, termeDe(une) ?? "")).toBe(suspendus);
      }),
    );
  });

  test("renouveler en deux fois mène au même jour qu’en une fois", () => {
    fc.assert(
      fc.property(jours, mois, mois, (compteDu, a, b) => {
        const terme = termeDe({ compteDu, moisAccordes: a + b, arrets: [] });
        expect(terme).toBe(ajouterMois(compteDu, a + b));
        expect((terme ?? "") > (termeDe({ compteDu, moisAccordes: a, arrets: [] }) ?? "")).toBe(
          true,
        );
      }),
    );
  });
});

describe("le compteur", () => {
  test("« 4 mois sur 6 », et les jours qui restent", () => {
    expect(compteurAu(periode(), "2026-05-20")).toEqual({
      etat: "court",
      moisEcoules: 4,
      moisAccordes: 6,
      joursRestants: 56,
    });
  });

  test("ne part pas avant le contrat", () => {
    expect(compteurAu(periode({ compteDu: null }), "2026-05-20").etat).toBe("attend-le-contrat");
  });

  test("hors suspension à venir, les jours restants mènent exactement au terme", () => {
    fc.assert(
      fc.property(periodes, fc.integer({ min: 0, max: 900 }), (une, n) => {
        const fin = une.arrets.at(-1)?.au ?? une.compteDu;
        const le = ajouterJours(fin, n);
        const { joursRestants } = compteurAu(une, le);
        expect(ajouterJours(le, joursRestants ?? 0)).toBe(termeDe(une));
      }),
    );
  });

  test("reste immobile tous les jours d’une suspension", () => {
    fc.assert(
      fc.property(periodes, (une) => {
        for (const { du, au } of une.arrets) {
          const vus = new Set<number | null>();
          for (let jour = du; jour < (au ?? du); jour = ajouterJours(jour, 1)) {
            const compteur = compteurAu(une, jour);
            expect(compteur.etat).toBe("suspendu");
            vus.add(compteur.joursRestants);
          }
          expect(vus.size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("une suspension sans fin connue se compte comme si elle reprenait chaque jour", () => {
    const ouverte = periode({ arrets: [{ du: "2026-03-01", au: null }] });
    const [a, b] = ["2026-03-02", "2026-09-30"].map((le) => compteurAu(ouverte, le).joursRestants);
    expect(a).toBe(b);
    expect(a).toBe(ecart("2026-03-01", "2026-07-15"));
  });

  test("les mois vécus et le jour se répondent, quel que soit le départ", () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: 0, max: 900 }), (du, n) => {
        const au = ajouterJours(du, n);
        const vecus = moisEntre(du, au);
        expect(ajouterMois(du, vecus) <= au).toBe(true);
        expect(ajouterMois(du, vecus + 1) > au).toBe(true);
      }),
    );
  });
});

describe("une suspension est refusée", () => {
  const demander =
    (du: string, au: string | null, motif = "formation", deja: Arret[] = []) =>
    () =>
      exigerSuspension(formation, periode({ arrets: deja }), { motif, du, au });

  test("hors de la période, à l’envers, ou pour un motif que la règle n’admet pas", () => {
    expect(demander("2026-01-14", null)).toThrow(
      expect.objectContaining({ code: "suspension.hors-periode" }),
    );
    expect(demander("2026-07-15", null)).toThrow(
      expect.objectContaining({ code: "suspension.hors-periode" }),
    );
    expect(demander("2026-03-02", "2026-03-02")).toThrow(
      expect.objectContaining({ code: "suspension.inversee" }),
    );
    expect(demander("2026-03-02", null, "vacances")).toThrow(
      expect.objectContaining({ code: "suspension.motif" }),
    );
    expect(demander("2026-07-14", null)).not.toThrow();
  });

  test("quand elle en chevauche une autre, et admise quand elle la suit", () => {
    const deja = [{ du: "2026-03-01", au: "2026-04-01" }];
    expect(demander("2026-03-31", null, "formation", deja)).toThrow(
      expect.objectContaining({ code: "suspension.chevauchement" }),
    );
    expect(demander("2026-02-01", "2026-03-02", "formation", deja)).toThrow(
      expect.objectContaining({ code: "suspension.chevauchement" }),
    );
    expect(demander("2026-04-01", null, "formation", deja)).not.toThrow();
  });

  test("quoi qu’on ajoute, jamais deux jours suspendus ne se comptent deux fois", () => {
    fc.assert(
      fc.property(periodes, jours, fc.integer({ min: 1, max: 60 }), (une, du, duree) => {
        const nouvel = { motif: "formation", du, au: ajouterJours(du, duree) };
        try {
          exigerSuspension(formation, une, nouvel);
        } catch {
          return;
        }
        const terme = termeDe({ ...une, arrets: [...une.arrets, nouvel] }) ?? "";
        expect(ecart(termeDe(une) ?? "", terme)).toBe(duree);
        const suspendus = [...une.arrets, nouvel].flatMap(joursDe);
        expect(new Set(suspendus).size).toBe(suspendus.length);
      }),
    );
  });
});
