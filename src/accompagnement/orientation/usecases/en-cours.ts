import type { PersonnePresente } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type OrientationEnCours, verrouillerOrientationsDe } from "../db/orientations.ts";
import { exigerPresent, lireLesPresents } from "./cadre.ts";

/** The person of this agent and what is in force for her, held. */
export async function exigerEnCours(
  context: Context,
  personneId: number,
): Promise<{ readonly present: PersonnePresente; readonly enCours: OrientationEnCours }> {
  const present = await exigerPresent(context, personneId);
  const [enCours] = await verrouillerOrientationsDe(context.tx, [personneId]);
  if (enCours) return { present, enCours };
  throw aucune();
}

/** Those of these persons, seen by this agent, who have an orientation in force, held; at least one. */
export async function exigerEnCoursDe(
  context: Context,
  personnes: readonly number[],
): Promise<readonly OrientationEnCours[]> {
  const presents = await lireLesPresents(context, personnes);
  if (presents.size === 0) await exigerPresent(context, personnes[0] ?? 0);
  const enCours = await verrouillerOrientationsDe(context.tx, [...presents.keys()]);
  if (enCours.length > 0) return enCours;
  throw aucune();
}

function aucune(): DomainError {
  return new DomainError(
    "orientation.aucune",
    "Cette personne n’a pas d’orientation en vigueur. Rechargez la page : elle a peut-être pris fin.",
  );
}
