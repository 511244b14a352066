import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterPressantes } from "../db/compter.ts";
import { porteursInput } from "../schemas.ts";
import type { ListeDe } from "./listes.ts";

/** Nobody reads further than this on a button. */
const PLAFOND = 1000;

interface CompteEcheances {
  readonly nombre: number;
  /** There are more: the count stopped. */
  readonly plafonne: boolean;
}

/** How many are late, due today or within seven days. */
export function compterEcheances(listeDe: ListeDe) {
  return defineUseCase({
    name: "echeances.compter",
    input: porteursInput,
    droit: "echeance:lire",
    nature: "lecture",
    trace: null,
    async run({ tx, agent, departement, now }, { porteurs }): Promise<CompteEcheances> {
      const liste = listeDe(departement.referentiel);
      const demande = { liste, portee: agent.portee, porteurs, le: civilDay(now) };
      const nombre = await compterPressantes(tx, demande, PLAFOND);
      return { nombre: Math.min(nombre, PLAFOND - 1), plafonne: nombre === PLAFOND };
    },
  });
}
