import { z } from "zod";
import { chargerReferentiel, type RegleEcheance } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type EcheanceDePersonne, echeancesDe } from "../db/echeances-de.ts";
import { regleDe } from "../domain/regles.ts";
import type { ListeDe } from "./listes.ts";

export interface EcheanceExpliquee extends EcheanceDePersonne {
  readonly regle: RegleEcheance | null;
}

export interface EcheancesPersonne {
  readonly le: string;
  readonly ouvertes: readonly EcheanceExpliquee[];
}

/** What is open for one person, whoever must do it, each with its rule. */
export function lireEcheancesPersonne(listeDe: ListeDe) {
  return defineUseCase({
    name: "echeances.lire-personne",
    input: z.object({ personneId: z.number().int().positive() }),
    droit: "echeance:lire",
    nature: "lecture",
    trace: null,
    async run({ tx, agent, departement, now }, { personneId }): Promise<EcheancesPersonne> {
      const { echeances } = chargerReferentiel(departement.referentiel);
      const liste = listeDe(departement.referentiel);
      const ouvertes = await echeancesDe(tx, liste, agent.portee, personneId);
      return {
        le: civilDay(now),
        ouvertes: ouvertes.map((une) => ({ ...une, regle: regleDe(echeances, une) })),
      };
    },
  });
}
