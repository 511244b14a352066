import { lireActions } from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireSeancesReprises, type SeanceReprise } from "../db/reprise.ts";
import { reprendreInput } from "../schemas.ts";
import { cadreDuJour, perimetreSeances } from "./cadre.ts";
import { auRsaLeJour, cleVenue } from "./noter-presences.ts";

/** Past sessions of the previous tool with who came, at once and closed: the same rows as by the acts one by one. */
export const reprendreSeances = defineUseCase({
  name: "seance.reprendre",
  input: reprendreInput,
  droit: "seance:tenir",
  nature: "ecriture",
  trace: (_, ids: readonly number[]) => ({
    objet: "departement",
    details: { seances: ids.length },
  }),
  async run(context, { seances }): Promise<readonly number[]> {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const places = await placesDe(context, seances);
    const auRsa = await auRsaLeJour(
      context,
      seances.flatMap(({ jour, inscriptions }) =>
        inscriptions
          .filter(({ presence }) => presence === "present")
          .map(({ personneId }) => ({ personneId, le: jour })),
      ),
    );
    const reprises = seances.map((une): SeanceReprise => {
      if (une.jour > le) throw refus("Une séance reprise est passée : sa date est à venir.");
      const place = places.get(une.actionId);
      if (!place) throw refus("Une action de la reprise est inconnue, ou hors de votre périmètre.");
      return {
        ...une,
        ...place,
        inscriptions: une.inscriptions.map(({ personneId, presence }) => ({
          personneId,
          presence,
          rsa: presence === "present" ? auRsa.has(cleVenue({ personneId, le: une.jour })) : null,
        })),
      };
    });
    return inscrireSeancesReprises(tx, reprises, { le, par: agent.id, nom: agent.nom });
  },
});

async function placesDe(
  context: Context,
  seances: readonly { readonly actionId: number }[],
): Promise<ReadonlyMap<number, { readonly structureId: number; readonly territoireId: number }>> {
  const ids = [...new Set(seances.map(({ actionId }) => actionId))];
  const tenue = await perimetreSeances(context);
  const actions = await lireActions(context.tx, { ids });
  return new Map(
    actions
      .filter(({ id, structureId, territoireId }) =>
        tenue({ actionId: id, structureId, territoireId }),
      )
      .map(({ id, structureId, territoireId }) => [id, { structureId, territoireId }]),
  );
}

function refus(message: string): DomainError {
  return new DomainError("reprise.refusee", message);
}
