import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { friseFacts, layoutFrise } from "./layout.ts";
import type { FriseInput, FriseSegment, FriseTick, PlacedSegment } from "./types.ts";
import { friseWindow, friseYears, friseZooms } from "./window.ts";

const width = 960;
const day = fc.integer({ min: 0, max: 3000 }).map(toDate);
const segment = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 900 })), fc.string({ maxLength: 40 }))
  .map(
    ([from, days, label]): FriseSegment => ({
      from,
      to: days === null ? null : toDate(daysOf(from) + days),
      label,
      tone: "ok",
      detail: label,
    }),
  );
const tick = day.map((date): FriseTick => ({ date, label: "t", detail: "t", kind: "meeting" }));
const bands = fc
  .array(fc.array(segment, { maxLength: 25 }), { maxLength: 6 })
  .map((all) =>
    all.map((segments, index) => ({ key: `${index}`, label: `Bande ${index}`, segments })),
  );
const facts = fc.record({ bands, ticks: fc.array(tick, { maxLength: 60 }), today: day });
const whole = facts.map((one): FriseInput => ({ ...one, ...friseWindow(one, null) }));
const anyWindow = fc
  .tuple(facts, fc.integer({ min: 2018, max: 2028 }), fc.integer({ min: 0, max: 3 }))
  .map(([one, de, more]): FriseInput => ({ ...one, ...friseWindow(one, { de, a: de + more }) }));

function toDate(days: number): string {
  return new Date(Date.UTC(2019, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysOf(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(2019, 0, 1)) / 86_400_000);
}

function overlap(a: PlacedSegment, b: PlacedSegment): boolean {
  const beside = a.x + a.width <= b.x + 0.11 || b.x + b.width <= a.x + 0.11;
  return !beside && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe("dessin de la frise", () => {
  it("deux faits d’une même bande ne se recouvrent jamais", () => {
    fc.assert(
      fc.property(anyWindow, (input) => {
        for (const { segments } of layoutFrise(input, { width }).bands) {
          for (const [index, one] of segments.entries()) {
            for (const other of segments.slice(index + 1)) expect(overlap(one, other)).toBe(false);
          }
        }
      }),
    );
  });

  it("tout reste dans le cadre, et dans sa bande", () => {
    fc.assert(
      fc.property(anyWindow, (input) => {
        const { bands: placed, ticks, plot, height } = layoutFrise(input, { width });
        for (const band of placed) {
          for (const one of band.segments) {
            expect(one.x).toBeGreaterThanOrEqual(plot.left);
            expect(one.x + one.width).toBeLessThanOrEqual(plot.right + 0.11);
            expect(one.width).toBeGreaterThanOrEqual(6);
            expect(one.y).toBeGreaterThanOrEqual(band.y);
            expect(one.y + one.height).toBeLessThanOrEqual(band.y + band.height);
          }
        }
        for (const { x, y } of ticks.placed) {
          expect(x).toBeGreaterThanOrEqual(plot.left);
          expect(x).toBeLessThanOrEqual(plot.right);
          expect(y).toBeLessThanOrEqual(plot.bottom);
        }
        expect(plot.bottom).toBeLessThanOrEqual(height);
      }),
    );
  });

  it("le parcours entier montre tous les faits", () => {
    fc.assert(
      fc.property(whole, (input) => {
        const layout = layoutFrise(input, { width });
        expect(layout.outside).toBe(0);
        expect(layout.ticks.placed).toHaveLength(input.ticks.length);
        for (const [index, band] of layout.bands.entries()) {
          expect(band.segments).toHaveLength(input.bands[index]?.segments.length ?? -1);
        }
        expect(layout.today).not.toBeNull();
      }),
    );
  });

  it("une année choisie compte ce qu’elle laisse dehors, et le tableau garde tout", () => {
    fc.assert(
      fc.property(anyWindow, (input) => {
        const layout = layoutFrise(input, { width });
        const drawn = layout.bands.reduce(
          (sum, band) => sum + band.segments.length,
          layout.ticks.placed.length,
        );
        expect(drawn + layout.outside).toBe(friseFacts(input, "Jours").length);
      }),
    );
  });

  it("deux périodes qui se suivent se touchent sur la même ligne", () => {
    const layout = layoutFrise(
      simple([
        { from: "2026-01-01", to: "2026-03-31" },
        { from: "2026-04-01", to: "2026-06-30" },
      ]),
      { width },
    );
    const [first, second] = layout.bands[0]?.segments ?? [];
    expect(first?.y).toBe(second?.y);
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0, 0);
  });

  it("ce qui dure est dessiné jusqu’à aujourd’hui, avec sa pointe, et pas plus loin", () => {
    const layout = layoutFrise(simple([{ from: "2026-01-01", to: null }]), { width });
    const [placed] = layout.bands[0]?.segments ?? [];
    expect(placed?.open).toBe(true);
    expect((placed?.x ?? 0) + (placed?.width ?? 0)).toBeLessThanOrEqual((layout.today ?? 0) + 3);
  });

  it("l’axe dit les mois quand il y a la place, sinon les trimestres, sinon les années", () => {
    const labels = (from: string, to: string): number =>
      layoutFrise({ from, to, today: from, bands: [], ticks: [] }, { width }).axis.length;
    expect(labels("2026-01-01", "2026-12-31")).toBe(12);
    expect(labels("2024-01-01", "2026-12-31")).toBe(12);
    expect(labels("2015-01-01", "2026-12-31")).toBe(12);
  });
});

function simple(periods: readonly { from: string; to: string | null }[]): FriseInput {
  const segments = periods.map(
    (period): FriseSegment => ({ ...period, label: "Fait", tone: "ok", detail: "Fait" }),
  );
  return {
    from: "2026-01-01",
    to: "2026-12-31",
    today: "2026-09-01",
    bands: [{ key: "b", label: "Bande", segments }],
    ticks: [],
  };
}

describe("années de la frise", () => {
  const path = {
    bands: [],
    ticks: [{ date: "2024-03-18", label: "", detail: "", kind: "letter" as const }],
    today: "2026-11-22",
  };

  it("l’adresse donne les années, et une adresse fausse le parcours entier", () => {
    expect(friseYears(new URLSearchParams("de=2025&a=2026"))).toEqual({ de: 2025, a: 2026 });
    expect(friseYears(new URLSearchParams("de=2025"))).toEqual({ de: 2025, a: 2025 });
    expect(friseYears(new URLSearchParams("de=hier&a=2026"))).toBeNull();
  });

  it("le parcours entier va du premier fait au mois qui suit le dernier", () => {
    expect(friseWindow(path, null)).toEqual({ from: "2024-03-01", to: "2026-12-31" });
    expect(friseWindow(path, { de: 2025, a: 2025 })).toEqual({
      from: "2025-01-01",
      to: "2025-12-31",
    });
  });

  it("chaque année du parcours a son lien", () => {
    const zooms = friseZooms(path, { de: 2025, a: 2025 }, "/p/1");
    expect(zooms.map((zoom) => zoom.label)).toEqual(["Tout le parcours", "2024", "2025", "2026"]);
    expect(zooms.find((zoom) => zoom.current)?.href).toBe("/p/1?de=2025&a=2025");
  });
});
