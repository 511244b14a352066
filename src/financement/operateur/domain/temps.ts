/** A part of somebody’s time given to one action. */
export interface PartDeTemps {
  readonly referentId: number;
  readonly nom: string;
  readonly prenom: string;
  readonly fonction: string;
  readonly actionId: number;
  readonly mission: string;
  readonly etp: number;
}

/** One agent of an operator, with all she does there. */
export interface TempsDAgent {
  readonly referentId: number;
  readonly nom: string;
  readonly fonction: string;
  readonly parts: readonly Pick<PartDeTemps, "actionId" | "mission" | "etp">[];
  /** In hundredths, so that no sum of parts drifts. */
  readonly centiemes: number;
  /** More than one full time. */
  readonly depasse: boolean;
}

const UN_TEMPS_PLEIN = 100;

/** By name; what each gives to each action, and whether it makes more than a full time. */
export function tempsDesAgents(parts: readonly PartDeTemps[]): readonly TempsDAgent[] {
  const parAgent = new Map<number, PartDeTemps[]>();
  for (const part of parts) {
    parAgent.set(part.referentId, [...(parAgent.get(part.referentId) ?? []), part]);
  }
  return [...parAgent.values()]
    .flatMap((siennes) => {
      const [premiere] = siennes;
      if (!premiere) return [];
      const centiemes = totalEnCentiemes(siennes);
      return [
        {
          referentId: premiere.referentId,
          nom: `${premiere.prenom} ${premiere.nom}`,
          fonction: premiere.fonction,
          parts: siennes,
          centiemes,
          depasse: centiemes > UN_TEMPS_PLEIN,
        },
      ];
    })
    .toSorted((a, b) => a.nom.localeCompare(b.nom, "fr"));
}

export function totalEnCentiemes(parts: readonly Pick<PartDeTemps, "etp">[]): number {
  return parts.reduce((total, { etp }) => total + Math.round(etp * 100), 0);
}
