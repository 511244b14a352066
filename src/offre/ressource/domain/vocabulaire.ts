import {
  besoinsDesFreins,
  categoriesBesoin,
  fraisService,
  modesAccueil,
  modesMobilisation,
  personnesMobilisatrices,
  publicsService,
  typesService,
} from "#referentiels/national/vocabulaire-insertion.ts";

type Libelles = Readonly<Record<string, string>>;

export const libelles = {
  type: typesService as Libelles,
  public: publicsService as Libelles,
  mode: modesMobilisation as Libelles,
  qui: personnesMobilisatrices as Libelles,
  accueil: modesAccueil as Libelles,
  frais: fraisService as Libelles,
  besoin: Object.assign({}, ...categoriesBesoin.map(({ besoins }) => besoins)) as Libelles,
  categorie: Object.fromEntries(categoriesBesoin.map(({ code, libelle }) => [code, libelle])),
} as const;

export const codesDe = (liste: Libelles): readonly string[] => Object.keys(liste);

/** A need, a whole category, or a kind of frein: the needs it stands for. Null when it is none of them. */
export function besoinsDe(theme: string): readonly string[] | null {
  const themes = besoinsDesFreins[theme] ?? [theme];
  const besoins = themes.flatMap((un) =>
    codesDe(libelles.besoin).filter((code) => code === un || code.startsWith(`${un}--`)),
  );
  return besoins.length === 0 ? null : besoins;
}

export function categorieDe(besoin: string): string {
  return besoin.split("--")[0] ?? besoin;
}

export { categoriesBesoin };
