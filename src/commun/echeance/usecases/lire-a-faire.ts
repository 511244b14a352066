import { chargerReferentiel } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
import { type GroupeEcheances, grouperPressantes } from "../db/compter.ts";
import { momentsPressants } from "../domain/moment.ts";
import { libellesDesActes } from "../domain/regles.ts";
import { porteursInput } from "../schemas.ts";
import type { ListeDe } from "./listes.ts";

/** Up to so many persons, each has her line; beyond, the act has one that opens the list. */
const NOMMEES = 3;

const gardes = new KeptCounts<readonly GroupeEcheances[]>();

/** With the act in the words of the département. */
export interface GroupeAFaire extends GroupeEcheances {
  readonly libelle: string;
}

export interface AFaire {
  readonly le: string;
  readonly groupes: readonly GroupeAFaire[];
}

/** What presses, for the homes: late, today, within seven days. */
export function lireAFaire(listeDe: ListeDe) {
  return defineUseCase({
    name: "echeances.a-faire",
    input: porteursInput,
    droit: "echeance:lire",
    nature: "lecture",
    trace: null,
    async run({ tx, agent, departement, now }, { porteurs }): Promise<AFaire> {
      const le = civilDay(now);
      const { portee } = agent;
      const demande = { liste: listeDe(departement.referentiel), portee, porteurs, le };
      const { echeances } = chargerReferentiel(departement.referentiel);
      const actes = libellesDesActes(echeances);
      const rangs = Object.keys(actes);
      const groupes = await gardes.read(tx, `${porteeKey(portee, le)} ${porteurs.join()}`, () =>
        grouperPressantes(tx, demande, NOMMEES),
      );
      return {
        le,
        groupes: groupes
          .map((groupe) => ({ ...groupe, libelle: actes[groupe.code] ?? groupe.code }))
          .toSorted(
            (a, b) =>
              momentsPressants.indexOf(a.moment) - momentsPressants.indexOf(b.moment) ||
              rangs.indexOf(a.code) - rangs.indexOf(b.code),
          ),
      };
    },
  });
}
