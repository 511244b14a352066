import type { Choix, ThemeSituation } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

/**
 * A theme somebody asks has something to choose, and opens freins the département knows.
 * @throws DomainError `theme.incomplet`
 */
export function exigerAdoptable(
  { pose, situations, objectifs, freins }: ThemeSituation,
  natures: readonly Choix[],
): void {
  if (pose && situations.length + objectifs.length === 0) {
    throw new DomainError(
      "theme.incomplet",
      "Ce thème n’a ni situation ni objectif : écrivez-en au moins un avant de l’adopter.",
    );
  }
  const inconnue = freins.find((code) => !natures.some((nature) => nature.code === code));
  if (inconnue === undefined) return;
  throw new DomainError(
    "theme.incomplet",
    `La nature de frein « ${inconnue} » n’existe pas dans votre département.`,
  );
}

/**
 * What was typed, one line each, as choices: a line already known keeps its code, a new one gets one made of its
 * first words. Answers already signed keep theirs.
 */
export function choixDepuisLignes(
  lignes: readonly string[],
  connus: readonly Choix[],
): readonly Choix[] {
  const pris = new Set(connus.map(({ code }) => code));
  return lignes.map((libelle) => {
    const connu = connus.find((un) => un.libelle === libelle);
    if (connu) return connu;
    const code = codeLibre(libelle, pris);
    pris.add(code);
    return { code, libelle };
  });
}

function codeLibre(libelle: string, pris: ReadonlySet<string>): string {
  const base = codeDe(libelle);
  for (let rang = 2; ; rang += 1) {
    const essai = rang === 2 ? base : `${base}-${rang - 1}`;
    if (!pris.has(essai)) return essai;
  }
}

/** « Élève seule ses enfants » → `eleve-seule-ses-enfants`. */
export function codeDe(libelle: string): string {
  const code = libelle
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^[^a-z]+|-+$/gu, "")
    .slice(0, 50)
    .replace(/-+$/u, "");
  return code.length > 1 ? code : `choix-${code}`.replace(/-$/u, "");
}
