import { nomDuFerie } from "#commun/echeance";
import {
  jourA,
  moisDeLaDemonstration,
  ouvreApres,
} from "../../src/app/demonstration/calendrier.ts";
import { civilDay } from "../../src/platform/clock/civil-day.ts";

/** The month whose file the demonstration has not taken yet: `2026-11`. */
export function moisSuivant(): string {
  const dernier = moisDeLaDemonstration(civilDay(new Date())).at(-1) ?? "";
  return jourA(`${dernier}-28`, 7).slice(0, 7);
}

/** As an agent types it: `15/12/2026`. */
export function dansTroisSemaines(): string {
  return jourA(civilDay(new Date()), 21).split("-").toReversed().join("/");
}

/** The first day of work from tomorrow on: `2026-11-23`. */
export function prochainJourOuvre(): string {
  let jour = ouvreApres(civilDay(new Date()), 1);
  while (nomDuFerie(jour, "metropole") !== null) jour = ouvreApres(jour, 1);
  return jour;
}

/** As an agent types it: `23/11/2026`. */
export function enChiffres(jour: string): string {
  return jour.split("-").toReversed().join("/");
}
