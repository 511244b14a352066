const paris = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" });

/** The day of an instant where the law of mainland France counts it: `YYYY-MM-DD`. */
export function civilDay(instant: Date): string {
  return paris.format(instant);
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  hour: "2-digit",
  minute: "2-digit",
});

/** The hour of an instant there: `HH:MM`, midnight being `00:00`. */
export function civilTime(instant: Date): string {
  return clock.format(instant);
}

/** The later of two civil days: their writing has the order of time. */
export function laterDay(one: string, other: string): string {
  return one.localeCompare(other) < 0 ? other : one;
}
