interface Etape {
  readonly axe: string;
  readonly entreLe: string;
  readonly sortiLe: string | null;
}

interface Passage {
  readonly de: string;
  readonly vers: string;
}

export interface Marques {
  /** The last stay in each axis she went through. */
  readonly visites: ReadonlyMap<string, Etape>;
  readonly ici: ReadonlySet<string>;
  /** Lines she followed, « vi>iii ». */
  readonly suivies: ReadonlySet<string>;
  /** Lines in front of her that end where places are free. */
  readonly ouvertes: ReadonlySet<string>;
}

export const cleDuPassage = ({ de, vers }: Passage): string => `${de}>${vers}`;

/** What one person made of the path; `etapes` in the order of entries, `libres` the axes that have a free place. */
export function marquerParcours(
  etapes: readonly Etape[],
  passages: readonly Passage[],
  libres: ReadonlySet<string>,
): Marques {
  const ici = new Set(etapes.filter(({ sortiLe }) => sortiLe === null).map(({ axe }) => axe));
  const dernier = etapes.at(-1)?.axe;
  const depuis = new Set(ici.size > 0 || dernier === undefined ? ici : [dernier]);
  const suites = new Set(
    etapes
      .slice(1)
      .map(({ axe }, rang) => cleDuPassage({ de: etapes[rang]?.axe ?? "", vers: axe })),
  );
  const cles = passages.map((passage) => ({ ...passage, cle: cleDuPassage(passage) }));
  const suivies = cles.filter(({ cle }) => suites.has(cle));
  const ouvertes = cles.filter(
    ({ de, vers, cle }) => depuis.has(de) && libres.has(vers) && !ici.has(vers) && !suites.has(cle),
  );
  return {
    visites: new Map(etapes.map((etape) => [etape.axe, etape])),
    ici,
    suivies: new Set(suivies.map(({ cle }) => cle)),
    ouvertes: new Set(ouvertes.map(({ cle }) => cle)),
  };
}
