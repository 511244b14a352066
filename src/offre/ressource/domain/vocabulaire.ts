import { vocabulaireInsertion } from "#commun/referentiel";

const { categories, freins, ...listes } = vocabulaireInsertion;

type Libelles = Readonly<Record<string, string>>;

export const libelles = {
  type: listes.types as Libelles,
  public: listes.publics as Libelles,
  mode: listes.modes as Libelles,
  qui: listes.mobilisatrices as Libelles,
  accueil: listes.accueils as Libelles,
  frais: listes.frais as Libelles,
  besoin: Object.assign({}, ...categories.map(({ besoins }) => besoins)) as Libelles,
  categorie: Object.fromEntries(categories.map(({ code, libelle }) => [code, libelle])),
} as const;

export const codesDe = (liste: Libelles): readonly string[] => Object.keys(liste);

/** A need, a whole category, or a kind of frein: the needs it stands for. Null when it is none of them. */
export function besoinsDe(theme: string): readonly string[] | null {
  const themes = freins[theme] ?? [theme];
  const besoins = themes.flatMap((un) =>
    codesDe(libelles.besoin).filter((code) => code === un || code.startsWith(`${un}--`)),
  );
  return besoins.length === 0 ? null : besoins;
}

export { categories as categoriesBesoin };
