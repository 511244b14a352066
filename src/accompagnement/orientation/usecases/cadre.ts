import {
  chargerReferentiel,
  type Referentiel,
  type RegleOrientation,
  valeurAu,
  versionAu,
} from "#commun/referentiel";
import { lireOffre } from "#commun/structure";
import { conditionPortee, lirePresents, noterSuivis, type PersonnePresente } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { allOf, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireCharges, verrouillerStructures } from "../db/places.ts";
import { lireSuivis } from "../db/presents.ts";
import { Places } from "../domain/offre.ts";
import { tenirLesEcheances } from "./echeances.ts";
import { suivisChanges } from "./faits.ts";

export interface CadreDuJour {
  readonly le: string;
  readonly referentiel: Referentiel;
  readonly regle: RegleOrientation;
}

/** The rules of the day the act is done. */
export function cadreDuJour({ departement, now }: Context): CadreDuJour {
  const le = civilDay(now);
  const referentiel = chargerReferentiel(departement.referentiel);
  return { le, referentiel, regle: regleAu(referentiel, le) };
}

/** Before its first version a référentiel is read as it began. */
export function regleAu({ orientation }: Referentiel, le: string): RegleOrientation {
  return versionAu(orientation, le)?.valeur ?? valeurAu(orientation, orientation[0].depuis);
}

/** The persons of this agent among these, by id. */
export async function lireLesPresents(
  { tx, agent }: Context,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, PersonnePresente>> {
  const presents = await lirePresents(
    tx,
    allOf([
      sql`s.personne_id = any(${[...new Set(personnes)]}::int[])`,
      conditionPortee(agent.portee),
    ]),
  );
  return new Map(presents.map((present) => [present.personneId, present]));
}

/** @throws DomainError `personne.introuvable`, the same for who does not exist and who is outside the perimeter */
export async function exigerPresent(
  context: Context,
  personneId: number,
): Promise<PersonnePresente> {
  const present = (await lireLesPresents(context, [personneId])).get(personneId);
  if (present) return present;
  throw new DomainError(
    "personne.introuvable",
    "Cette personne n’existe pas, ou elle n’est pas dans votre périmètre. Vérifiez l’adresse, ou cherchez-la par son nom.",
  );
}

/** What structures have left, counted once nobody else can take it. */
export async function reserverPlaces(
  tx: Tx,
  le: string,
  structures: Iterable<number>,
): Promise<Places> {
  await verrouillerStructures(tx, structures);
  return new Places(await lireOffre(tx, le), await lireCharges(tx));
}

/** What each act owes the rest of the product: the reading table of persons and their deadlines. */
export async function tenirAJour(context: Context, personnes: readonly number[]): Promise<void> {
  const uniques = [...new Set(personnes)];
  if (uniques.length === 0) return;
  await noterSuivis(context.tx, await lireSuivis(context.tx, uniques));
  await tenirLesEcheances(context, uniques);
  await context.tell(suivisChanges, { personnes: uniques });
}
