import { type QuestionDiagnostic, versionAu } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type BrouillonMatrice, lireBrouillonMatrice } from "../db/matrices.ts";
import { cadreDuJour } from "./cadre.ts";

/** What a matrix is written with today: the questions, and the types that can be decided. */
export function cadreMatrice(context: Context) {
  const { le, regle, referentiel } = cadreDuJour(context);
  const questions: readonly QuestionDiagnostic[] =
    versionAu(referentiel.diagnostic, le)?.valeur ?? referentiel.diagnostic[0].valeur;
  return { le, referentiel, questions, types: regle.types };
}

/** @throws DomainError `matrice.introuvable` */
export async function trouverBrouillon(
  { tx }: Context,
  id: number,
  options: { readonly verrou?: boolean } = {},
): Promise<BrouillonMatrice> {
  const brouillon = await lireBrouillonMatrice(tx, id, options);
  if (brouillon?.etat === "ouvert") return brouillon;
  throw new DomainError(
    "matrice.introuvable",
    "Ce brouillon n’existe pas, ou il a été adopté ou abandonné. Ouvrez-en un autre à partir de la matrice en vigueur.",
  );
}

/** @throws DomainError `matrice.introuvable`, `matrice.conflit` */
export async function exigerBrouillon(
  context: Context,
  { brouillonId, version }: { readonly brouillonId: number; readonly version: number },
): Promise<BrouillonMatrice> {
  const brouillon = await trouverBrouillon(context, brouillonId, { verrou: true });
  if (brouillon.version === version) return brouillon;
  throw new DomainError(
    "matrice.conflit",
    `${brouillon.modifiePar} a enregistré ce brouillon pendant que vous le modifiiez. Comparez les deux versions, puis enregistrez celle qui est juste.`,
  );
}
