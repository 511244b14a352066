import type { VNode } from "preact";
import type { OutboxState } from "#platform/outbox/message.ts";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";

interface Props {
  readonly etat: OutboxState;
  readonly essais: number;
  /** Civil days. */
  readonly pasAvant: string | null;
  readonly finiLe: string | null;
}

/** Where a message is: programmed, about to leave, in difficulty, left, or stopped. */
export function EtatMessage({ etat, essais, pasAvant, finiLe }: Props): VNode {
  switch (etat) {
    case "envoye":
      return <Etat tone="ok">{`Envoyé le ${formatDate(finiLe)}`}</Etat>;
    case "ecrit":
      return <Etat tone="soon">Pas envoyé : aucun serveur</Etat>;
    case "refuse":
      return <Etat tone="late">{`Refusé le ${formatDate(finiLe)}`}</Etat>;
    case "annule":
      return <Etat tone="closed">{`Retiré le ${formatDate(finiLe)}`}</Etat>;
    case "en-attente":
      return <Etat tone={essais > 0 ? "soon" : "waiting"}>{attente(essais, pasAvant)}</Etat>;
  }
}

function attente(essais: number, pasAvant: string | null): string {
  if (essais > 0) return "En difficulté, réessayé";
  return pasAvant === null ? "Sur le départ" : `Part le ${formatDate(pasAvant)}`;
}
