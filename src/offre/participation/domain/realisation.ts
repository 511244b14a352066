/** What may happen during a stay. */
export const naturesRealisation = [
  "premier-accueil",
  "rencontre",
  "formation",
  "frein-travaille",
  "frein-leve",
  "plan-action",
  "bilan",
] as const;
export type NatureRealisation = (typeof naturesRealisation)[number];
