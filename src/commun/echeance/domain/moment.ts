/** Where a day stands for who must act. */
export const moments = ["retard", "aujourdhui", "semaine", "plus-tard"] as const;
export type Moment = (typeof moments)[number];

export const libellesMoment: Readonly<Record<Moment, string>> = {
  retard: "En retard",
  aujourdhui: "Aujourd’hui",
  semaine: "Dans les 7 jours",
  "plus-tard": "Plus tard",
};

/** The days of a moment, today being 0; null where it is not bounded. */
export const bornesMoment: Readonly<
  Record<Moment, { readonly de: number | null; readonly a: number | null }>
> = {
  retard: { de: null, a: -1 },
  aujourdhui: { de: 0, a: 0 },
  semaine: { de: 1, a: 7 },
  "plus-tard": { de: 8, a: null },
};

/** What the home shows without being asked: the rest can wait. */
export const momentsPressants: readonly Moment[] = ["retard", "aujourdhui", "semaine"];
