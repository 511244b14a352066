import { ajouterJours } from "#commun/echeance";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatDate } from "#platform/ui/format.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  finirIntervention,
  type Intervention,
  verrouillerIntervention,
} from "../db/intervenants.ts";
import { terminerInterventionInput } from "../schemas.ts";
import { exigerAction } from "./exiger-action.ts";
import { refuser } from "./refus.ts";

/** Somebody stops working in an action before the day that was planned; what she did there stays. */
export const terminerIntervention = defineUseCase<typeof terminerInterventionInput, Intervention>({
  name: "action.terminer-intervention",
  input: terminerInterventionInput,
  droit: "offre:tenir",
  nature: "ecriture",
  trace: ({ le }, { actionId, referentId }) => ({
    objet: "action",
    objetId: actionId,
    details: { referentId, au: le },
  }),
  async run(context, { id, le }) {
    const intervention = await exigerIntervention(context, id);
    const { du, au } = intervention;
    if (le < du) {
      refuser(
        "action.intervention-periode",
        "le",
        `Cette intervention a commencé le ${formatDate(du)} : choisissez ce jour ou un jour suivant.`,
      );
    }
    const des = ajouterJours(le, 1);
    if (au !== null && des >= au) {
      refuser(
        "action.intervention-finie",
        "le",
        `Cette intervention prend déjà fin le ${formatDate(ajouterJours(au, -1))} : choisissez un jour plus tôt.`,
      );
    }
    await finirIntervention(context.tx, id, des);
    return { ...intervention, au: des };
  },
});

/** @throws DomainError `action.intervention-introuvable`, the same when its action is outside the perimeter */
async function exigerIntervention(context: Context, id: number): Promise<Intervention> {
  const intervention = await verrouillerIntervention(context.tx, id);
  if (!intervention) throw introuvable();
  try {
    await exigerAction(context, intervention.actionId, { dansLaPortee: true });
  } catch (refus) {
    if (refus instanceof DomainError) throw introuvable();
    throw refus;
  }
  return intervention;
}

function introuvable(): DomainError {
  return new DomainError(
    "action.intervention-introuvable",
    "Cette intervention n’existe pas, ou son action n’est pas dans votre périmètre. Reprenez-la sur la page de l’action.",
  );
}
