import {
  fusionAnnulee,
  lirePresents,
  personnesConstatees,
  personnesFusionnees,
} from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { sql } from "#platform/db/list/sql.ts";
import { type Context, onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { lireSousContrat, noterDroits } from "./db/faits.ts";
import { deplacerContrats, rendreContrats } from "./db/fusions.ts";
import { tenirAJour } from "./usecases/cadre.ts";

/** What this module does when another one tells a fact, in the transaction of the fact. */
export const reactionsContrat: readonly Reaction[] = [
  onFact(personnesConstatees, (context, { personnes }) => suivreLesDroits(context, personnes)),
  onFact(personnesFusionnees, async (context, fusion) => {
    await deplacerContrats(context.tx, fusion);
    await tenirAJour(context, [fusion.gardeeId, fusion.absorbeeId]);
  }),
  onFact(fusionAnnulee, async (context, fusion) => {
    await rendreContrats(context.tx, fusion);
    await tenirAJour(context, [fusion.gardeeId, fusion.absorbeeId]);
  }),
];

/** A right that closes ends no contract: somebody is asked what becomes of it. */
async function suivreLesDroits(context: Context, personnes: readonly number[]): Promise<void> {
  if (personnes.length === 0) return;
  const { tx } = context;
  const sousContrat = await lireSousContrat(tx, personnes);
  if (sousContrat.length === 0) return;
  const ids = sousContrat.map(({ personneId }) => personneId);
  const presents = await lirePresents(tx, sql`s.personne_id = any(${ids}::int[])`);
  const ouverts = new Map(presents.map((present) => [present.personneId, present]));
  const aujourdhui = civilDay(context.now);
  const changes = sousContrat.flatMap(({ personneId, le: connu }) => {
    const present = ouverts.get(personneId);
    const clos = present?.beneficiaire === true ? null : (connu ?? aujourdhui);
    return clos === connu ? [] : [{ personneId, le: clos }];
  });
  if (changes.length === 0) return;
  await noterDroits(tx, changes);
  await tenirAJour(
    context,
    changes.map(({ personneId }) => personneId),
  );
}
