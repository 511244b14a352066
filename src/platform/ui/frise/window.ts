import type { FriseBand, FriseTick } from "./types.ts";

/** The years asked by `?de=2025&a=2026`, or null for the whole path. */
export interface FriseYears {
  readonly de: number;
  readonly a: number;
}

export interface FriseZoom {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

interface Facts {
  readonly bands: readonly FriseBand[];
  readonly ticks: readonly FriseTick[];
  readonly today: string;
}

export function friseYears(query: URLSearchParams): FriseYears | null {
  const [de, a] = [query.get("de"), query.get("a")].map((text) =>
    /^\d{4}$/.test(text ?? "") ? Number(text) : null,
  );
  if (de === null || de === undefined) return null;
  return { de, a: Math.max(de, a ?? de) };
}

/** First and last day drawn: the years asked, or from the month of the first fact to the month after the last. */
export function friseWindow(facts: Facts, years: FriseYears | null): { from: string; to: string } {
  if (years !== null) return { from: `${years.de}-01-01`, to: `${years.a}-12-31` };
  const dates = datesOf(facts);
  return {
    from: `${(dates[0] ?? facts.today).slice(0, 7)}-01`,
    to: endOfNextMonth(dates.at(-1) ?? facts.today),
  };
}

/** Links to the whole path, then to each of its years. `path` is the address of the page, without query. */
export function friseZooms(
  facts: Facts,
  years: FriseYears | null,
  path: string,
): readonly FriseZoom[] {
  const dates = datesOf(facts);
  const first = Number((dates[0] ?? facts.today).slice(0, 4));
  const last = Number((dates.at(-1) ?? facts.today).slice(0, 4));
  const each = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return {
      label: String(year),
      href: `${path}?de=${year}&a=${year}`,
      current: years?.de === year && years.a === year,
    };
  });
  return [{ label: "Tout le parcours", href: path, current: years === null }, ...each];
}

function datesOf({ bands, ticks, today }: Facts): readonly string[] {
  return [
    today,
    ...ticks.map((tick) => tick.date),
    ...bands.flatMap((band) =>
      band.segments.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ),
  ].toSorted((a, b) => a.localeCompare(b));
}

function endOfNextMonth(date: string): string {
  const end = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + 1, 0));
  return end.toISOString().slice(0, 10);
}
