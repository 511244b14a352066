import type { ListLook } from "#platform/ui/list/model.ts";
import type { DefinirPersonnes } from "../db/liste-echeances.ts";

export interface PersonneANommer {
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
}

/** What this module does not know, given by the composition. */
export interface PortsEcheance {
  readonly definirPersonnes: DefinirPersonnes;
  /** How the list of persons shows its cells. */
  readonly cellules: NonNullable<ListLook["cells"]>;
  readonly nommer: (personne: PersonneANommer) => string;
  /** Page where the act is done for a person, under the département. */
  readonly chemin: (code: string, personneId: number) => string;
}
