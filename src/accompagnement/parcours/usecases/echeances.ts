import {
  type EcheancesReconciliees,
  reconcilierEcheances,
  type SourceEcheances,
} from "#commun/echeance";
import { chargerReferentiel, type RegleParcours, versionAu } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import {
  type AccompagnementSuivi,
  lireAccompagnementsSuivis,
  lireManquementsSuivis,
  type ManquementSuivi,
} from "../db/echeances.ts";
import { regleDeCode, regleParcoursAu } from "../domain/regles.ts";
import { faitDeContact } from "../domain/rencontres.ts";
import { lireContacts } from "./contacts.ts";

const ACCOMPAGNEMENT = "accompagnement";
const MANQUEMENT = "manquement";

type Faits = Readonly<Record<string, string | null>>;

/** Makes the deadlines of these persons’ periods what they are today, in the transaction of the fact. */
export async function tenirLesAccompagnements(
  context: Context,
  personnes: readonly number[] | null,
): Promise<EcheancesReconciliees> {
  const { tx, departement } = context;
  const le = civilDay(context.now);
  const suivis = await lireAccompagnementsSuivis(tx, personnes);
  const ouverts = suivis.filter(({ finiLe }) => finiLe === null);
  const contacts = await lireContacts(
    tx,
    ouverts.map(({ personneId }) => personneId),
  );
  const regles = regleParcoursAu(departement.referentiel, le);
  return reconcilier(
    context,
    suivis.map((suivi) => ({
      personneId: suivi.personneId,
      objet: ACCOMPAGNEMENT,
      objetId: suivi.id,
      faits: faitsDe(suivi, { le, regles, contact: contacts.get(suivi.personneId) ?? null }),
    })),
  );
}

export async function tenirLesManquements(
  context: Context,
  personnes: readonly number[] | null,
): Promise<EcheancesReconciliees> {
  const suivis = await lireManquementsSuivis(context.tx, personnes);
  return reconcilier(
    context,
    suivis.map((suivi) => ({
      personneId: suivi.personneId,
      objet: MANQUEMENT,
      objetId: suivi.id,
      faits: faitsDuManquement(suivi),
    })),
  );
}

function reconcilier(
  { tx, departement, now }: Context,
  dossiers: Parameters<typeof reconcilierEcheances>[1]["dossiers"],
): Promise<EcheancesReconciliees> {
  if (dossiers.length === 0) return Promise.resolve({ ecrites: 0, eteintes: 0, ouvertes: 0 });
  const { echeances, joursFeries } = chargerReferentiel(departement.referentiel);
  const le = civilDay(now);
  return reconcilierEcheances(tx, {
    regles: echeances,
    calendrier: versionAu(joursFeries, le)?.valeur ?? joursFeries[0].valeur,
    le,
    dossiers,
  });
}

interface Connu {
  readonly le: string;
  readonly regles: RegleParcours;
  readonly contact: string | null;
}

/** A period over before its end owes nothing more; over at its end, what had to be decided was. */
function faitsDe(suivi: AccompagnementSuivi, { le, regles, contact }: Connu): Faits {
  const { terme, finiLe, annule, du } = suivi;
  if (annule) return {};
  if (finiLe !== null) {
    if (terme === null || finiLe < terme) return {};
    return { "accompagnement-terme": terme, "accompagnement-fini": finiLe };
  }
  const frequence = regleDeCode(regles, suivi.regle)?.frequence ?? null;
  const fait = frequence && !suspenduLe(suivi, le) ? faitDeContact(frequence) : null;
  return {
    "accompagnement-fini": null,
    "accompagnement-terme": terme,
    ...(fait && { [fait]: plusTard(du, contact, suivi.suspenduAu) }),
  };
}

function suspenduLe({ suspenduDu, suspenduAu }: AccompagnementSuivi, le: string): boolean {
  return suspenduDu !== null && suspenduDu <= le && (suspenduAu === null || le < suspenduAu);
}

/** Meetings are counted anew from the last one, or from the end of a training. */
function plusTard(...jours: readonly (string | null)[]): string | null {
  return jours.reduce((dernier, jour) => ((jour ?? "") > (dernier ?? "") ? jour : dernier), null);
}

function faitsDuManquement({ signaleLe, recuLe, suiteLe }: ManquementSuivi): Faits {
  return {
    "manquement-signale": signaleLe,
    "manquement-recu": recuLe,
    "manquement-suite": suiteLe,
  };
}

export const echeancesAccompagnement: SourceEcheances = {
  objet: ACCOMPAGNEMENT,
  recalculer: (context) => tenirLesAccompagnements(context, null),
};

export const echeancesManquement: SourceEcheances = {
  objet: MANQUEMENT,
  recalculer: (context) => tenirLesManquements(context, null),
};
