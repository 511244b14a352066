import type { Choix, ThemeSituation } from "#commun/referentiel";
import { exigerPersonne } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type BilanLu, lireBilansDuTheme, lireDerniersBilans } from "../db/bilans.ts";
import { type FreinLu, lireFreins } from "../db/freins.ts";
import { personneInput, themePersonneInput } from "../schemas.ts";
import { regleDuJour, themeEnVigueur, themesEnVigueur } from "./themes-en-vigueur.ts";

export interface ThemeConsulte {
  readonly code: string;
  readonly libelle: string;
  /** Null for a theme the département no longer asks. */
  readonly theme: ThemeSituation | null;
  readonly dernier: BilanLu | null;
}

export interface SituationConsultee {
  readonly personneId: number;
  readonly le: string;
  readonly themes: readonly ThemeConsulte[];
  /** Oldest first. */
  readonly freins: readonly FreinLu[];
  readonly natures: readonly Choix[];
}

/** What is known of her today, theme by theme, and what holds her back. */
export const consulterSituation = defineUseCase({
  name: "entretien.consulter-situation",
  input: personneInput,
  droit: "entretien:lire",
  nature: "lecture",
  trace: (_, { personneId }: SituationConsultee) => ({ objet: "situation", personneId }),
  async run(context, { personneId }): Promise<SituationConsultee> {
    const { tx, agent, now } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    return {
      personneId: id,
      le: civilDay(now),
      themes: await lireThemes(context, id),
      freins: await lireFreins(tx, id),
      natures: regleDuJour(context).naturesFrein,
    };
  },
});

async function lireThemes(context: Context, personneId: number): Promise<readonly ThemeConsulte[]> {
  const derniers = new Map(
    (await lireDerniersBilans(context.tx, personneId)).map((bilan) => [bilan.theme, bilan]),
  );
  const poses = (await themesEnVigueur(context)).flatMap(({ theme }) => {
    const dernier = derniers.get(theme.code) ?? null;
    derniers.delete(theme.code);
    if (!theme.pose && dernier === null) return [];
    return [
      { code: theme.code, libelle: theme.libelle, theme: theme.pose ? theme : null, dernier },
    ];
  });
  const anciens = [...derniers.values()].map((dernier) => ({
    code: dernier.theme,
    libelle: dernier.contenu.libelle,
    theme: null,
    dernier,
  }));
  return [...poses, ...anciens];
}

export interface ThemeDePersonne {
  readonly personneId: number;
  readonly theme: ThemeSituation;
  readonly themeVersion: number;
  /** The latest first. */
  readonly versions: readonly BilanLu[];
  readonly natures: readonly Choix[];
}

/** One theme of hers, with everything that was answered to it. */
export const consulterTheme = defineUseCase({
  name: "entretien.consulter-theme",
  input: themePersonneInput,
  droit: "entretien:lire",
  nature: "lecture",
  trace: ({ theme }, { personneId }: ThemeDePersonne) => ({
    objet: "situation",
    objetId: theme,
    personneId,
  }),
  async run(context, { personneId, theme: code }): Promise<ThemeDePersonne> {
    const { tx, agent } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const { theme, version } = await themeEnVigueur(context, code);
    return {
      personneId: id,
      theme,
      themeVersion: version,
      versions: await lireBilansDuTheme(tx, id, code),
      natures: regleDuJour(context).naturesFrein,
    };
  },
});
