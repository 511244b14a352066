import { nomDuFerie } from "#commun/echeance";
import { chargerReferentiel, versionAu } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { sql } from "#platform/db/list/sql.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireRessources, type RessourceLue, verrouillerRessource } from "../db/ressources.ts";

export interface Auteur {
  readonly le: string;
  readonly par: number | null;
  readonly auteur: string;
}

export function auteurDe({ agent, now }: Context): Auteur {
  return { le: civilDay(now), par: agent.id, auteur: agent.nom };
}

/** Whether a day is a public holiday where the département is. */
export function estFerie({ departement }: Pick<Context, "departement">, jour: string): boolean {
  const { joursFeries } = chargerReferentiel(departement.referentiel);
  const calendrier = (versionAu(joursFeries, jour) ?? joursFeries[0]).valeur;
  return nomDuFerie(jour, calendrier) !== null;
}

/** @throws DomainError `ressource.introuvable` */
export async function exigerRessource({ tx }: Context, id: number): Promise<RessourceLue> {
  const [ressource] = await lireRessources(tx, sql`r.id = ${id}::int`);
  if (ressource) return ressource;
  throw new DomainError(
    "ressource.introuvable",
    "Cette ressource n’existe pas. Reprenez-la dans la recherche.",
  );
}

/** @throws DomainError `ressource.introuvable`, `ressource.conflit` */
export async function tenirRessource(
  context: Context,
  { ressourceId, version }: { readonly ressourceId: number; readonly version: number },
): Promise<RessourceLue> {
  await verrouillerRessource(context.tx, ressourceId);
  const ressource = await exigerRessource(context, ressourceId);
  if (ressource.version === version) return ressource;
  throw new DomainError(
    "ressource.conflit",
    "Un autre agent a modifié cette ressource pendant que vous l’aviez sous les yeux. Rien n’a été écrit : voyez ce qui est enregistré, puis recommencez.",
    { enregistree: ressource },
  );
}

export function refusDeSaisie(champs: Readonly<Record<string, string>>): DomainError {
  return new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
}
