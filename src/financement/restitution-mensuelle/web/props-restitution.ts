import type { FormState } from "#platform/http/form.ts";
import type { RestitutionConsultee } from "../usecases/consulter-restitution.ts";
import type { Href } from "./mots.tsx";

export interface PropsRestitution {
  readonly consultee: RestitutionConsultee;
  readonly etat: FormState;
  /** The act refused just now. */
  readonly acte: string | null;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}
