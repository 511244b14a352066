import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { champConnu } from "../domain/champs.ts";
import { emettreCourrierInput } from "../schemas.ts";
import { type CourrierEmis, emettreCourriers, type LireChamps } from "./emettre-courriers.ts";

/** One letter to one person. Refused, with what is missing, rather than issued with a hole. */
export function emettreCourrier(lireChamps: LireChamps) {
  return defineUseCase({
    name: "courrier.emettre",
    input: emettreCourrierInput,
    droit: "courrier:emettre",
    nature: "ecriture",
    trace: ({ personneId, modele }, { courrierId, numero }: CourrierEmis) => ({
      objet: "courrier",
      objetId: courrierId,
      personneId,
      details: { modele, numero },
    }),
    async run(context, { personneId, modele, moyen }): Promise<CourrierEmis> {
      const { emis, ecartes } = await emettreCourriers(context, {
        modele: { code: modele },
        personnes: [{ personneId }],
        moyen,
        objet: null,
        lireChamps,
      });
      const [premier] = emis;
      if (premier) return premier;
      throw refus(ecartes[0]?.manquants ?? []);
    },
  });
}

function refus(manquants: readonly string[]): DomainError {
  if (manquants.length === 0) {
    return new DomainError(
      "personne.introuvable",
      "Cette personne n’existe pas, ou elle n’est pas dans votre périmètre.",
    );
  }
  return new DomainError(
    "courrier.incomplet",
    `Ce courrier ne peut pas partir : il y manquerait ${enMots(manquants)}. Complétez le dossier, ou choisissez un autre courrier.`,
    { manquants },
  );
}

/** « adresse postale, structure qui accompagne » */
export function enMots(codes: readonly string[]): string {
  return codes
    .map((code) => champConnu(code)?.libelle ?? code)
    .map((libelle) => `« ${libelle} »`)
    .join(", ");
}
