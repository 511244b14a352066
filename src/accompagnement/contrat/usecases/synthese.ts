import type { Context } from "#platform/usecase/define-use-case.ts";

/** What is known of the person that a contract begins from. */
export interface SyntheseEntretiens {
  readonly themes: readonly { readonly libelle: string; readonly objectifs: readonly string[] }[];
  readonly freins: readonly { readonly libelle: string; readonly poids: string | number }[];
  readonly projet: { readonly metiers: readonly { readonly libelle: string }[] } | null;
}

export async function lireSynthese(_: Context, __: number): Promise<SyntheseEntretiens> {
  return { themes: [], freins: [], projet: null };
}
