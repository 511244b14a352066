import type { Calendrier, PorteurEcheance, RegleEcheance } from "#commun/referentiel";
import { ajouterDelai, type Terme } from "./delai.ts";

/** The day of each fact of one course, null while it has not happened. A fact that nobody tells yet is absent. */
export type Faits = Readonly<Record<string, string | null>>;

/** What somebody must do by a day: open until it is done, or until it no longer has to be. */
export interface Echeance extends Terme {
  readonly code: string;
  readonly pour: PorteurEcheance;
  readonly depart: string;
  readonly accomplieLe: string | null;
  readonly eteinteLe: string | null;
}

/** One regime applies: the one in force on the day of the fact that starts the delay, whatever today is. */
export function regleDuJour(regle: RegleEcheance, depart: string): boolean {
  return regle.depuis <= depart && (regle.jusqua === null || depart < regle.jusqua);
}

/**
 * The échéances of one course. A rule starts with the fact `depart`, ends with `accompli`, vanishes with the first
 * of `eteint`. Facts older than the start belong to an earlier course and are silent: who gives the facts of a
 * decision that still stands gives the later of the two days. One code gives at most one échéance, and none while
 * the fact that would end it is absent: nobody could ever do it.
 */
export function deriverEcheances(
  regles: readonly RegleEcheance[],
  faits: Faits,
  calendrier: Calendrier,
): readonly Echeance[] {
  return preparerDerivation(regles, calendrier)(faits);
}

/** The same for many courses: each delay is counted once per day of start. */
export function preparerDerivation(
  regles: readonly RegleEcheance[],
  calendrier: Calendrier,
): (faits: Faits) => readonly Echeance[] {
  const termes = regles.map((regle) => ({ regle, connus: new Map<string, Terme>() }));
  return (faits) => {
    const derivees: Echeance[] = [];
    for (const { regle, connus } of termes) {
      const depart = faits[regle.depart];
      if (!depart || !regleDuJour(regle, depart) || !Object.hasOwn(faits, regle.accompli)) continue;
      if (derivees.some(({ code }) => code === regle.code)) continue;
      const terme = connus.get(depart) ?? ajouterDelai(depart, regle.delai, calendrier);
      connus.set(depart, terme);
      derivees.push({
        code: regle.code,
        pour: regle.pour,
        depart,
        ...terme,
        ...fin(regle, faits, depart),
      });
    }
    return derivees;
  };
}

/** Done wins over vanished only when it came first. */
function fin(
  { accompli, eteint }: RegleEcheance,
  faits: Faits,
  depart: string,
): Pick<Echeance, "accomplieLe" | "eteinteLe"> {
  const accomplieLe = depuis(faits[accompli], depart);
  const eteinteLe = eteint
    .map((fait) => depuis(faits[fait], depart))
    .reduce((premier, jour) => plusTot(premier, jour), null);
  if (accomplieLe !== null && (eteinteLe === null || accomplieLe <= eteinteLe)) {
    return { accomplieLe, eteinteLe: null };
  }
  return { accomplieLe: null, eteinteLe };
}

function depuis(jour: string | null | undefined, depart: string): string | null {
  return jour && jour >= depart ? jour : null;
}

function plusTot(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a <= b ? a : b;
}
