import { DomainError } from "#platform/errors/domain-error.ts";

/**
 * How sure a value is: `V` read in the official text, `S` from a secondary source,
 * `M` from memory and to be checked, `a-confirmer` proposed to the département.
 */
export type Certitude = "V" | "S" | "M" | "a-confirmer";

export interface ValeurDatee<Valeur> {
  readonly depuis: string;
  readonly valeur: Valeur;
  /** The text the value comes from: law, decree, document of the département. */
  readonly texte: string;
  readonly certitude: Certitude;
}

/** The successive values of one parameter, oldest first, at least one, each day at most one. */
export type ParametreDate<Valeur> = readonly [ValeurDatee<Valeur>, ...ValeurDatee<Valeur>[]];

/** @throws DomainError `referentiel.parametre-invalide` */
export function parametreDate<Valeur>(
  valeurs: readonly ValeurDatee<Valeur>[],
): ParametreDate<Valeur> {
  const [premiere, ...suite] = valeurs.toSorted((a, b) => (a.depuis < b.depuis ? -1 : 1));
  if (!premiere) throw refus("Un paramètre doit avoir au moins une valeur.");
  let precedente = premiere;
  for (const valeur of suite) {
    if (valeur.depuis === precedente.depuis) {
      throw refus(`Deux valeurs s’appliquent à partir du ${valeur.depuis} : n’en gardez qu’une.`);
    }
    precedente = valeur;
  }
  return [premiere, ...suite];
}

/** The version in force on a day, `null` before the first. */
export function versionAu<Valeur>(
  parametre: ParametreDate<Valeur>,
  date: string,
): ValeurDatee<Valeur> | null {
  return parametre.findLast((version) => version.depuis <= date) ?? null;
}

/** @throws DomainError `referentiel.sans-valeur` before the first version */
export function valeurAu<Valeur>(parametre: ParametreDate<Valeur>, date: string): Valeur {
  const version = versionAu(parametre, date);
  if (version) return version.valeur;
  throw new DomainError(
    "referentiel.sans-valeur",
    `Ce paramètre n’a pas de valeur le ${date} : la première s’applique à partir du ${parametre[0].depuis}.`,
    { date, premiere: parametre[0].depuis },
  );
}

function refus(message: string): DomainError {
  return new DomainError("referentiel.parametre-invalide", message);
}
