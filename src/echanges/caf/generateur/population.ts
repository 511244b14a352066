import { DomainError } from "#platform/errors/domain-error.ts";
import { moisDe } from "./calendrier.ts";
import type { Monde } from "./foyer.ts";
import type { OptionsFlux } from "./options.ts";
import { territoireDe } from "./territoire.ts";

/** The same first month for every file of a seed: what happens in a month never depends on the months asked. */
const DEPUIS = "2023-01";

const MOIS = /^\d{4}-(0[1-9]|1[0-2])$/;

export function lirePopulation(options: OptionsFlux): { monde: Monde; mois: number } {
  const { dossiers, graine, mois, rythme = 1 } = options;
  const depuis = options.depuis ?? DEPUIS;
  exiger(
    Number.isSafeInteger(dossiers) && dossiers > 0,
    "dossiers",
    "Le nombre de dossiers est un entier d'au moins 1.",
  );
  exiger(
    Number.isSafeInteger(graine) && graine >= 0 && graine < 1e12,
    "graine",
    "La graine est un entier positif, de douze chiffres au plus.",
  );
  exiger(
    MOIS.test(mois) && MOIS.test(depuis),
    "mois",
    "Un mois s’écrit AAAA-MM, par exemple 2026-10.",
  );
  exiger(
    mois >= depuis,
    "mois",
    `La population commence en ${depuis} : demandez un mois à partir de là, ou donnez --depuis.`,
  );
  exiger(rythme > 0 && rythme <= 10, "rythme", "Le rythme est un nombre entre 0 et 10.");
  const { seulementChangements: part, quotidien } = options;
  exiger(
    part === undefined || (part > 0 && part <= 1 && mois > depuis),
    "changements",
    "La part de changements va de 0 à 100 %, sur un mois qui suit le premier.",
  );
  exiger(
    quotidien === undefined || quotidien.startsWith(`${mois}-`),
    "quotidien",
    "Le jour du flux quotidien est un jour du mois demandé.",
  );
  exiger(
    (options.defauts ?? 0) >= 0 && (options.defauts ?? 0) <= 1 / 7,
    "defauts",
    "La part de chaque défaut va de 0 à 14 %.",
  );
  const { code } = options.departement;
  const monde = {
    graine: graineLocale(graine, code),
    depuis: moisDe(depuis),
    rythme,
    territoire: territoireDe(code),
  };
  return { monde, mois: moisDe(mois) };
}

/** Two départements of the same seed do not hold the same people. */
const graineLocale = (graine: number, departement: string): number =>
  graine * 1_000 + Number(departement.replace("A", "1").replace("B", "2"));

function exiger(vrai: boolean, champ: string, message: string): void {
  if (!vrai) throw new DomainError("generation.impossible", message, { champ });
}
