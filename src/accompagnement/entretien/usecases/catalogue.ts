import { z } from "zod";
import { type Choix, schemaTheme, type ThemeSituation } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  adopterBrouillonDeTheme,
  ecrireBrouillonDeTheme,
  lireBrouillonsDeThemes,
  lireVersionsDuTheme,
  supprimerBrouillonDeTheme,
  type ThemeEcrit,
} from "../db/themes.ts";
import { exigerAdoptable } from "../domain/catalogue.ts";
import { rienInput } from "../schemas.ts";
import { auteurDe } from "./auteur.ts";
import { regleDuJour, type ThemeEnVigueur, themesEnVigueur } from "./themes-en-vigueur.ts";

const droit = "entretien:catalogue";

const themeInput = z.strictObject({ code: z.string().max(60) });

const enregistrerThemeInput = z.strictObject({
  /** Of the draft it was written from; 0 when there was none. */
  revision: z.coerce.number().int().min(0),
  contenu: schemaTheme,
});

const revisionInput = z.strictObject({
  code: z.string().max(60),
  revision: z.coerce.number().int().min(1),
});

export interface CatalogueLu {
  readonly enVigueur: readonly ThemeEnVigueur[];
  readonly brouillons: readonly ThemeEcrit[];
}

export const listerThemes = defineUseCase({
  name: "entretien.lister-themes",
  input: rienInput,
  droit,
  nature: "lecture",
  trace: null,
  async run(context): Promise<CatalogueLu> {
    return {
      enVigueur: await themesEnVigueur(context),
      brouillons: await lireBrouillonsDeThemes(context.tx),
    };
  },
});

export interface ThemeLu {
  readonly code: string;
  /** Null for a theme that only exists as a draft. */
  readonly enVigueur: ThemeEnVigueur | null;
  readonly brouillon: ThemeEcrit | null;
  readonly adoptees: readonly ThemeEcrit[];
  readonly natures: readonly Choix[];
}

/** What a theme being added may open. */
export const lireNatures = defineUseCase({
  name: "entretien.lire-natures",
  input: rienInput,
  droit,
  nature: "lecture",
  trace: null,
  run: (context): Promise<readonly Choix[]> => Promise.resolve(regleDuJour(context).naturesFrein),
});

export const lireTheme = defineUseCase({
  name: "entretien.lire-theme",
  input: themeInput,
  droit,
  nature: "lecture",
  trace: null,
  async run(context, { code }): Promise<ThemeLu> {
    const lu = await lireVersions(context, code);
    if (lu.enVigueur || lu.brouillon) return lu;
    throw new DomainError(
      "theme.introuvable",
      "Ce thème n’existe pas. Choisissez-en un dans la liste.",
    );
  },
});

async function lireVersions(context: Context, code: string): Promise<ThemeLu> {
  const versions = await lireVersionsDuTheme(context.tx, code);
  const enVigueur = (await themesEnVigueur(context)).find(({ theme }) => theme.code === code);
  return {
    code,
    enVigueur: enVigueur ?? null,
    brouillon: versions.find(({ version }) => version === null) ?? null,
    adoptees: versions.filter(({ version }) => version !== null),
    natures: regleDuJour(context).naturesFrein,
  };
}

const trace = ({ contenu }: { readonly contenu: ThemeSituation }) => ({
  objet: "theme",
  objetId: contenu.code,
});

/** Saves the draft; what référents ask does not move. A code never seen is a new theme. */
export const enregistrerTheme = defineUseCase({
  name: "entretien.enregistrer-theme",
  input: enregistrerThemeInput,
  droit,
  nature: "ecriture",
  trace,
  async run(context, { revision, contenu }): Promise<number> {
    const { brouillon } = await lireVersions(context, contenu.code);
    const { tx } = context;
    const ecrite = await ecrireBrouillonDeTheme(tx, contenu, revision, auteurDe(context));
    if (ecrite !== null) return ecrite;
    throw conflit(brouillon);
  },
});

const traceDuCode = ({ code }: { readonly code: string }) => ({ objet: "theme", objetId: code });

export const abandonnerTheme = defineUseCase({
  name: "entretien.abandonner-theme",
  input: revisionInput,
  droit,
  nature: "ecriture",
  trace: traceDuCode,
  async run(context, { code, revision }): Promise<void> {
    if (await supprimerBrouillonDeTheme(context.tx, code, revision)) return;
    throw conflit((await lireVersions(context, code)).brouillon);
  },
});

/** From now on the theme is asked so. What was answered keeps the words it was signed with. */
export const adopterTheme = defineUseCase({
  name: "entretien.adopter-theme",
  input: revisionInput,
  droit,
  nature: "ecriture",
  trace: ({ code }, version: number) => ({
    objet: "theme",
    objetId: code,
    details: { version },
  }),
  async run(context, { code, revision }): Promise<number> {
    const { brouillon, natures } = await lireVersions(context, code);
    if (brouillon?.revision !== revision) throw conflit(brouillon);
    exigerAdoptable(brouillon.contenu, natures);
    const version = await adopterBrouillonDeTheme(context.tx, code, revision, auteurDe(context));
    if (version !== null) return version;
    throw conflit(brouillon);
  },
});

function conflit(brouillon: ThemeEcrit | null): DomainError {
  const qui = brouillon ? `${brouillon.ecritPar} a enregistré` : "Quelqu’un a adopté ou abandonné";
  return new DomainError(
    "theme.conflit",
    `${qui} ce brouillon avant vous. Votre texte est encore à l’écran : comparez, puis enregistrez le vôtre si vous le gardez.`,
    { revision: brouillon?.revision ?? 0 },
  );
}
