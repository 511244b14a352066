import type { FormState } from "#platform/http/form.ts";
import type { FreinLu } from "../db/freins.ts";
import { libellesPoids } from "../domain/libelles.ts";
import { poidsFrein } from "../domain/synthese.ts";
import type { SituationConsultee } from "../usecases/consulter-situation.ts";
import type { Href } from "./cadre.ts";

export interface PropsFrein {
  readonly frein: FreinLu;
  readonly situation: SituationConsultee;
  readonly etat: FormState;
  /** The act that was refused, to open it again. */
  readonly acte: string | null;
  readonly href: Href;
  readonly peutSaisir: boolean;
}

export const optionsPoids = poidsFrein.map((value) => ({ value, label: libellesPoids[value] }));
