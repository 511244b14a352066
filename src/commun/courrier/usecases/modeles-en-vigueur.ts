import {
  chargerReferentiel,
  type ModeleCourrier,
  type UsageCourrier,
  valeurAu,
} from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireModelesAdoptes } from "../db/modeles.ts";

export interface ModeleEnVigueur {
  /** 0 for the one of the référentiel. */
  readonly version: number;
  readonly modele: ModeleCourrier;
}

/** The letters this département issues today: its référentiel's, each replaced by the version it adopted. */
export async function modelesEnVigueur({
  tx,
  now,
  departement,
}: Pick<Context, "tx" | "now" | "departement">): Promise<readonly ModeleEnVigueur[]> {
  const { courriers } = chargerReferentiel(departement.referentiel);
  const livres = valeurAu(courriers, civilDay(now));
  const adoptes = new Map((await lireModelesAdoptes(tx)).map((ecrit) => [ecrit.code, ecrit]));
  const repris = livres.map((modele) => {
    const adopte = adoptes.get(modele.code);
    adoptes.delete(modele.code);
    return adopte
      ? { version: adopte.version ?? 0, modele: adopte.contenu }
      : { version: 0, modele };
  });
  const propres = [...adoptes.values()].map(({ version, contenu }) => ({
    version: version ?? 0,
    modele: contenu,
  }));
  return [...repris, ...propres];
}

/** @throws DomainError `courrier.modele-inconnu` */
export async function modeleEnVigueur(
  context: Pick<Context, "tx" | "now" | "departement">,
  voulu: { readonly code: string } | { readonly usage: UsageCourrier },
): Promise<ModeleEnVigueur> {
  const modeles = await modelesEnVigueur(context);
  const trouve = modeles.find(({ modele }) =>
    "code" in voulu ? modele.code === voulu.code : modele.usage === voulu.usage,
  );
  if (trouve) return trouve;
  throw new DomainError(
    "courrier.modele-inconnu",
    "Ce courrier n’existe pas dans votre département. Choisissez-en un dans la liste des modèles.",
    voulu,
  );
}
