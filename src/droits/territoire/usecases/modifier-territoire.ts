import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { communesEtrangeres, rattacher, verrouiller } from "../db/territoires.ts";
import { modifierTerritoireInput } from "../schemas.ts";

interface Deplacement {
  readonly nom: string;
  readonly deplacees: number;
}

/** Moves communes into a territory from a day on. A move already planned later is replaced. */
export const modifierTerritoire = defineUseCase({
  name: "territoire.modifier",
  input: modifierTerritoireInput,
  droit: "territoire:gerer",
  nature: "ecriture",
  trace: ({ territoireId, communes, depuis }, { deplacees }: Deplacement) => ({
    objet: "territoire",
    objetId: territoireId,
    details: { communes, depuis, deplacees },
  }),
  async run({ tx, departement }, { territoireId, communes, depuis }): Promise<Deplacement> {
    const territoire = await verrouiller(tx, territoireId);
    if (!territoire) {
      throw new DomainError(
        "territoire.introuvable",
        "Ce territoire n’existe pas. Revenez à la liste des territoires.",
        { territoireId },
      );
    }
    if (depuis < territoire.depuis) {
      throw new DomainError(
        "territoire.trop-tot",
        `« ${territoire.nom} » n’existe qu’à partir du ${territoire.depuis.split("-").reverse().join("/")} : choisissez une date à partir de ce jour.`,
        { depuis, premiere: territoire.depuis },
      );
    }
    const etrangeres = await communesEtrangeres(tx, communes, departement.code);
    if (etrangeres.length > 0) {
      throw new DomainError(
        "territoire.commune-hors-departement",
        `Ces codes ne sont pas des communes actuelles du département : ${etrangeres.join(", ")}. Retirez-les.`,
        { communes: etrangeres },
      );
    }
    return {
      nom: territoire.nom,
      deplacees: await rattacher(tx, { territoireId, codes: communes, depuis }),
    };
  },
});
