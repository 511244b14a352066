import {
  ajouterMois,
  type EcheancesReconciliees,
  reconcilierEcheances,
  type SourceEcheances,
} from "#commun/echeance";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type VenueSuivie, venuesSuivies } from "../db/venues.ts";
import { suitesDe } from "../domain/suites.ts";
import { cadreDuJour } from "./cadre.ts";

const OBJET = "rendez-vous";
/** An older meeting has nothing left to ask. */
const MOIS_SUIVIS = 18;

/** Makes the deadlines of the meetings of these persons what their facts say; of everybody when null. */
export async function tenirEcheancesAgenda(
  context: Context,
  personnes: readonly number[] | null,
): Promise<EcheancesReconciliees> {
  if (personnes?.length === 0) return { ecrites: 0, eteintes: 0, ouvertes: 0 };
  const { le, referentiel, regle, calendrier } = cadreDuJour(context);
  const venues = await venuesSuivies(
    context.tx,
    personnes === null ? null : [...new Set(personnes)],
    {
      le,
      depuis: ajouterMois(le, -MOIS_SUIVIS),
    },
  );
  const parCode = new Map(regle.motifs.map((motif) => [motif.code, motif]));
  const reprend = (venue: VenueSuivie) =>
    venue.statut !== "prevu" &&
    suitesDe(parCode.get(venue.motif), venue.statut, venue.rang).includes("reconvoquer");
  return reconcilierEcheances(context.tx, {
    regles: referentiel.echeances,
    calendrier,
    le,
    dossiers: venues.map((venue) => ({
      personneId: venue.personneId,
      objet: OBJET,
      objetId: venue.rendezVousId,
      faits: faitsDe(venue, reprend(venue), le),
    })),
  });
}

/** What a meeting owes: an outcome once its day has passed, another meeting when it was missed. */
function faitsDe(
  { statut, jour, issueLe, reprisLe }: VenueSuivie,
  reprend: boolean,
  le: string,
): Readonly<Record<string, string | null>> {
  const conclu = statut === "prevu" || statut === "annule" ? null : issueLe;
  return {
    "rendez-vous-passe": jour < le || statut !== "prevu" ? jour : null,
    "rendez-vous-conclu": conclu === null ? null : plusTard(conclu, jour),
    "rendez-vous-annule": statut === "annule" ? plusTard(issueLe, jour) : null,
    "rendez-vous-manque": reprend ? issueLe : null,
    "rendez-vous-repris": reprend && reprisLe !== null ? plusTard(reprisLe, issueLe) : null,
    "rendez-vous-sans-suite": null,
  };
}

function plusTard(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Every meeting of the département. */
export const echeancesAgenda: SourceEcheances = {
  objet: OBJET,
  recalculer: (context) => tenirEcheancesAgenda(context, null),
};
