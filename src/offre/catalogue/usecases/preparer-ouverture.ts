import { lireOrganismes } from "#commun/structure";
import { nomsDesTerritoires } from "#droits/territoire";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ProgrammeEnVigueur, programmeAu } from "../domain/programme.ts";
import { preparerOuvertureInput } from "../schemas.ts";

interface Choix {
  readonly id: number;
  readonly nom: string;
}

/** What an opening is chosen from, for this agent. */
export interface OuvertureAPreparer {
  readonly le: string;
  readonly enVigueur: ProgrammeEnVigueur;
  readonly operateurs: readonly Choix[];
  readonly territoires: readonly Choix[];
}

export const preparerOuverture = defineUseCase<typeof preparerOuvertureInput, OuvertureAPreparer>({
  name: "action.preparer-ouverture",
  input: preparerOuvertureInput,
  droit: "offre:tenir",
  nature: "lecture",
  trace: null,
  async run({ tx, agent, now, departement }) {
    const le = civilDay(now);
    const siens = agent.portee.territoires;
    const organismes = await lireOrganismes(tx, "tous");
    const territoires = await nomsDesTerritoires(tx);
    return {
      le,
      enVigueur: programmeAu(departement.referentiel, le),
      operateurs: organismes.filter(({ jusque }) => jusque === null || jusque > le),
      territoires: territoires.filter(({ id }) => siens === "tous" || siens.includes(id)),
    };
  },
});
