import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireReferent, type FicheReferent, trouverReferent } from "../db/referents.ts";
import { modifierReferentInput } from "../schemas.ts";

export const modifierReferent = defineUseCase<typeof modifierReferentInput, FicheReferent>({
  name: "referent.modifier",
  input: modifierReferentInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ referentId, etp, places }) => ({
    objet: "referent",
    objetId: referentId,
    details: { etp, places },
  }),
  async run({ tx, agent, now }, { referentId, version, ...referent }) {
    const cible = { id: referentId, le: civilDay(now) };
    await trouverReferent(tx, agent.portee, { ...cible, verrou: true });
    const ecrit = await ecrireReferent(tx, referentId, version, referent);
    const actuelle = await trouverReferent(tx, agent.portee, cible);
    if (ecrit) return actuelle;
    throw new DomainError(
      "referent.conflit",
      "Cette fiche a été modifiée par quelqu’un d’autre pendant votre saisie. Comparez, puis enregistrez à nouveau.",
      { actuelle },
    );
  },
});
