import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireReception, noterEnvoi, personnesDesCourriers } from "../db/lire-courriers.ts";
import { lotInput, marquerEnvoyeInput, noterReceptionInput } from "../schemas.ts";
import type { LireChamps } from "./emettre-courriers.ts";
import { exigerCourrier } from "./lire-courrier.ts";
import { lireCourriersDuLot } from "./lots.ts";

/** The day letters left the house. Those already noted, or written to somebody else’s persons, are left alone. */
export function marquerEnvoyes(lireChamps: LireChamps) {
  return defineUseCase({
    name: "courrier.marquer-envoye",
    input: marquerEnvoyeInput,
    droit: "courrier:emettre",
    nature: "ecriture",
    trace: ({ le }, notes: number) => ({ objet: "courrier", details: { le, courriers: notes } }),
    async run(context, { courriers, le }): Promise<number> {
      refuserLeFutur(context, le);
      const siens = await dansLePerimetre(context, lireChamps, courriers);
      return (await noterEnvoi(context.tx, siens, le)).length;
    },
  });
}

export const marquerLotEnvoye = defineUseCase({
  name: "courrier.marquer-envoye",
  input: lotInput.extend({ le: marquerEnvoyeInput.shape.le }),
  droit: "courrier:emettre",
  nature: "ecriture",
  trace: ({ id, le }, notes: number) => ({
    objet: "lot-courriers",
    objetId: id,
    details: { le, courriers: notes },
  }),
  async run(context, { id, le }): Promise<number> {
    refuserLeFutur(context, le);
    return (await noterEnvoi(context.tx, await lireCourriersDuLot(context, id), le)).length;
  },
});

/** The certain day a letter was had. C. trav. R5411-8-1. */
export function noterReception(lireChamps: LireChamps) {
  return defineUseCase({
    name: "courrier.noter-reception",
    input: noterReceptionInput,
    droit: "courrier:emettre",
    nature: "ecriture",
    trace: ({ id, le, preuve }, personneId: number) => ({
      objet: "courrier",
      objetId: id,
      personneId,
      details: { le, preuve },
    }),
    async run(context, saisie): Promise<number> {
      const { personneId, emisLe } = await exigerCourrier(context, lireChamps, saisie.id);
      refuserLeFutur(context, saisie.le);
      if (saisie.le < emisLe) {
        throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
          champs: { le: "La réception ne peut pas être avant le jour du courrier." },
        });
      }
      if (await ecrireReception(context.tx, saisie)) return personneId;
      throw new DomainError(
        "courrier.conflit",
        "Quelqu’un a écrit sur ce courrier avant vous. Relisez-le, puis recommencez si besoin.",
      );
    },
  });
}

function refuserLeFutur({ now }: Context, le: string): void {
  if (le <= civilDay(now)) return;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { le: "Cette date n’est pas encore passée." },
  });
}

async function dansLePerimetre(
  context: Context,
  lireChamps: LireChamps,
  courriers: readonly number[],
): Promise<readonly number[]> {
  const personnes = await personnesDesCourriers(context.tx, courriers);
  const visibles = await lireChamps(context, [...new Set(personnes.values())]);
  return courriers.filter((id) => visibles.has(personnes.get(id) ?? 0));
}
