import type { RegleComptage } from "#commun/referentiel";
import {
  type ActionLue,
  lireActions,
  lirePlaces,
  type PlacesPeriode,
  programmeAu,
} from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { dernierJour, type Mois, moisDe, premierJour } from "../domain/mois.ts";
import { placesDuMois } from "../domain/places.ts";

/** The day of the act, and the rules of counting in force. */
export function cadreDuJour({ now, departement }: Pick<Context, "departement" | "now">) {
  const le = civilDay(now);
  const { programme } = programmeAu(departement.referentiel, le);
  return { le, mois: moisDe(le), programme, regle: programme.comptage };
}

export type RegleAffichee = {
  readonly valeur: RegleComptage;
  readonly texte: string;
  readonly certitude: string;
};

export async function placesParAction(
  tx: Tx,
  actions: readonly Pick<ActionLue, "id">[],
): Promise<ReadonlyMap<number, readonly PlacesPeriode[]>> {
  const lues = await lirePlaces(
    tx,
    actions.map(({ id }) => id),
  );
  return Map.groupBy(lues, ({ actionId }) => actionId);
}

/** The places of each month: those of its last day, or of today while it lasts. */
export function placesDesMois(
  periodes: readonly PlacesPeriode[],
  mois: readonly Mois[],
): readonly (number | null)[] {
  return mois.map((un) => placesDuMois(periodes, un));
}

export const joursDe = (du: Mois, au: Mois) => ({ du: premierJour(du), au: dernierJour(au) });

/** Of these actions, those whose persons the agent may read: outside them, small counts are withheld. */
export async function ouvertes(
  { tx, agent: { droits, portee } }: Pick<Context, "agent" | "tx">,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (!droits.has("participation:lire")) return new Set();
  if (portee.territoires === "tous") return new Set(ids);
  return new Set((await lireActions(tx, { ids, portee })).map(({ id }) => id));
}

/** What left an action of this territory is told whole to who reads the persons of the territory. */
export const territoireOuvert = (
  { droits, portee: { territoires } }: Context["agent"],
  territoireId: number,
): boolean =>
  droits.has("participation:lire") &&
  (territoires === "tous" || territoires.includes(territoireId));
