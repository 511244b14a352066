import type { Range } from "./definition.ts";

/** Periods that move with the calendar, so that a saved view stays true next month. */
export const periods: readonly { readonly key: string; readonly label: string }[] = [
  { key: "aujourdhui", label: "aujourd’hui" },
  { key: "semaine", label: "cette semaine" },
  { key: "mois", label: "ce mois-ci" },
  { key: "mois-dernier", label: "le mois dernier" },
  { key: "annee", label: "cette année" },
];

const rolling = /^(\d{1,3})j$/;

export function periodLabel(key: string): string | null {
  const days = rolling.exec(key)?.[1];
  if (days) return `ces ${days} derniers jours`;
  return periods.find((period) => period.key === key)?.label ?? null;
}

export function periodRange(key: string, today: string): Range<string> | null {
  const days = rolling.exec(key)?.[1];
  if (days) return { from: addDays(today, -Number(days)), to: null };
  const month = `${today.slice(0, 7)}-01`;
  switch (key) {
    case "aujourdhui":
      return { from: today, to: today };
    case "semaine": {
      const monday = addDays(today, -((toUtc(today).getUTCDay() + 6) % 7));
      return { from: monday, to: addDays(monday, 6) };
    }
    case "mois":
      return { from: month, to: addDays(addMonths(month, 1), -1) };
    case "mois-dernier":
      return { from: addMonths(month, -1), to: addDays(month, -1) };
    case "annee":
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
    default:
      return null;
  }
}

/** `2026-10-01`, or `01/10/2026` as a person types it; null when no such day exists. */
export function parseDay(text: string): string | null {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = french
    ? `${french[3]}-${(french[2] ?? "").padStart(2, "0")}-${(french[1] ?? "").padStart(2, "0")}`
    : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || iso < "0001") return null;
  const date = toUtc(iso);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso ? iso : null;
}

export function frenchDay(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${day}/${month}/${year}`;
}

const paris = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" });

/** The civil day in mainland France at an instant. */
export function civilDay(instant: Date): string {
  return paris.format(instant);
}

function toUtc(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

function addDays(iso: string, days: number): string {
  const date = toUtc(iso);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** From the first of a month only: no day is ever missing. */
function addMonths(firstOfMonth: string, months: number): string {
  const date = toUtc(firstOfMonth);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
