import type { ListLook } from "#platform/ui/list/model.ts";
import type { DefinirPersonnes } from "../db/liste-messages.ts";
import type { LireDestinataires } from "../usecases/envoyer-messages.ts";

/** What this module does not know, given by the composition. */
export interface PortsMessage {
  readonly lireDestinataires: LireDestinataires;
  readonly definirPersonnes: DefinirPersonnes;
  /** How the list of persons shows its cells. */
  readonly cellules: NonNullable<ListLook["cells"]>;
  /** The page where what the message is about is shown; null when there is none. */
  readonly chemin: (objet: string, objetId: number) => string | null;
}

export type Href = (path: string) => string;
