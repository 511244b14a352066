import { lirePresents, noterSuivis, type PersonnePresente } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { sql } from "#platform/db/list/sql.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { cloreOrientations, type Fin } from "../db/orientations.ts";
import { lirePersonnesSuivies, lireSuivis, type PersonneSuivie } from "../db/presents.ts";
import { cloreLesPropositions } from "../db/propositions.ts";
import { cloreDemandesDe } from "../db/suites.ts";
import { finDuDroit } from "../domain/fin-du-droit.ts";
import { tenirLesEcheances } from "./echeances.ts";
import { suivisChanges } from "./faits.ts";

/**
 * What a file has just said of these persons: a right that closes ends the orientation, whoever is no longer
 * subject to the duties is no longer proposed anything, and duties that begin start the delays.
 */
export async function suivreLesDroits(
  context: Context,
  personnes: readonly number[],
): Promise<void> {
  if (personnes.length === 0) return;
  const { tx } = context;
  const suivies = await lirePersonnesSuivies(tx, personnes);
  // Of children nothing is kept: households are made of them by half.
  const presents = await lirePresents(
    tx,
    sql`s.personne_id = any(${[...personnes]}::int[]) and (s.role in ('DEM', 'CJT')
      or s.personne_id = any(${suivies.map(({ personneId }) => personneId)}::int[]))`,
  );
  const parPersonne = new Map(presents.map((present) => [present.personneId, present]));
  const touchees = await fermer(context, suivies, parPersonne);
  if (touchees.length > 0) {
    await noterSuivis(tx, await lireSuivis(tx, touchees));
    await context.tell(suivisChanges, { personnes: touchees });
  }
  const aTenir = presents.filter(({ role }) => role === "DEM" || role === "CJT");
  await tenirLesEcheances(
    context,
    aTenir.map(({ personneId }) => personneId),
    aTenir,
  );
}

async function fermer(
  context: Context,
  suivies: readonly PersonneSuivie[],
  presents: ReadonlyMap<number, PersonnePresente>,
): Promise<readonly number[]> {
  const le = civilDay(context.now);
  const fins = suivies.flatMap(({ personneId, orientee }): Fin[] => {
    const fin = orientee ? finDuDroit(presents.get(personneId), le) : null;
    return fin === null ? [] : [{ personneId, le: fin }];
  });
  const sansSuite = suivies.filter(
    ({ personneId, propositionId }) =>
      propositionId !== null && presents.get(personneId)?.beneficiaire !== true,
  );
  await ecrire(context, le, fins, sansSuite);
  return [...new Set([...fins, ...sansSuite].map(({ personneId }) => personneId))];
}

async function ecrire(
  { tx, agent }: Context,
  le: string,
  fins: readonly Fin[],
  sansSuite: readonly PersonneSuivie[],
): Promise<void> {
  const motif = "Le droit de la personne est clos, ou elle n’est plus à accompagner";
  const cloture = { le, par: agent.id, motif };
  if (fins.length > 0) {
    await cloreOrientations(tx, fins, "droit-clos");
    const personnes = fins.map(({ personneId }) => personneId);
    await cloreDemandesDe(tx, personnes, { etat: "sans-objet", ...cloture });
  }
  await cloreLesPropositions(
    tx,
    sansSuite.flatMap(({ propositionId }) => propositionId ?? []),
    { etape: "ecartee", code: "droit-clos", ...cloture },
  );
}
