import type { QuestionDiagnostic, TypeOrientation } from "#commun/referentiel";
import { nomsDesTerritoires } from "#droits/territoire";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type BrouillonMatrice,
  listerAdoptees,
  listerBrouillons,
  type MatriceAdoptee,
  type MatriceEnVigueur,
  matriceEnVigueur,
} from "../db/matrices.ts";
import { consulterMatriceInput } from "../schemas-matrice.ts";
import { cadreMatrice, trouverBrouillon } from "./matrice-cadre.ts";

export interface MatriceConsultee {
  readonly le: string;
  readonly enVigueur: MatriceEnVigueur;
  readonly questions: readonly QuestionDiagnostic[];
  readonly types: readonly TypeOrientation[];
  /** Names a rule may look at. */
  readonly territoires: readonly string[];
  readonly brouillons: readonly BrouillonMatrice[];
  readonly adoptees: readonly MatriceAdoptee[];
  /** The draft asked. */
  readonly brouillon: BrouillonMatrice | null;
}

export const consulterMatrice = defineUseCase({
  name: "matrice.consulter",
  input: consulterMatriceInput,
  droit: "matrice:lire",
  nature: "lecture",
  trace: null,
  async run(context, { brouillonId }): Promise<MatriceConsultee> {
    const { le, referentiel, questions, types } = cadreMatrice(context);
    return {
      le,
      questions,
      types,
      territoires: (await nomsDesTerritoires(context.tx)).map(({ nom }) => nom),
      enVigueur: await matriceEnVigueur(context.tx, referentiel, le),
      brouillons: await listerBrouillons(context.tx),
      adoptees: await listerAdoptees(context.tx),
      brouillon: brouillonId === null ? null : await trouverBrouillon(context, brouillonId),
    };
  },
});
