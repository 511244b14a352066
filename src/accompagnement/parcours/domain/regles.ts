import {
  chargerReferentiel,
  type RegleAccompagnement,
  type RegleParcours,
  versionAu,
} from "#commun/referentiel";

/** The rules of a day; before its first version a référentiel is read as it began. */
export function regleParcoursAu(referentiel: string, le: string): RegleParcours {
  const { parcours } = chargerReferentiel(referentiel);
  return (versionAu(parcours, le) ?? parcours[0]).valeur;
}

export function regleDeCode(regles: RegleParcours, code: string): RegleAccompagnement | null {
  return regles.accompagnements.find((regle) => regle.code === code) ?? null;
}

export function regleParDefaut(regles: RegleParcours, type: string): RegleAccompagnement | null {
  return (
    regles.accompagnements.find(({ parDefaut, types }) => parDefaut && types.includes(type)) ?? null
  );
}

/** Every way of accompanying under this type of orientation, the usual one first. */
export function reglesDuType(regles: RegleParcours, type: string): readonly RegleAccompagnement[] {
  return regles.accompagnements
    .filter(({ types }) => types.includes(type))
    .toSorted((a, b) => Number(b.parDefaut) - Number(a.parDefaut));
}
