import type { ClasseOrganisme } from "../../src/commun/referentiel/domain/orientation.ts";
import type { Certitude } from "../../src/commun/referentiel/domain/parametre-date.ts";

interface ServicePublicEmploi {
  readonly classes: readonly ClasseOrganisme[];
  readonly texte: string;
  readonly certitude: Certitude;
}

/** Who takes part in the public employment service: the contract with its référents comes sooner. */
export const servicePublicEmploi: ServicePublicEmploi = {
  classes: ["france-travail", "mission-locale", "cap-emploi"],
  texte:
    "Code du travail, art. L5311-2 à L5311-4 : qui assure le service public de l’emploi, et les organismes qui y participent",
  certitude: "S",
};
