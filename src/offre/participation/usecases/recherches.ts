import {
  afterFailure,
  blockedUntil,
  type Failures,
  perAccount,
  type RateLimit,
} from "#platform/auth/rate-limit.ts";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { noterRecherchesManquees, recherchesManqueesDe } from "../db/recherches.ts";

/** Who names persons out of her perimeter by what they show: an account on a page, or in a file, or a program. */
export interface Chercheur {
  readonly par: "page" | "fichier" | "cle";
  /** Of the account, or of the key. */
  readonly id: number | null;
}

/** By hand, ten mistakes of a civil day are nobody’s bother; a file may hold many. Then the waits of a sign-in. */
const limites: Readonly<Record<Chercheur["par"], RateLimit>> = {
  page: { ...perAccount, free: 10 },
  fichier: { ...perAccount, free: 500 },
  cle: { ...perAccount, free: 500 },
};

const nommer = ({ par, id }: Chercheur) => `${par}:${id ?? 0}`;

/** Those of today: who sends the same refused stays every night is never slowed by the nights before. */
async function manqueesDuJour(
  { tx, now }: Pick<Context, "tx" | "now">,
  chercheur: Chercheur,
): Promise<Failures | null> {
  const manquees = await recherchesManqueesDe(tx, nommer(chercheur));
  return manquees && civilDay(manquees.lastAt) === civilDay(now) ? manquees : null;
}

/** Until when this one may name nobody; null when the way is free. */
export async function attenteDesRecherches(
  context: Pick<Context, "tx" | "now">,
  chercheur: Chercheur,
): Promise<Date | null> {
  const manquees = await manqueesDuJour(context, chercheur);
  return blockedUntil(limites[chercheur.par], manquees, context.now);
}

/** @throws DomainError `recherche.attendre` */
export async function exigerRecherchePermise(
  context: Pick<Context, "tx" | "now">,
  chercheur: Chercheur,
): Promise<void> {
  const jusqua = await attenteDesRecherches(context, chercheur);
  if (jusqua === null) return;
  const secondes = Math.ceil((jusqua.getTime() - context.now.getTime()) / 1000);
  const delai = secondes < 90 ? `${secondes} secondes` : `${Math.ceil(secondes / 60)} minutes`;
  throw new DomainError(
    "recherche.attendre",
    `Trop de personnes introuvables ont été nommées : vérifiez vos numéros, vos noms et vos dates de naissance, puis réessayez dans ${delai}.`,
    { secondes },
  );
}

/** Counts them and keeps in the journal how many, never what was written. */
export async function compterRecherchesManquees(
  context: Context,
  chercheur: Chercheur,
  nombre: number,
): Promise<void> {
  if (nombre === 0) return;
  const { tx, now, agent } = context;
  const une = afterFailure(limites[chercheur.par], await manqueesDuJour(context, chercheur), now);
  const count = une.count + nombre - 1;
  await noterRecherchesManquees(tx, nommer(chercheur), { ...une, count });
  await context.journal(tx, {
    acte: "participation.recherche-manquee",
    nature: "lecture",
    agent,
    le: now,
    objet: "recherche",
    details: { manquees: nombre, enTout: count },
  });
}

/** One refusal for who is unknown, born another day, or without the right: it never says which. */
export function personneIntrouvable(): DomainError {
  return new DomainError(
    "participation.personne-introuvable",
    "Personne ayant droit à cette action ce jour-là ne répond à ce numéro, ou à ces noms, et à cette date de naissance. Vérifiez-les sur son attestation de droit, et donnez la date de celle-ci.",
  );
}

/** A refusal by which somebody out of one’s perimeter was looked for, whatever it says. */
export function estUneRechercheManquee({ code, details }: DomainError): boolean {
  return code === "participation.personne-introuvable" || details["montree"] === true;
}
