import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { annuler, conserverSortie, ecrireClasse } from "../db/sejours.ts";
import { annulerInput, arbitrerInput } from "../schemas.ts";
import {
  auteur,
  exigerSejour,
  exigerSorti,
  type SejourTouche,
  tenirAJour,
  touche,
  traceSejour,
} from "./cadre.ts";

/** What the table left open, or answers wrongly: somebody decides, and says why. It stays visible. */
export const arbitrerSortie = defineUseCase({
  name: "participation.arbitrer",
  input: arbitrerInput,
  droit: "participation:arbitrer",
  nature: "ecriture",
  trace: ({ classe, motif }, { sejourId, personneId, actionId }: SejourTouche) => ({
    objet: "sejour",
    objetId: sejourId,
    personneId,
    details: { actionId, classe, motif },
  }),
  async run(context, { sejourId, version, classe, motif }): Promise<SejourTouche> {
    const { sejour } = await exigerSejour(context, sejourId, version);
    exigerSorti(sejour);
    if (sejour.classe === classe) {
      throw new DomainError(
        "sejour.meme-classe",
        "La sortie a déjà cette classe : il n’y a rien à arbitrer.",
      );
    }
    const { par, parNom, le } = auteur(context);
    await conserverSortie(context.tx, sejourId, { le, par, parNom, motif });
    await ecrireClasse(context.tx, sejourId, { classe, motif, par, parNom });
    await tenirAJour(context, [touche(sejour)]);
    return touche(sejour);
  },
});

/** It never took place: out of every count, kept with its reason. */
export const annulerSejour = defineUseCase({
  name: "participation.annuler",
  input: annulerInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, { sejourId, version, motif }): Promise<SejourTouche> {
    const { sejour } = await exigerSejour(context, sejourId, version);
    await annuler(context.tx, sejourId, auteur(context).le, motif);
    await tenirAJour(context, [touche(sejour)]);
    return touche(sejour);
  },
});
