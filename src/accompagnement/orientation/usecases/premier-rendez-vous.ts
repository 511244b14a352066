import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireRendezVous, noterIssue } from "../db/suites.ts";
import { fixerRendezVousInput, tenirRendezVousInput } from "../schemas.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";
import { exigerEnCours } from "./en-cours.ts";

/** The référent convenes the person to the first meeting; fixing another day postpones the one waiting. */
export const fixerPremierRendezVous = defineUseCase({
  name: "orientation.fixer-premier-rendez-vous",
  input: fixerRendezVousInput,
  droit: "orientation:confirmer",
  nature: "ecriture",
  trace: ({ personneId, prevuLe }, rendezVousId: number) => ({
    objet: "rendez-vous",
    objetId: rendezVousId,
    personneId,
    details: { prevuLe },
  }),
  async run(context, { personneId, prevuLe, heure, lieu }): Promise<number> {
    const { le } = cadreDuJour(context);
    const { enCours } = await exigerEnCours(context, personneId);
    if (prevuLe < le) refuser("prevuLe", "Choisissez aujourd’hui ou un jour à venir.");
    const id = await inscrireRendezVous(context.tx, {
      personneId,
      designationId: enCours.designationId,
      le,
      par: context.agent.id,
      prevuLe,
      heure,
      lieu,
    });
    await tenirAJour(context, [personneId]);
    return id;
  },
});

/** How the first meeting went: held, the person absent, or put off. */
export const tenirPremierRendezVous = defineUseCase<typeof tenirRendezVousInput, void>({
  name: "orientation.tenir-premier-rendez-vous",
  input: tenirRendezVousInput,
  droit: "orientation:confirmer",
  nature: "ecriture",
  trace: ({ personneId, issue, le }) => ({
    objet: "rendez-vous",
    personneId,
    details: { issue, le },
  }),
  async run(context, { personneId, issue, le }) {
    const { le: aujourdhui } = cadreDuJour(context);
    const { enCours } = await exigerEnCours(context, personneId);
    if (le > aujourdhui) refuser("le", "Choisissez aujourd’hui ou un jour passé.");
    if (!(await noterIssue(context.tx, { designationId: enCours.designationId, issue, le }))) {
      throw new DomainError(
        "rendez-vous.aucun",
        "Aucun premier rendez-vous n’est fixé pour cette personne. Fixez-le d’abord.",
      );
    }
    await tenirAJour(context, [personneId]);
  },
});

function refuser(champ: string, message: string): never {
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { [champ]: message },
  });
}
