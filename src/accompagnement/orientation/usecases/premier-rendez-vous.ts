import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireRendezVous, noterIssue } from "../db/suites.ts";
import { fixerRendezVousInput, tenirRendezVousInput } from "../schemas.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";
import { exigerEnCoursDe } from "./en-cours.ts";

const trace = (
  { personnes }: { readonly personnes: readonly number[] },
  details: Readonly<Record<string, unknown>>,
) => ({
  objet: "rendez-vous",
  personneId: personnes.length === 1 ? (personnes[0] ?? null) : null,
  details: { ...details, personnes: personnes.length },
});

/** The référent convenes to the first meeting, one person or a group; another day postpones the one waiting. */
export const fixerPremierRendezVous = defineUseCase({
  name: "orientation.fixer-premier-rendez-vous",
  input: fixerRendezVousInput,
  droit: "orientation:confirmer",
  nature: "ecriture",
  trace: (saisie, fixes: number) => trace(saisie, { prevuLe: saisie.prevuLe, fixes }),
  async run(context, { personnes, ...rendezVous }): Promise<number> {
    const { le } = cadreDuJour(context);
    const enCours = await exigerEnCoursDe(context, personnes);
    if (rendezVous.prevuLe < le) refuser("prevuLe", "Choisissez aujourd’hui ou un jour à venir.");
    await inscrireRendezVous(
      context.tx,
      enCours.map(({ designationId }) => designationId),
      { le, par: context.agent.id, ...rendezVous },
    );
    await tenirAJour(
      context,
      enCours.map(({ personneId }) => personneId),
    );
    return enCours.length;
  },
});

/** How the first meeting went: held, the person absent, or put off. */
export const tenirPremierRendezVous = defineUseCase({
  name: "orientation.tenir-premier-rendez-vous",
  input: tenirRendezVousInput,
  droit: "orientation:confirmer",
  nature: "ecriture",
  trace: (saisie, notes: number) => trace(saisie, { issue: saisie.issue, le: saisie.le, notes }),
  async run(context, { personnes, issue, le }): Promise<number> {
    const { le: aujourdhui } = cadreDuJour(context);
    const enCours = await exigerEnCoursDe(context, personnes);
    if (le > aujourdhui) refuser("le", "Choisissez aujourd’hui ou un jour passé.");
    const designations = enCours.map(({ designationId }) => designationId);
    const notees = await noterIssue(context.tx, designations, { issue, le });
    if (notees.length === 0) {
      throw new DomainError(
        "rendez-vous.aucun",
        "Aucun premier rendez-vous n’est fixé pour cette personne. Fixez-le d’abord.",
      );
    }
    await tenirAJour(context, notees);
    return notees.length;
  },
});

function refuser(champ: string, message: string): never {
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { [champ]: message },
  });
}
