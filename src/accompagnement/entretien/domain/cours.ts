interface CoursEcrit {
  readonly objet: "frein" | "projet" | "entretien";
  readonly prevu: string;
  readonly fait: string | null;
  readonly eteint: string | null;
}

const noms = {
  frein: { prevu: "etape-prevue", fait: "etape-faite", eteint: "etape-abandonnee" },
  projet: { prevu: "reevaluation-prevue", fait: "projet-reevalue", eteint: "projet-abandonne" },
  entretien: { prevu: "suite-prevue", fait: "suite-donnee", eteint: "entretien-corrige" },
} as const;

/**
 * The facts of one thing written to be done, as the rules of the deadlines name them. Done or given up before its
 * day, it never becomes due: there is nothing to tell.
 */
export function faitsDuCours({
  objet,
  prevu,
  fait,
  eteint,
}: CoursEcrit): Readonly<Record<string, string | null>> {
  const premier = [fait, eteint].filter((jour) => jour !== null).toSorted()[0];
  if (premier !== undefined && premier < prevu) return {};
  const { prevu: nomPrevu, fait: nomFait, eteint: nomEteint } = noms[objet];
  return { [nomPrevu]: prevu, [nomFait]: fait, [nomEteint]: eteint };
}
