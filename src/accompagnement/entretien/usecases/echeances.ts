import {
  type EcheancesReconciliees,
  reconcilierEcheances,
  type SourceEcheances,
} from "#commun/echeance";
import { chargerReferentiel, versionAu } from "#commun/referentiel";
import { lirePresents } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { sql } from "#platform/db/list/sql.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type Cours, lireCours } from "../db/cours.ts";
import { faitsDuCours } from "../domain/cours.ts";

/** Makes the deadlines of these persons what was written to be done says, in the transaction of the act. */
export async function tenirLesEcheances(
  context: Context,
  personnes: readonly number[] | null,
): Promise<EcheancesReconciliees> {
  const { tx, departement, now } = context;
  const cours = personnes?.length === 0 ? [] : await lireCours(tx, personnes);
  if (cours.length === 0) return { ecrites: 0, eteintes: 0, ouvertes: 0 };
  const suivies = await lireSuivies(context, cours);
  const { echeances, joursFeries } = chargerReferentiel(departement.referentiel);
  const le = civilDay(now);
  return reconcilierEcheances(tx, {
    regles: echeances,
    calendrier: (versionAu(joursFeries, le) ?? joursFeries[0]).valeur,
    le,
    dossiers: cours.map((un) => ({
      personneId: un.personneId,
      objet: un.objet,
      objetId: un.objetId,
      faits: suivies.has(un.personneId) ? faitsDuCours(un) : {},
    })),
  });
}

/** Who is no longer a beneficiary has nothing left to be done for her. */
async function lireSuivies({ tx }: Context, cours: readonly Cours[]): Promise<ReadonlySet<number>> {
  const personnes = [...new Set(cours.map(({ personneId }) => personneId))];
  const presents = await lirePresents(
    tx,
    sql`s.beneficiaire and s.personne_id = any(${personnes}::int[])`,
  );
  return new Set(presents.map(({ personneId }) => personneId));
}

/** Everything the référents wrote a day for. */
export const echeancesEntretien: SourceEcheances = {
  objet: "frein",
  recalculer: (context) => tenirLesEcheances(context, null),
};
