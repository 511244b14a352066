import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireEvenements } from "../db/evenements.ts";
import { changerRestitutions } from "../db/restitutions.ts";
import { exigerPassage } from "../domain/etat.ts";
import { rectifierInput } from "../schemas.ts";
import { exigerRestitution } from "./cadre.ts";
import { type RestitutionTouchee, toucher } from "./verifier-restitution.ts";

interface RectificationOuverte extends RestitutionTouchee {
  /** The yearly report was closed: both versions are kept and it is said wherever the figures are read. */
  readonly apresBilan: boolean;
}

/** Opens a new version of what was sent, with its reason; the version sent counts until the new one replaces it. */
export const rectifierRestitution = defineUseCase({
  name: "restitution.rectifier",
  input: rectifierInput,
  droit: "restitution:remplir",
  nature: "ecriture",
  trace: ({ motif }, { restitutionId, actionId, apresBilan }: RectificationOuverte) => ({
    objet: "restitution",
    objetId: restitutionId,
    details: { action: actionId, motif, apresBilan },
  }),
  async run(context, saisie): Promise<RectificationOuverte> {
    const { tx, agent } = context;
    const { restitution, etat, le } = await exigerRestitution(context, saisie);
    exigerPassage("rectifier", etat);
    await changerRestitutions(tx, [restitution.id], {
      ...{ transmiseLe: null, accepteeLe: null, certifieeLe: null, saisieLe: null },
      ...{ rouverteLe: le, motifReprise: saisie.motif },
    });
    await inscrireEvenements(tx, [
      {
        restitutionId: restitution.id,
        nature: "rouverte",
        numero: restitution.transmisNumero,
        motif: saisie.motif,
        le,
        par: agent.id,
      },
    ]);
    return {
      ...toucher(restitution, restitution.numero),
      apresBilan: restitution.bilanArreteLe !== null,
    };
  },
});
