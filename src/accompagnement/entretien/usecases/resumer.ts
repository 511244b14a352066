import { exigerPersonne } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type EntretienLu, lireEntretiens } from "../db/entretiens.ts";
import { type FreinLu, lireFreins } from "../db/freins.ts";
import { type ActeProjet, lireActesProjet } from "../db/projets.ts";
import { personneInput } from "../schemas.ts";
import { libelleNature, regleDuJour } from "./themes-en-vigueur.ts";

export interface ResumeEntretiens {
  readonly le: string;
  readonly entretiens: readonly EntretienLu[];
  readonly freins: readonly (FreinLu & { readonly natureDite: string })[];
  readonly actes: readonly ActeProjet[];
}

/** What the first page of a person shows; reading it is told with that page. */
export const resumerEntretiens = defineUseCase({
  name: "entretien.resumer",
  input: personneInput,
  droit: "entretien:lire",
  nature: "lecture",
  trace: null,
  async run(context, { personneId }): Promise<ResumeEntretiens> {
    const { tx, agent, now } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const { naturesFrein } = regleDuJour(context);
    return {
      le: civilDay(now),
      entretiens: await lireEntretiens(tx, id, agent.id),
      freins: (await lireFreins(tx, id)).map((frein) => ({
        ...frein,
        natureDite: libelleNature(naturesFrein, frein.nature),
      })),
      actes: await lireActesProjet(tx, id),
    };
  },
});
