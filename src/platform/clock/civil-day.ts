const paris = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" });

/** The day of an instant where the law of mainland France counts it: `YYYY-MM-DD`. */
export function civilDay(instant: Date): string {
  return paris.format(instant);
}
