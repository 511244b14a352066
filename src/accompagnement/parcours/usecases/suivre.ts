import { lireSuivisConstates } from "#accompagnement/orientation";
import { lirePresents } from "#droits/dossier";
import { sql } from "#platform/db/list/sql.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import {
  cloreAccompagnements,
  demarrerCompteurs,
  lireDerniers,
  ouvrirAccompagnements,
  transmettreAccompagnements,
} from "../db/accompagnements.ts";
import { termeDe } from "../domain/compteur.ts";
import { rapprocher, type SuiviConstate } from "../domain/rapprocher.ts";
import { cadreDuJour } from "./cadre.ts";
import { tenirLesAccompagnements } from "./echeances.ts";

/**
 * Who follows these persons may have changed: their periods open, close, or pass to another référent. Whoever they
 * are and however many, the same few questions.
 */
export async function suivre(context: Context, personnes: readonly number[]): Promise<void> {
  if (personnes.length === 0) return;
  const { tx, agent } = context;
  const { le, regles } = cadreDuJour(context);
  const derniers = await lireDerniers(tx, personnes);
  const suivis = await avecContrats(context, await lireSuivisConstates(tx, personnes));
  const pas = rapprocher(suivis, { regles, le, derniers });
  const { ouvertures, clotures, passages, demarrages } = pas;
  await cloreAccompagnements(tx, clotures, agent.id);
  await ouvrirAccompagnements(
    tx,
    ouvertures.map((une) => ({ ...une, terme: termeDe({ ...une, arrets: [] }) })),
    agent.id,
  );
  await transmettreAccompagnements(tx, passages);
  await demarrerCompteurs(tx, demarrages);
  const parAccompagnement = new Map(
    [...derniers.values()].map(({ id, personneId }) => [id, personneId]),
  );
  const touchees = new Set([
    ...ouvertures.map(({ personneId }) => personneId),
    ...[...clotures, ...demarrages].flatMap(({ id }) => parAccompagnement.get(id) ?? []),
  ]);
  if (touchees.size > 0) await tenirLesAccompagnements(context, [...touchees]);
}

type SuiviLu = Awaited<ReturnType<typeof lireSuivisConstates>>[number];

/** The contract matters only where a rule starts from it. */
async function avecContrats(
  context: Context,
  suivis: readonly SuiviLu[],
): Promise<readonly SuiviConstate[]> {
  const { regles } = cadreDuJour(context);
  const types = new Set(
    regles.accompagnements.flatMap(({ commence, types: siens }) =>
      commence === "contrat" ? siens : [],
    ),
  );
  const attendent = suivis
    .filter(({ type }) => type !== null && types.has(type))
    .map(({ personneId }) => personneId);
  const presents =
    attendent.length === 0
      ? []
      : await lirePresents(context.tx, sql`s.personne_id = any(${attendent}::int[])`);
  const signes = new Map(
    presents.map(({ personneId, contratSigneLe }) => [personneId, contratSigneLe]),
  );
  return suivis.map((suivi) => ({
    ...suivi,
    contratSigneLe: signes.get(suivi.personneId) ?? null,
  }));
}
