/** Meetings are said in the hours of mainland France and kept as instants: this file alone passes from one to the other. */
const FUSEAU = "Europe/Paris";
const MINUTE = 60_000;
const HEURE = 60 * MINUTE;

const lecture = new Intl.DateTimeFormat("en-CA", {
  timeZone: FUSEAU,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export interface HeureLocale {
  /** `YYYY-MM-DD` */
  readonly jour: string;
  /** From midnight. */
  readonly minutes: number;
}

export function heureLocale(instant: Date): HeureLocale {
  const locale = new Date(instant.getTime() + decalage(instant.getTime()));
  return {
    jour: locale.toISOString().slice(0, 10),
    minutes: locale.getUTCHours() * 60 + locale.getUTCMinutes(),
  };
}

/** Clocks change on the hour: an agenda asks for the same few hundred hours, and to format one costs much more. */
const connus = new Map<number, number>();
const CONNUS_AU_PLUS = 10_000;

function decalage(instant: number): number {
  const heure = Math.floor(instant / HEURE);
  const connu = connus.get(heure);
  if (connu !== undefined) return connu;
  const lu = lireDecalage(heure * HEURE);
  if (connus.size >= CONNUS_AU_PLUS) connus.clear();
  connus.set(heure, lu);
  return lu;
}

function lireDecalage(instant: number): number {
  const parties = Object.fromEntries(
    lecture.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute } = parties as Record<
    "year" | "month" | "day" | "hour" | "minute",
    string
  >;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - instant;
}

/**
 * The instant of an hour of a day. The hour the spring change skips is the one that follows it; the hour the
 * autumn change gives twice is the first of the two.
 */
export function instantDe(jour: string, minutes: number): Date {
  const ecrit = Date.parse(`${jour}T00:00:00Z`) + minutes * MINUTE;
  const avant = decalage(ecrit - 24 * 60 * MINUTE);
  const apres = decalage(ecrit + 24 * 60 * MINUTE);
  const candidats = [ecrit - avant, ecrit - apres].toSorted((a, b) => a - b);
  const juste = candidats.find((candidat) => candidat + decalage(candidat) === ecrit);
  return new Date(juste ?? ecrit - avant);
}

/** « 08:30 » → 510; null when it is no hour. « 8h30 » and « 8 h » are understood. */
export function lireHeure(ecrit: string): number | null {
  const trouve = /^\s*(\d{1,2})\s*(?::|h|H)\s*(\d{2})?\s*$/u.exec(ecrit);
  if (!trouve) return null;
  const [, heures = "", minutes = "0"] = trouve;
  const total = Number(heures) * 60 + Number(minutes);
  return Number(heures) < 24 && Number(minutes) < 60 ? total : null;
}

/** 510 → « 08:30 » */
export function ecrireHeure(minutes: number): string {
  const deux = (nombre: number) => String(nombre).padStart(2, "0");
  return `${deux(Math.floor(minutes / 60))}:${deux(minutes % 60)}`;
}

/** 510 → « 8 h 30 », 540 → « 9 h » */
export function heureEnMots(minutes: number): string {
  const reste = minutes % 60;
  const heures = Math.floor(minutes / 60);
  return reste === 0 ? `${heures} h` : `${heures} h ${String(reste).padStart(2, "0")}`;
}
