import type { FormState } from "#platform/http/form.ts";
import type { SeanceConsultee } from "../usecases/lire-seances.ts";
import type { Href } from "./mots.tsx";

interface PersonneTrouvee {
  readonly id: number;
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  readonly commune: string | null;
}

export interface PropsSeance {
  readonly lue: SeanceConsultee;
  readonly etat: FormState;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
  readonly cherche: { readonly q: string; readonly trouvees: readonly PersonneTrouvee[] };
}
