/** How dates, amounts, names and numbers are written for people. Everything in is plain: ISO dates, cents, digits. */

const NARROW_SPACE = "\u202f";
const SPACE = "\u00a0";
const DAY_MS = 86_400_000;

const weekdays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"] as const;
const months = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;

/** `2026-11-22` → `22/11/2026`. Nothing in, nothing out. */
export function formatDate(date: string | null | undefined): string {
  if (!date) return "";
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `2026-11-24` → `mardi 24 novembre 2026`. */
export function formatLongDate(date: string): string {
  const day = Number(date.slice(8, 10));
  return `${weekday(date)} ${day === 1 ? "1er" : day} ${monthName(date)} ${date.slice(0, 4)}`;
}

/** `2026-11` or `2026-11-22` → `novembre 2026`. */
export function formatMonth(date: string): string {
  return `${monthName(date)} ${date.slice(0, 4)}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one costs fifty times what using it does. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("fr-FR", {
    timeZone,
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** An instant in the time of the département: `22/11/2026 à 10 h 30`. */
export function formatInstant(instant: Date, timeZone = "Europe/Paris"): string {
  const part = partsOf(instant, timeZone);
  return `${part("day")}/${part("month")}/${part("year")} à ${Number(part("hour"))}${SPACE}h${SPACE}${part("minute")}`;
}

/** The hour alone: `9 h 45`, `14 h`. */
export function formatClock(instant: Date, timeZone = "Europe/Paris"): string {
  const part = partsOf(instant, timeZone);
  return formatTime(`${part("hour")}:${part("minute")}`);
}

function partsOf(instant: Date, timeZone: string): (type: string) => string {
  const parts = clockOf(timeZone).formatToParts(instant);
  return (type) => parts.find((one) => one.type === type)?.value ?? "";
}

/** `09:30` → `9 h 30`, `14:00` → `14 h`. */
export function formatTime(time: string): string {
  const minutes = time.slice(3, 5);
  const hour = `${Number(time.slice(0, 2))}${SPACE}h`;
  return minutes === "00" ? hour : `${hour}${SPACE}${minutes}`;
}

/** Days from one civil date to another, negative when `to` is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((epoch(to) - epoch(from)) / DAY_MS);
}

/** A deadline, as people say it: « dans 3 jours (mardi 24/11) », « en retard de 5 jours ». */
export function formatRelative(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days < 0) return `en retard ${ofCount(span(-days))}`;
  if (days === 0) return "aujourd’hui";
  const when = days === 1 ? "demain" : `dans ${span(days)}`;
  return `${when} (${shortDate(date, today)})`;
}

/** A past fact: « il y a 5 jours (mardi 17/11) », « hier ». */
export function formatAgo(date: string, today: string): string {
  const days = daysBetween(date, today);
  if (days < 0) return `${formatRelative(date, today)}`;
  if (days === 0) return "aujourd’hui";
  const when = days === 1 ? "hier" : `il y a ${span(days)}`;
  return `${when} (${shortDate(date, today)})`;
}

/** Days in the unit people use: `5 jours`, `3 mois`, `2 ans`. */
export function formatDuration(days: number): string {
  return span(days);
}

/** Hours and minutes: `1 h 30`, `45 min`. */
export function formatMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes}${SPACE}min`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)}${SPACE}h`;
  return rest === 0 ? hours : `${hours}${SPACE}${String(rest).padStart(2, "0")}`;
}

/** Cents → `1 234,56 €`, whole euros without decimals: `96 800 €`. */
export function formatAmount(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  const sign = cents < 0 ? "−" : "";
  const decimals = rest === 0 ? "" : `,${String(rest).padStart(2, "0")}`;
  return `${sign}${formatNumber(whole)}${decimals}${SPACE}€`;
}

/** `1234567.5` → `1 234 567,5`. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, NARROW_SPACE);
  return `${value < 0 ? "−" : ""}${grouped}${fraction === undefined ? "" : `,${fraction}`}`;
}

/** A ratio: `0.815` → `82 %`. Of nothing, « sans objet ». */
export function formatRate(part: number, whole: number, decimals = 0): string {
  if (whole === 0) return "sans objet";
  return `${formatNumber((100 * part) / whole, decimals)}${SPACE}%`;
}

/** `formatCount(37, "personne", "personnes")` → `37 personnes`; zero is « aucune personne » for the caller to write. */
export function formatCount(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${Math.abs(count) < 2 ? one : many}`;
}

/** `0612345678` or `+33612345678` → `06 12 34 56 78`; anything else as given. */
export function formatPhone(phone: string | null | undefined): string {
  if (!phone) return "";
  const digits = phone.replace(/[\s.()-]/g, "").replace(/^(?:\+33|0033)(?=[1-9]\d{8}$)/, "0");
  if (!/^0\d{9}$/.test(digits)) return phone;
  return digits.replace(/(\d{2})(?=\d)/g, `$1${SPACE}`);
}

/** `jj/mm/aaaa` (also `j/m/aa`, `jj-mm-aaaa`, `jj.mm.aaaa`, `jjmmaaaa`) → ISO, or null when no such day exists. */
export function parseDate(typed: string): string | null {
  const match =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(typed.trim()) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim());
  if (!match) return null;
  const [, day = "", month = "", year = ""] = match;
  const iso = `${fullYear(year)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = epoch(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso ? iso : null;
}

/** Two digits: this century up to 2049, the last one after. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}

function epoch(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
}

function weekday(date: string): string {
  return weekdays[new Date(epoch(date)).getUTCDay()] ?? "";
}

function monthName(date: string): string {
  return months[Number(date.slice(5, 7)) - 1] ?? "";
}

/** `mardi 24/11`, with the year when it is not the reader's. */
function shortDate(date: string, today: string): string {
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  return `${weekday(date)} ${sameYear ? formatDate(date).slice(0, 5) : formatDate(date)}`;
}

function span(days: number): string {
  if (days < 60) return `${days} ${days < 2 ? "jour" : "jours"}`;
  if (days < 730) return `${Math.floor(days / 30.4375)} mois`;
  return `${Math.floor(days / 365.25)} ans`;
}

function ofCount(text: string): string {
  return text.startsWith("1 ") ? `d’un ${text.slice(2)}` : `de ${text}`;
}
