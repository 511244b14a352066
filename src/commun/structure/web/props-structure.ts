import type { DossierStructure } from "../usecases/lire-structure.ts";
import type { LibelleType } from "./mots.ts";
import type { Charges, Lieu } from "./ports.ts";

/** What the page of one structure and its cards are drawn from. */
export interface PageStructureProps {
  readonly dossier: DossierStructure;
  readonly charges: Charges;
  readonly territoires: readonly Lieu[];
  readonly libelle: LibelleType;
  readonly le: string;
  readonly peutGerer: boolean;
  readonly href: (path: string) => string;
}
