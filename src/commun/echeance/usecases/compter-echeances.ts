import { civilDay } from "#platform/clock/civil-day.ts";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
import { compterPressantes } from "../db/compter.ts";
import { porteursInput } from "../schemas.ts";
import type { ListeDe } from "./listes.ts";

/** Nobody reads further than this on a button. */
const PLAFOND = 1000;

const gardes = new KeptCounts<number>();

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
      const le = civilDay(now);
      const { portee } = agent;
      const demande = { liste: listeDe(departement.referentiel), portee, porteurs, le };
      const nombre = await gardes.read(tx, `${porteeKey(portee, le)} ${porteurs.join()}`, () =>
        compterPressantes(tx, demande, PLAFOND),
      );
      return { nombre: Math.min(nombre, PLAFOND - 1), plafonne: nombre === PLAFOND };
    },
  });
}
