import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daysBetween,
  formatAgo,
  formatAmount,
  formatCount,
  formatDate,
  formatDuration,
  formatInstant,
  formatLongDate,
  formatMinutes,
  formatMonth,
  formatNumber,
  formatPhone,
  formatRate,
  formatRelative,
  formatTime,
  parseDate,
} from "./format.ts";

const today = "2026-11-21";
/** Thin and plain no-break spaces, as a reader sees them. */
const seen = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");
const isoDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("dates", () => {
  it("une date s’écrit jour, mois, année", () => {
    expect(formatDate("2026-11-22")).toBe("22/11/2026");
    expect(formatDate(null)).toBe("");
  });

  it("une date longue dit le jour de la semaine, et « 1er »", () => {
    expect(formatLongDate("2026-11-22")).toBe("dimanche 22 novembre 2026");
    expect(formatLongDate("2027-01-01")).toBe("vendredi 1er janvier 2027");
    expect(formatMonth("2026-08")).toBe("août 2026");
  });

  it("une échéance à venir dit dans combien de jours, et lequel", () => {
    expect(formatRelative("2026-11-21", today)).toBe("aujourd’hui");
    expect(formatRelative("2026-11-22", today)).toBe("demain (dimanche 22/11)");
    expect(formatRelative("2026-11-24", today)).toBe("dans 3 jours (mardi 24/11)");
    expect(formatRelative("2027-03-01", today)).toBe("dans 3 mois (lundi 01/03/2027)");
  });

  it("une échéance passée dit le retard", () => {
    expect(formatRelative("2026-11-20", today)).toBe("en retard d’un jour");
    expect(formatRelative("2026-11-16", today)).toBe("en retard de 5 jours");
    expect(formatRelative("2026-08-01", today)).toBe("en retard de 3 mois");
  });

  it("un fait passé dit depuis quand", () => {
    expect(formatAgo("2026-11-20", today)).toBe("hier (vendredi 20/11)");
    expect(formatAgo("2026-11-10", today)).toBe("il y a 11 jours (mardi 10/11)");
  });

  it("un instant se lit à l’heure de Paris, ou du territoire", () => {
    expect(seen(formatInstant(new Date("2026-11-22T09:30:00Z")))).toBe("22/11/2026 à 10 h 30");
    expect(seen(formatInstant(new Date("2026-11-22T02:00:00Z"), "Indian/Reunion"))).toBe(
      "22/11/2026 à 6 h 00",
    );
    expect(seen(formatTime("09:30"))).toBe("9 h 30");
    expect(seen(formatTime("14:00"))).toBe("14 h");
  });

  it("une durée prend l’unité que l’on emploie", () => {
    expect(formatDuration(1)).toBe("1 jour");
    expect(formatDuration(45)).toBe("45 jours");
    expect(formatDuration(100)).toBe("3 mois");
    expect(formatDuration(800)).toBe("2 ans");
    expect(seen(formatMinutes(90))).toBe("1 h 30");
    expect(seen(formatMinutes(45))).toBe("45 min");
  });

  it("les jours se comptent à travers les changements d’heure", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-10-26", "2026-10-24")).toBe(-2);
  });

  it("une date tapée est lue sous ses formes usuelles", () => {
    expect(parseDate("22/11/2026")).toBe("2026-11-22");
    expect(parseDate(" 1/2/26 ")).toBe("2026-02-01");
    expect(parseDate("05-07-84")).toBe("1984-07-05");
    expect(parseDate("22.11.2026")).toBe("2026-11-22");
    expect(parseDate("22112026")).toBe("2026-11-22");
  });

  it("un jour qui n’existe pas est refusé", () => {
    for (const wrong of [
      "31/02/2026",
      "32/01/2026",
      "22/13/2026",
      "2026-11-22",
      "hier",
      "",
      "22/11",
    ]) {
      expect(parseDate(wrong)).toBeNull();
    }
    expect(parseDate("29/02/2028")).toBe("2028-02-29");
  });

  it("toute date écrite se relit", () => {
    fc.assert(
      fc.property(isoDay, (date) => {
        expect(parseDate(formatDate(date))).toBe(date);
      }),
    );
  });
});

describe("nombres", () => {
  it("un montant entier n’a pas de centimes, un montant à centimes en a deux", () => {
    expect(seen(formatAmount(9_680_000))).toBe("96 800 €");
    expect(seen(formatAmount(123_456))).toBe("1 234,56 €");
    expect(seen(formatAmount(105))).toBe("1,05 €");
    expect(seen(formatAmount(-5))).toBe("−0,05 €");
    expect(seen(formatAmount(0))).toBe("0 €");
  });

  it("tout montant se relit au centime près", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (cents) => {
        const digits = formatAmount(cents)
          .replace("−", "-")
          .replace(",", ".")
          .replace(/[^\d.-]/g, "");
        expect(Math.round(Number(digits) * 100)).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });

  it("les milliers sont séparés, les taux ont leur espace", () => {
    expect(seen(formatNumber(1_234_567.5, 1))).toBe("1 234 567,5");
    expect(seen(formatRate(57, 70))).toBe("81 %");
    expect(formatRate(3, 0)).toBe("sans objet");
  });

  it("un compte accorde son nom", () => {
    expect(formatCount(37, "personne", "personnes")).toBe("37 personnes");
    expect(formatCount(1, "personne", "personnes")).toBe("1 personne");
    expect(formatCount(0, "personne", "personnes")).toBe("0 personne");
  });

  it("un téléphone se lit par deux chiffres, un numéro étranger reste tel quel", () => {
    expect(seen(formatPhone("0612345678"))).toBe("06 12 34 56 78");
    expect(seen(formatPhone("+33 6 12 34 56 78"))).toBe("06 12 34 56 78");
    expect(formatPhone("+32 470 12 34 56")).toBe("+32 470 12 34 56");
    expect(formatPhone(null)).toBe("");
  });
});
