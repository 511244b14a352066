import {
  type Choix,
  chargerReferentiel,
  type RegleEntretien,
  type ThemeSituation,
  versionAu,
} from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireThemesAdoptes } from "../db/themes.ts";

type Cadre = Pick<Context, "tx" | "now" | "departement">;

export interface ThemeEnVigueur {
  /** 0 for the one of the référentiel. */
  readonly version: number;
  readonly theme: ThemeSituation;
}

/** The themes of the département today: its référentiel's, each replaced by the version it adopted, then its own. */
export async function themesEnVigueur(cadre: Cadre): Promise<readonly ThemeEnVigueur[]> {
  const { themes } = regleDuJour(cadre);
  const adoptes = new Map((await lireThemesAdoptes(cadre.tx)).map((ecrit) => [ecrit.code, ecrit]));
  const repris = themes.map((theme) => {
    const adopte = adoptes.get(theme.code);
    adoptes.delete(theme.code);
    return adopte ? { version: adopte.version ?? 0, theme: adopte.contenu } : { version: 0, theme };
  });
  const propres = [...adoptes.values()].map(({ version, contenu }) => ({
    version: version ?? 0,
    theme: contenu,
  }));
  return [...repris, ...propres];
}

/** @throws DomainError `theme.introuvable` */
export async function themeEnVigueur(cadre: Cadre, code: string): Promise<ThemeEnVigueur> {
  const trouve = (await themesEnVigueur(cadre)).find(({ theme }) => theme.code === code);
  if (trouve) return trouve;
  throw new DomainError(
    "theme.introuvable",
    "Ce thème n’existe pas dans votre département. Choisissez-en un dans la liste.",
  );
}

interface RegleDuJour {
  readonly themes: readonly ThemeSituation[];
  readonly naturesFrein: readonly Choix[];
  /** Percent of freins to lift; null without objective. */
  readonly freinsLeves: number | null;
}

/** Before their first version, the values are read as they began. */
export function regleDuJour({ now, departement }: Omit<Cadre, "tx">): RegleDuJour {
  const le = civilDay(now);
  const { entretien } = chargerReferentiel(departement.referentiel);
  return {
    themes: (versionAu(entretien.themes, le) ?? entretien.themes[0]).valeur,
    naturesFrein: (versionAu(entretien.naturesFrein, le) ?? entretien.naturesFrein[0]).valeur,
    freinsLeves: objectifAu(entretien, le),
  };
}

/** Share of freins the département wants lifted, in percent; null when it says nothing. */
export function objectifAu({ freinsLeves }: RegleEntretien, le: string): number | null {
  return (versionAu(freinsLeves, le) ?? freinsLeves[0]).valeur;
}

/** How a kind of frein is named; a code no longer in use is shown as it is. */
export function libelleNature(natures: readonly Choix[], code: string): string {
  return natures.find((une) => une.code === code)?.libelle ?? code;
}
