import type { FormState } from "#platform/http/form.ts";
import type { AcquisConsultes } from "../usecases/acquis.ts";
import type { ProjetConsulte } from "../usecases/projets.ts";
import type { Href } from "./cadre.ts";

export interface PropsProjet {
  readonly projet: ProjetConsulte;
  readonly acquis: AcquisConsultes;
  readonly etat: FormState;
  /** The act that was refused, to open it again. */
  readonly acte: string | null;
  readonly href: Href;
  readonly peutSaisir: boolean;
}
