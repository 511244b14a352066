import { exigerAction } from "#offre/catalogue";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { juger } from "../domain/classement.ts";
import type { ActionAPlacer, ActionClassee, PersonneAPlacer } from "../domain/placement.ts";
import { type Preuve, preparerInput } from "../schemas.ts";
import { cadreDuJour, type ReglePrescription } from "./cadre.ts";
import { lireAPlacer, lireSituation } from "./classer-actions.ts";

export interface ActionAPrescrire {
  readonly personneId: number;
  readonly personne: PersonneAPlacer;
  readonly action: ActionAPlacer;
  readonly classee: ActionClassee;
  readonly freinId: number | null;
  /** The proof she has, for a first answer of the form. */
  readonly preuve: Preuve;
  readonly regle: ReglePrescription;
}

/** One action in front of one person, before it is prescribed. */
export const preparerPrescription = defineUseCase({
  name: "prescription.preparer",
  input: preparerInput,
  droit: "prescription:faire",
  nature: "lecture",
  trace: ({ personneId, actionId }) => ({
    objet: "personne",
    objetId: personneId,
    personneId,
    details: { actionId },
  }),
  async run(context, { personneId, actionId, freinId }): Promise<ActionAPrescrire> {
    const { le, regle } = cadreDuJour(context);
    const { personne, cadre } = await lireSituation(context, personneId, freinId);
    const [action] = await lireAPlacer(context, [await exigerAction(context, actionId)], le);
    if (!action) throw new Error("l’action lue n’a pas été placée");
    return {
      personneId,
      personne,
      action,
      classee: juger(personne, action, cadre),
      freinId,
      preuve: preuveDe(personne),
      regle,
    };
  },
});

function preuveDe({ contrat, inscription }: PersonneAPlacer): Preuve {
  if (contrat !== null) return "contrat";
  return inscription === null ? "action" : "inscription";
}
