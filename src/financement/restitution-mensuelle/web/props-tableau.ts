import type { TableauDuMois } from "../usecases/consulter-tableau.ts";
import type { DemandeTableau } from "./demande.ts";
import type { Href } from "./mots.tsx";

export interface PropsTableau {
  readonly tableau: TableauDuMois;
  readonly demande: DemandeTableau;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}
