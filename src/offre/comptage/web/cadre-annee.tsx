import type { ComponentChildren, VNode } from "preact";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import type { ChiffresAction } from "../usecases/lire-chiffres-action.ts";
import type { StocksAction } from "../usecases/stocks-action.ts";

type Lus = Pick<ChiffresAction | StocksAction, "action" | "annee" | "le" | "mois">;

interface Props {
  readonly lus: Lus;
  readonly href: (path: string) => string;
  readonly children: ComponentChildren;
}

/** The years of the action, and what one of them says. */
export function CadreDAnnee({ lus, href, children }: Props): VNode {
  const annees = anneesDe(lus);
  return (
    <div class="stack">
      {annees.length > 1 && (
        <Tabs
          label="Année"
          current={String(lus.annee)}
          tabs={annees.map((annee) => ({
            key: String(annee),
            label: String(annee),
            href: href(`/offre/actions/${lus.action.id}/chiffres?annee=${annee}`),
          }))}
        />
      )}
      {lus.mois.length === 0 ? (
        <EmptyState
          title={`L’action n’était pas ouverte en ${lus.annee}`}
          text="Choisissez une année pendant laquelle elle reçoit des personnes."
        />
      ) : (
        children
      )}
    </div>
  );
}

function anneesDe({ action, le }: Lus): readonly number[] {
  const premiere = Number(action.du.slice(0, 4));
  const derniere = Number((action.au !== null && action.au < le ? action.au : le).slice(0, 4));
  return Array.from({ length: Math.max(1, derniere - premiere + 1) }, (_, i) => premiere + i);
}
