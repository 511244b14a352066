import type { QuestionDiagnostic } from "#commun/referentiel";
import { exigerPersonne, lireDiagnosticsDeclares } from "#droits/dossier";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type BrouillonDiagnostic,
  type DiagnosticValide,
  lireBrouillon,
  lireValides,
} from "../db/diagnostics.ts";
import { type PageDiagnostic, pagesDe, reprendre } from "../domain/pages.ts";
import type { ReponsesDiagnostic } from "../domain/reponses.ts";
import { consulterDiagnosticInput } from "../schemas.ts";
import { questionsAu, questionsDuJour } from "./cadre.ts";

/** A diagnosis with the questions as they were asked. */
export interface VersionDiagnostic extends DiagnosticValide {
  readonly pages: readonly PageDiagnostic[];
}

export interface DiagnosticConsulte {
  readonly personneId: number;
  readonly questions: readonly QuestionDiagnostic[];
  readonly pages: readonly PageDiagnostic[];
  /** What she told the paying organism; empty when nothing came. */
  readonly declarees: ReponsesDiagnostic;
  readonly brouillon: BrouillonDiagnostic | null;
  /** The latest first. */
  readonly valides: readonly VersionDiagnostic[];
}

export const consulterDiagnostic = defineUseCase({
  name: "diagnostic.consulter",
  input: consulterDiagnosticInput,
  droit: "diagnostic:lire",
  nature: "lecture",
  trace: (_, { personneId }: DiagnosticConsulte) => ({ objet: "diagnostic", personneId }),
  async run(context, { personneId }): Promise<DiagnosticConsulte> {
    const { tx, agent, departement } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const { questions } = questionsDuJour(context);
    const declarees = (await lireDiagnosticsDeclares(tx, [id])).get(id) ?? {};
    const valides = await lireValides(tx, id);
    return {
      personneId: id,
      questions,
      pages: pagesDe(questions),
      declarees: reprendre(questions, declarees),
      brouillon: await lireBrouillon(tx, id),
      valides: valides.map((valide) => ({
        ...valide,
        pages: pagesDe(questionsAu(departement.referentiel, valide.questionsDepuis).questions),
      })),
    };
  },
});
