import {
  type Certitude,
  chargerReferentiel,
  type FicheAction,
  type ProgrammeOffre,
} from "#commun/referentiel";

/** What a département offers on a day, with the version it comes from. */
export interface ProgrammeEnVigueur {
  /** First day of this version: what an action agreed under it keeps. */
  readonly depuis: string;
  readonly programme: ProgrammeOffre;
  readonly texte: string;
  readonly certitude: Certitude;
}

/** Before the first version, the programme as it began. */
export function programmeAu(referentiel: string, le: string): ProgrammeEnVigueur {
  const { offre } = chargerReferentiel(referentiel);
  const version = offre.findLast(({ depuis }) => depuis <= le) ?? offre[0];
  const { depuis, valeur, texte, certitude } = version;
  return { depuis, programme: valeur, texte, certitude };
}

export function ficheDuProgramme(programme: ProgrammeOffre, code: string): FicheAction | null {
  return programme.fiches.find((une) => une.code === code) ?? null;
}
