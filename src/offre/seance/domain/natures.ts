export const naturesSeance = [
  "atelier",
  "reunion-information",
  "job-dating",
  "parrainage",
  "rencontre-employeurs",
  "visite",
] as const;
export type NatureSeance = (typeof naturesSeance)[number];

export const libellesNature: Readonly<Record<NatureSeance, string>> = {
  atelier: "Atelier",
  "reunion-information": "Réunion d’information",
  "job-dating": "Job dating",
  parrainage: "Parrainage",
  "rencontre-employeurs": "Rencontre d’employeurs",
  visite: "Visite d’entreprise",
};

export const presences = ["present", "absent-excuse", "absent"] as const;
export type Presence = (typeof presences)[number];

export const libellesPresence: Readonly<Record<Presence, string>> = {
  present: "Présence",
  "absent-excuse": "Absence excusée",
  absent: "Absence",
};

export const etatsSeance = ["a-venir", "a-emarger", "close", "annulee"] as const;
export type EtatSeance = (typeof etatsSeance)[number];

export const libellesEtatSeance: Readonly<Record<EtatSeance, string>> = {
  "a-venir": "À venir",
  "a-emarger": "Présences à noter",
  close: "Close",
  annulee: "Annulée",
};

interface Moments {
  readonly jour: string;
  readonly closeLe: string | null;
  readonly annuleeLe: string | null;
}

/** On the day itself the sheet is open: presence is noted as persons come in. */
export function etatDe({ jour, closeLe, annuleeLe }: Moments, le: string): EtatSeance {
  if (annuleeLe !== null) return "annulee";
  if (closeLe !== null) return "close";
  return jour <= le ? "a-emarger" : "a-venir";
}
