interface Connue {
  /** Day of the file that told she had come in, or come back. */
  readonly connueLe: string | null;
  readonly soumisDepuis: string | null;
}

/**
 * The day the département was informed that she must be oriented: the file that brought her in, or the day her
 * duties began when they began later (CASF D262-65-2: « à compter de la réception de l’information »).
 */
export function informationRecue({ connueLe, soumisDepuis }: Connue): string | null {
  if (connueLe === null) return soumisDepuis;
  return soumisDepuis !== null && soumisDepuis > connueLe ? soumisDepuis : connueLe;
}
