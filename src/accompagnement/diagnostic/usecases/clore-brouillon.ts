import { exigerPersonne, noterDiagnostic } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type BrouillonDiagnostic, clore, conflit, lireBrouillon } from "../db/diagnostics.ts";
import { brouillonInput } from "../schemas.ts";
import { diagnosticValide } from "./faits.ts";

interface Clos {
  readonly personneId: number;
  readonly diagnosticId: number;
}

const trace = (_: unknown, { personneId, diagnosticId }: Clos) => ({
  objet: "diagnostic",
  objetId: diagnosticId,
  personneId,
});

/** From now on the answers are those of the person; they are never written again. */
export const validerDiagnostic = defineUseCase({
  name: "diagnostic.valider",
  input: brouillonInput,
  droit: "diagnostic:saisir",
  nature: "ecriture",
  trace,
  async run(context, input): Promise<Clos> {
    const { personneId, brouillon } = await exigerBrouillon(context, input);
    if (Object.keys(brouillon.reponses).length === 0) {
      throw new DomainError(
        "diagnostic.vide",
        "Aucune réponse n’est enregistrée : répondez au moins à une question avant de valider.",
      );
    }
    const le = civilDay(context.now);
    const { id: agentId, nom: agentNom } = context.agent;
    await clore(context.tx, brouillon.id, { le, agentId, agentNom });
    await noterDiagnostic(context, { personneId, le });
    await context.tell(diagnosticValide, { personneId, diagnosticId: brouillon.id, le });
    return { personneId, diagnosticId: brouillon.id };
  },
});

export const abandonnerDiagnostic = defineUseCase({
  name: "diagnostic.abandonner",
  input: brouillonInput,
  droit: "diagnostic:saisir",
  nature: "ecriture",
  trace,
  async run(context, input): Promise<Clos> {
    const { personneId, brouillon } = await exigerBrouillon(context, input);
    await clore(context.tx, brouillon.id, null);
    return { personneId, diagnosticId: brouillon.id };
  },
});

/** @throws DomainError `diagnostic.sans-brouillon`, `diagnostic.conflit` */
async function exigerBrouillon(
  { tx, agent }: Context,
  { personneId, version }: { readonly personneId: number; readonly version: number },
): Promise<{ readonly personneId: number; readonly brouillon: BrouillonDiagnostic }> {
  const { id } = await exigerPersonne(tx, personneId, agent.portee);
  const brouillon = await lireBrouillon(tx, id, { verrou: true });
  if (brouillon === null) {
    throw new DomainError(
      "diagnostic.sans-brouillon",
      "Aucun diagnostic n’est en cours pour cette personne : il a été validé ou abandonné. Commencez-en un nouveau.",
    );
  }
  if (brouillon.version !== version) throw conflit(brouillon.reponses);
  return { personneId: id, brouillon };
}
