import { exigerPersonne } from "#droits/dossier";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { commencer, conflit, lireBrouillon, modifier } from "../db/diagnostics.ts";
import { exigerPage, pagesDe, repondre, reprendre } from "../domain/pages.ts";
import { repondreInput } from "../schemas.ts";
import { questionsDuJour } from "./cadre.ts";

export interface PageEnregistree {
  readonly personneId: number;
  readonly diagnosticId: number;
  readonly page: number;
  /** Number of pages of the form. */
  readonly pages: number;
}

/** One page of the form, kept as a draft: nothing typed is lost, nothing binds yet. */
export const repondreDiagnostic = defineUseCase({
  name: "diagnostic.repondre",
  input: repondreInput,
  droit: "diagnostic:saisir",
  nature: "ecriture",
  trace: (_, { personneId, diagnosticId, page }: PageEnregistree) => ({
    objet: "diagnostic",
    objetId: diagnosticId,
    personneId,
    details: { page },
  }),
  async run(context, { personneId, page: numero, version, reponses }): Promise<PageEnregistree> {
    const { tx, agent, now } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const { questions, depuis } = questionsDuJour(context);
    const pages = pagesDe(questions);
    const page = exigerPage(pages, numero);
    const brouillon = await lireBrouillon(tx, id, { verrou: true });
    const ecriture = {
      reponses: repondre(page, reprendre(questions, brouillon?.reponses ?? {}), reponses),
      questionsDepuis: depuis,
      le: now,
      agentId: agent.id,
    };
    if ((brouillon?.version ?? 0) !== version) throw conflit(brouillon?.reponses ?? {});
    if (brouillon) await modifier(tx, brouillon.id, ecriture);
    const diagnosticId = brouillon?.id ?? (await commencer(tx, { ...ecriture, personneId: id }));
    return { personneId: id, diagnosticId, page: numero, pages: pages.length };
  },
});
