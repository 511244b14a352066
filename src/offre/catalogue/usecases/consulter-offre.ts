import type { FicheAction } from "#commun/referentiel";
import { nomsDesTerritoires } from "#droits/territoire";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase, type UseCase } from "#platform/usecase/define-use-case.ts";
import type { PlacesPrises } from "../db/places.ts";
import { type ResumeFiche, resumerActions } from "../db/resume.ts";
import { ficheDuProgramme, type ProgrammeEnVigueur, programmeAu } from "../domain/programme.ts";
import { consulterFicheInput, consulterOffreInput } from "../schemas.ts";

export interface Lieu {
  readonly id: number;
  readonly nom: string;
}

/** What the département offers on a day, and what is left of it. */
export interface OffreConsultee {
  readonly le: string;
  readonly enVigueur: ProgrammeEnVigueur;
  readonly territoires: readonly Lieu[];
  readonly territoireId: number | null;
  readonly resume: readonly ResumeFiche[];
}

export interface FicheConsultee extends Omit<OffreConsultee, "territoireId"> {
  readonly fiche: FicheAction;
}

interface ActesOffre {
  readonly consulterOffre: UseCase<typeof consulterOffreInput, OffreConsultee>;
  readonly consulterFiche: UseCase<typeof consulterFicheInput, FicheConsultee>;
}

/** The readings of the catalogue; places taken are counted by the module that keeps stays. */
export function actesOffre(prises: PlacesPrises): ActesOffre {
  return {
    consulterOffre: defineUseCase({
      name: "offre.consulter",
      input: consulterOffreInput,
      droit: "offre:lire",
      nature: "lecture",
      trace: null,
      async run({ tx, now, departement }, { territoireId }): Promise<OffreConsultee> {
        const le = civilDay(now);
        return {
          le,
          enVigueur: programmeAu(departement.referentiel, le),
          territoires: await nomsDesTerritoires(tx),
          territoireId,
          resume: await resumerActions(tx, prises, { le, territoireId, ficheCode: null }),
        };
      },
    }),
    consulterFiche: defineUseCase({
      name: "offre.consulter-fiche",
      input: consulterFicheInput,
      droit: "offre:lire",
      nature: "lecture",
      trace: null,
      async run({ tx, now, departement }, { code }): Promise<FicheConsultee> {
        const le = civilDay(now);
        const enVigueur = programmeAu(departement.referentiel, le);
        const fiche = ficheDuProgramme(enVigueur.programme, code);
        if (!fiche) {
          throw new DomainError(
            "fiche.introuvable",
            "Le programme en vigueur n’a pas cette fiche. Choisissez-en une dans l’offre.",
          );
        }
        const territoires = await nomsDesTerritoires(tx);
        const resume = await resumerActions(tx, prises, {
          le,
          territoireId: null,
          ficheCode: code,
        });
        return { le, enVigueur, territoires, resume, fiche };
      },
    }),
  };
}
