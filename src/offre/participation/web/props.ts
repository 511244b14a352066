import type { FormState } from "#platform/http/form.ts";
import type { SejourConsulte } from "../usecases/consulter.ts";
import type { Href } from "./mots.tsx";

export interface PropsSejour {
  readonly consulte: SejourConsulte;
  readonly etat: FormState;
  /** The act refused just now. */
  readonly acte: string | null;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

/** May write on this stay. */
export const peutTenir = ({ consulte, droits }: PropsSejour): boolean =>
  consulte.tient && consulte.sejour.annuleLe === null && droits.has("participation:tenir");
