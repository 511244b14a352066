import { lireSuivisConstates } from "#accompagnement/orientation";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { cloreAccompagnements, ouvrirAccompagnements } from "../db/accompagnements.ts";
import { moisEntre, termeDe } from "../domain/compteur.ts";
import { regleDeCode, reglesDuType } from "../domain/regles.ts";
import { changerCadreInput, conclureInput } from "../schemas.ts";
import { cadreDuJour, exigerEnCours } from "./cadre.ts";
import { tenirLesAccompagnements } from "./echeances.ts";

/** The orientation stays; the action followed within it changes, and its own counter begins. */
export const changerCadre = defineUseCase<typeof changerCadreInput, void>({
  name: "parcours.changer-cadre",
  input: changerCadreInput,
  droit: "parcours:tenir",
  nature: "ecriture",
  trace: ({ personneId, regle, motif }) => ({
    objet: "accompagnement",
    personneId,
    details: { regle, motif },
  }),
  async run(context, saisie) {
    const { le, regles } = cadreDuJour(context);
    const { enCours } = await exigerEnCours(context, saisie);
    const nouvelle = regleDeCode(regles, saisie.regle);
    const admises = reglesDuType(regles, enCours.type);
    if (!nouvelle || !admises.includes(nouvelle) || nouvelle.code === enCours.regle) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { regle: "Choisissez un autre accompagnement, admis sous cette orientation." },
      });
    }
    await clore(context, enCours.id, "changement-de-cadre", saisie.motif);
    const [suivi] = await lireSuivisConstates(context.tx, [enCours.personneId]);
    if (suivi?.orientationId != null && suivi.designationId !== null) {
      const ouverture = {
        personneId: enCours.personneId,
        orientationId: suivi.orientationId,
        designationId: suivi.designationId,
        structureId: enCours.structureId,
        referentId: enCours.referentId,
        type: enCours.type,
        regle: nouvelle.code,
        du: le,
        compteDu: le,
        moisAccordes: nouvelle.duree.mois,
      };
      await ouvrirAccompagnements(
        context.tx,
        [{ ...ouverture, terme: termeDe({ ...ouverture, arrets: [] }) }],
        context.agent.id,
      );
    }
    await tenirLesAccompagnements(context, [enCours.personneId]);
  },
});

/** The référent says the accompaniment is over; who follows the person does not change for that. */
export const conclureAccompagnement = defineUseCase<typeof conclureInput, void>({
  name: "parcours.conclure",
  input: conclureInput,
  droit: "parcours:tenir",
  nature: "ecriture",
  trace: ({ personneId, conclusion, motif }) => ({
    objet: "accompagnement",
    personneId,
    details: { conclusion, motif },
  }),
  async run(context, saisie) {
    const { le } = cadreDuJour(context);
    const { enCours, regle } = await exigerEnCours(context, saisie);
    const { minimumMois } = regle.duree;
    const vecus = enCours.compteDu === null ? 0 : moisEntre(enCours.compteDu, le);
    if (minimumMois !== null && vecus < minimumMois && saisie.conclusion === "sans-suite") {
      throw new DomainError(
        "accompagnement.minimum",
        `« ${regle.libelle} » dure au moins ${minimumMois} mois : il ne peut pas se conclure sans suite avant. Dites plutôt l’emploi, la formation ou le relais trouvé.`,
      );
    }
    if (enCours.du >= le) {
      throw new DomainError(
        "accompagnement.du-jour",
        "Cet accompagnement commence aujourd’hui : il ne peut pas se conclure le même jour.",
      );
    }
    await clore(context, enCours.id, saisie.conclusion, saisie.motif);
    await tenirLesAccompagnements(context, [enCours.personneId]);
  },
});

function clore(context: Context, id: number, motif: string, details: string): Promise<void> {
  const { le } = cadreDuJour(context);
  return cloreAccompagnements(context.tx, [{ id, le, motif, details }], context.agent.id);
}
