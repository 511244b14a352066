import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { capacitesDe, ecrireCapacites } from "../db/secteurs.ts";
import { trouverStructure } from "../db/structures.ts";
import { dire, lendemain } from "../domain/periodes.ts";
import { definirCapaciteInput } from "../schemas.ts";
import { exigerType, refuser } from "./regles.ts";

/** How many places, for one type, from a day; until a last day, what was said before comes back after it. */
export const definirCapacite = defineUseCase<typeof definirCapaciteInput, void>({
  name: "structure.definir-capacite",
  input: definirCapaciteInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ structureId, type, places, du, au }) => ({
    objet: "structure",
    objetId: structureId,
    details: { type, places, du, au },
  }),
  async run(context, { structureId, type, places, du, au }) {
    const { tx, agent, now } = context;
    const fiche = await trouverStructure(tx, agent.portee, {
      id: structureId,
      le: civilDay(now),
      verrou: true,
    });
    if (du < fiche.du || (fiche.jusque !== null && du >= fiche.jusque)) {
      refuser("du", "La structure n’est pas ouverte ce jour-là : choisissez un autre jour.");
    }
    if (au !== null && au < du) refuser("au", "Le dernier jour doit suivre le premier.");
    if (places !== null) {
      exigerType(context, { code: type, classe: fiche.classe, le: du, champ: "type" });
    }
    const fin = au === null ? null : lendemain(au);
    const jusque =
      fiche.jusque !== null && (fin === null || fin > fiche.jusque) ? fiche.jusque : fin;
    const connues = (await capacitesDe(tx, structureId))
      .filter((une) => une.type === type)
      .map((une) => ({ du: une.du, jusque: une.jusque, valeur: une.places }));
    await ecrireCapacites(tx, structureId, type, dire(connues, { du, jusque }, places));
  },
});
