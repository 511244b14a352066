import { chargerReferentiel } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type EcheanceNommee,
  type GroupeEcheances,
  grouperPressantes,
  premieres,
} from "../db/compter.ts";
import { momentsPressants } from "../domain/moment.ts";
import { libellesDesActes } from "../domain/regles.ts";
import { porteursInput } from "../schemas.ts";
import type { ListeDe } from "./listes.ts";

/** Up to so many persons, each has her line; beyond, the act has one that opens the list. */
const NOMMEES = 3;

/** One act to do in one moment: its persons, or the oldest of them when there are many. */
export interface GroupeAFaire extends GroupeEcheances {
  readonly libelle: string;
  readonly echeances: readonly EcheanceNommee[];
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
      const demande = {
        liste: listeDe(departement.referentiel),
        portee: agent.portee,
        porteurs,
        le,
      };
      const { echeances } = chargerReferentiel(departement.referentiel);
      const actes = libellesDesActes(echeances);
      const rangs = Object.keys(actes);
      const groupes: GroupeAFaire[] = [];
      for (const groupe of await grouperPressantes(tx, demande)) {
        const combien = groupe.nombre <= NOMMEES ? NOMMEES : 1;
        groupes.push({
          ...groupe,
          libelle: actes[groupe.code] ?? groupe.code,
          echeances: await premieres(tx, demande, groupe, combien),
        });
      }
      return {
        le,
        groupes: groupes.toSorted(
          (a, b) =>
            momentsPressants.indexOf(a.moment) - momentsPressants.indexOf(b.moment) ||
            rangs.indexOf(a.code) - rangs.indexOf(b.code),
        ),
      };
    },
  });
}
