import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type AccompagnementEnCours, lireEnCours, noterCompteur } from "../db/accompagnements.ts";
import { finirSuspension, inscrireSuspension } from "../db/evenements.ts";
import { termeDe } from "../domain/compteur.ts";
import { exigerSuspension } from "../domain/suspension.ts";
import { reprendreInput, suspendreInput } from "../schemas.ts";
import { cadreDuJour, exigerEnCours } from "./cadre.ts";
import { tenirLesAccompagnements } from "./echeances.ts";

/** « Cette limite n’est pas applicable lorsque l’allocataire est inscrit en formation » (Bas-Rhin, 3) c)). */
export const suspendreAccompagnement = defineUseCase<typeof suspendreInput, void>({
  name: "parcours.suspendre",
  input: suspendreInput,
  droit: "parcours:tenir",
  nature: "ecriture",
  trace: ({ personneId, motif, du, au }) => ({
    objet: "accompagnement",
    personneId,
    details: { motif, du, au },
  }),
  async run(context, saisie) {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const { enCours, regle } = await exigerEnCours(context, saisie);
    const { motif, details, du, au } = saisie;
    exigerSuspension(regle, enCours, { motif, du, au });
    await inscrireSuspension(tx, {
      accompagnementId: enCours.id,
      motif,
      details,
      du,
      au,
      le,
      par: agent.id,
    });
    await recompter(context, enCours);
  },
});

/** The counter runs again from this day. */
export const reprendreAccompagnement = defineUseCase<typeof reprendreInput, void>({
  name: "parcours.reprendre",
  input: reprendreInput,
  droit: "parcours:tenir",
  nature: "ecriture",
  trace: ({ personneId, le }) => ({ objet: "accompagnement", personneId, details: { le } }),
  async run(context, saisie) {
    const { enCours } = await exigerEnCours(context, saisie);
    const reprise = { le: saisie.le, par: context.agent.id };
    if (!(await finirSuspension(context.tx, enCours.id, reprise))) {
      throw new DomainError(
        "suspension.aucune",
        "Aucune suspension ne couvre ce jour. Vérifiez la date : la reprise vient après le premier jour suspendu.",
      );
    }
    await recompter(context, enCours);
  },
});

/** The end follows from what is written, never from the screen. */
export async function recompter(
  context: Context,
  { id, personneId }: Pick<AccompagnementEnCours, "id" | "personneId">,
  moisAccordes?: number,
): Promise<void> {
  const [ecrit] = await lireEnCours(context.tx, [personneId]);
  if (ecrit) {
    const mois = moisAccordes ?? ecrit.moisAccordes;
    await noterCompteur(context.tx, id, {
      moisAccordes: mois,
      terme: termeDe({ ...ecrit, moisAccordes: mois }),
    });
  }
  await tenirLesAccompagnements(context, [personneId]);
}
