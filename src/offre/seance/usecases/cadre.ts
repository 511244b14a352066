import {
  chargerReferentiel,
  type ProgrammeOffre,
  type Referentiel,
  valeurAu,
} from "#commun/referentiel";
import { structuresDuPerimetre } from "#commun/structure";
import { nommerPersonnes, type PersonneBreve } from "#droits/dossier";
import { civilDay, civilTime } from "#platform/clock/civil-day.ts";
import { sql } from "#platform/db/list/sql.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, type Portee, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { lireSeances, type SeanceLue, verrouillerSeance } from "../db/seances.ts";
import type { Moment } from "../domain/jours.ts";
import { type PartPresente, partPresente } from "../domain/part-rsa.ts";

export interface CadreDuJour extends Moment {
  readonly referentiel: Referentiel;
}

export function cadreDuJour({ departement, now }: Context): CadreDuJour {
  return {
    le: civilDay(now),
    heure: civilTime(now),
    referentiel: chargerReferentiel(departement.referentiel),
  };
}

/** The share asked of a mixed session on its day. */
export function regleDePart({ offre }: Referentiel, jour: string): ProgrammeOffre["partRsaMixte"] {
  return valeurAu(offre, jour).partRsaMixte;
}

export function partDe(seance: SeanceLue, referentiel: Referentiel): PartPresente {
  return partPresente(
    { rsa: seance.rsa, presents: seance.presents + (seance.autresPresents ?? 0) },
    { mixte: seance.mixte, regle: regleDePart(referentiel, seance.jour).valeur },
  );
}

type Place = Pick<SeanceLue, "actionId" | "territoireId" | "structureId">;

/**
 * Whose sessions an agent holds: those of the actions of her territories, those her structures run, and for a
 * référent those of the structure where she works. Without an action, a session is where its structure works.
 */
export async function perimetreSeances({
  tx,
  agent,
  now,
}: Context): Promise<(seance: Place) => boolean> {
  const { portee } = agent;
  const { territoires } = portee;
  if (territoires === "tous") return () => true;
  const le = civilDay(now);
  const siennes = await visibles(tx, { ...portee, territoires: [] }, le);
  const duTerritoire = await visibles(tx, { ...portee, structures: [], referentId: null }, le);
  return ({ actionId, territoireId, structureId }) =>
    siennes.has(structureId) ||
    (actionId === null
      ? duTerritoire.has(structureId)
      : territoireId !== null && territoires.includes(territoireId));
}

async function visibles(
  tx: Context["tx"],
  portee: Portee,
  le: string,
): Promise<ReadonlySet<number>> {
  const structures = await structuresDuPerimetre(tx, portee, le);
  return new Set(structures.map(({ id }) => id));
}

/** @throws DomainError `seance.introuvable` */
export async function exigerSeance({ tx }: Context, seanceId: number): Promise<SeanceLue> {
  const [seance] = await lireSeances(tx, sql`s.id = ${seanceId}::int`);
  if (seance) return seance;
  throw new DomainError(
    "seance.introuvable",
    "Cette séance n’existe pas. Reprenez-la dans le calendrier des séances.",
  );
}

/** Held until the end of the act: two registrations for the last place come one after the other. */
export async function tenirSeance(context: Context, seanceId: number): Promise<SeanceLue> {
  await verrouillerSeance(context.tx, seanceId);
  return exigerSeance(context, seanceId);
}

/** @throws DomainError `seance.hors-perimetre` */
export async function exigerSienne(context: Context, seance: SeanceLue): Promise<void> {
  if ((await perimetreSeances(context))(seance)) return;
  throw new DomainError(
    "seance.hors-perimetre",
    "Cette séance est tenue par une autre structure. Demandez-lui de la modifier, ou d’y noter les présences.",
  );
}

/** @throws DomainError `seance.close`, `seance.annulee` */
export function exigerOuverte({ closeLe, annuleeLe }: SeanceLue): void {
  if (closeLe !== null) {
    throw new DomainError(
      "seance.close",
      "La séance est close : ses inscriptions et ses présences ne changent plus. Rouvrez-la en disant pourquoi.",
    );
  }
  if (annuleeLe !== null) {
    throw new DomainError(
      "seance.annulee",
      "La séance est annulée. Choisissez-en une autre, ou créez-en une.",
    );
  }
}

/** @throws DomainError `seance.conflit` */
export function exigerVersion(seance: SeanceLue, version: number): void {
  if (seance.version === version) return;
  throw new DomainError(
    "seance.conflit",
    "Un autre agent a modifié cette séance pendant que vous l’aviez sous les yeux. Rien n’a été écrit : voyez ce qui est enregistré, puis recommencez.",
    { enregistree: seance },
  );
}

export function refusDeSaisie(champs: Readonly<Record<string, string>>): DomainError {
  return new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
}

/** Inside the perimeter of a session, everybody registered is named: her sheet is kept by who receives her. */
export function porteeDesNoms(sienne: boolean, portee: Portee): Portee {
  return sienne ? porteeTotale : portee;
}

/** @throws DomainError `personne.introuvable` when one of them is outside the perimeter of the agent */
export async function exigerPersonnes(
  { tx, agent }: Context,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, PersonneBreve>> {
  const connues = await nommerPersonnes(tx, agent.portee, personnes);
  if (personnes.every((id) => connues.has(id))) return connues;
  throw new DomainError(
    "personne.introuvable",
    personnes.length === 1
      ? "Cette personne n’existe pas, ou elle n’est pas dans votre périmètre. Cherchez-la par son nom."
      : "Une de ces personnes n’est pas dans votre périmètre. Reprenez la liste.",
  );
}
