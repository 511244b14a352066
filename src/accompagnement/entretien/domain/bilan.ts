import type { Choix, ThemeSituation } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

/** What was answered to a theme, in the words of that day. */
export interface ContenuBilan {
  readonly libelle: string;
  readonly situations: readonly Choix[];
  readonly objectifs: readonly Choix[];
  readonly texte: string;
}

export interface ReponsesBilan {
  readonly situations: readonly string[];
  readonly objectifs: readonly string[];
  readonly texte: string;
}

/**
 * The answers with the words of the theme. A code of an earlier version that was already chosen may stay.
 * @throws DomainError `saisie.invalide`, `bilan.vide`
 */
export function repondreAuTheme(
  theme: ThemeSituation,
  reponses: ReponsesBilan,
  precedent: ContenuBilan | null,
): ContenuBilan {
  const contenu = {
    libelle: theme.libelle,
    situations: nommer("situations", reponses.situations, [
      ...theme.situations,
      ...(precedent?.situations ?? []),
    ]),
    objectifs: nommer("objectifs", reponses.objectifs, [
      ...theme.objectifs,
      ...(precedent?.objectifs ?? []),
    ]),
    texte: reponses.texte,
  };
  if (contenu.situations.length + contenu.objectifs.length > 0 || contenu.texte !== "") {
    return contenu;
  }
  throw new DomainError(
    "bilan.vide",
    "Rien n’est répondu : cochez une situation ou un objectif, ou écrivez quelques mots.",
  );
}

function nommer(champ: string, codes: readonly string[], connus: readonly Choix[]) {
  return [...new Set(codes)].map((code) => {
    const choix = connus.find((un) => un.code === code);
    if (choix) return { code, libelle: choix.libelle };
    throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
      champs: { [champ]: "Choisissez parmi les réponses proposées." },
    });
  });
}

export interface EcartBilan {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What two versions of a theme say, part by part. Taken the other way round, each pair is reversed. */
export function ecartsBilan(avant: ContenuBilan | null, apres: ContenuBilan | null) {
  const partie = (label: string, dire: (contenu: ContenuBilan) => string): EcartBilan => ({
    label,
    before: avant === null ? null : dire(avant) || null,
    after: apres === null ? null : dire(apres) || null,
  });
  return [
    partie("Situation", ({ situations }) => enMots(situations)),
    partie("Objectifs", ({ objectifs }) => enMots(objectifs)),
    partie("Observations", ({ texte }) => texte),
  ];
}

function enMots(choix: readonly Choix[]): string {
  return choix
    .map(({ libelle }) => libelle)
    .toSorted((a, b) => a.localeCompare(b, "fr"))
    .join(" · ");
}

/** Same answers, in whatever order: writing them again would sign nothing new. */
export function memeContenu(un: ContenuBilan, autre: ContenuBilan): boolean {
  return ecartsBilan(un, autre).every(({ before, after }) => before === after);
}
