import type { ClasseOrganisme } from "#commun/referentiel";

export const libellesClasse: Readonly<Record<ClasseOrganisme, string>> = {
  departement: "Service du Département",
  commune: "Commune",
  ccas: "CCAS ou CIAS",
  association: "Association",
  "organisme-agree": "Organisme agréé",
  "france-travail": "France Travail",
  "mission-locale": "Mission locale",
  "cap-emploi": "Cap emploi",
  autre: "Autre organisme",
};

/** Why a référent is away, no closer than needed to organise her replacement: never her health. */
export const libellesMotif = {
  conges: "Congés",
  formation: "Formation",
  "absence-longue": "Absence longue",
  autre: "Autre absence",
} as const;

export type MotifAbsence = keyof typeof libellesMotif;

export const motifsAbsence = Object.keys(libellesMotif) as readonly MotifAbsence[];
