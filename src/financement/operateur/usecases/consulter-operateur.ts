import type { ProgrammeEnVigueur } from "#offre/catalogue";
import { programmeAu } from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ContactOperateur, contactsDe } from "../db/contacts.ts";
import { consulterOperateurInput } from "../schemas.ts";
import { lireOperateurs, type Operateur } from "./lire-operateurs.ts";

export interface OperateurConsulte {
  readonly le: string;
  readonly operateur: Operateur;
  readonly contacts: readonly ContactOperateur[];
  readonly enVigueur: ProgrammeEnVigueur;
}

export const consulterOperateur = defineUseCase<typeof consulterOperateurInput, OperateurConsulte>({
  name: "operateur.consulter",
  input: consulterOperateurInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, now, departement }, { structureId }) {
    const le = civilDay(now);
    const [operateur] = await lireOperateurs(tx, le, [structureId]);
    if (!operateur) {
      throw new DomainError(
        "operateur.introuvable",
        "Cet opérateur n’existe pas. Cherchez-le dans la liste des opérateurs.",
      );
    }
    return {
      le,
      operateur,
      contacts: await contactsDe(tx, [structureId]),
      enVigueur: programmeAu(departement.referentiel, le),
    };
  },
});
