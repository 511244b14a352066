import type { RegleAccompagnement, RegleParcours } from "#commun/referentiel";
import { conditionPortee, lirePresents, type PersonnePresente } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { allOf, sql } from "#platform/db/list/sql.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type AccompagnementEnCours, verrouillerEnCours } from "../db/accompagnements.ts";
import { regleDeCode, regleParcoursAu } from "../domain/regles.ts";

interface CadreDuJour {
  readonly le: string;
  readonly regles: RegleParcours;
}

/** The rules of the day the act is done. */
export function cadreDuJour({ departement, now }: Context): CadreDuJour {
  const le = civilDay(now);
  return { le, regles: regleParcoursAu(departement.referentiel, le) };
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

export interface EnCours {
  readonly present: PersonnePresente;
  readonly enCours: AccompagnementEnCours;
  readonly regle: RegleAccompagnement;
}

/**
 * What runs for a person of this agent, held, as the agent had it under her eyes.
 * @throws DomainError `accompagnement.aucun`, `accompagnement.conflit`
 */
export async function exigerEnCours(
  context: Context,
  { personneId, version }: { readonly personneId: number; readonly version: number },
): Promise<EnCours> {
  const present = await exigerPresent(context, personneId);
  const enCours = await verrouillerEnCours(context.tx, personneId);
  const regle = enCours && regleDeCode(cadreDuJour(context).regles, enCours.regle);
  if (!(enCours && regle)) {
    throw new DomainError(
      "accompagnement.aucun",
      "Cette personne n’a pas d’accompagnement en cours. Rechargez la page : il a peut-être pris fin.",
    );
  }
  if (enCours.version !== version) {
    throw new DomainError(
      "accompagnement.conflit",
      "Un autre agent a modifié cet accompagnement pendant que vous l’aviez sous les yeux. Rien n’a été écrit : voyez où il en est, puis recommencez.",
      { enregistree: enCours },
    );
  }
  return { present, enCours, regle };
}
