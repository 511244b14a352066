import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatCount } from "#platform/ui/format.ts";
import type { IntegrationDite } from "../usecases/lire-integration.ts";
import { type Href, lieux } from "./lieux.ts";
import { etats, nommerFlux } from "./textes.ts";

/** The last runs, for the home page. */
export function DernieresIntegrations({
  integrations,
  href,
}: {
  readonly integrations: readonly IntegrationDite[];
  readonly href: Href;
}): VNode {
  return (
    <Card title="Derniers fichiers" aside={<a href={href(lieux.liste)}>Tous</a>}>
      <ul class="lines">
        {integrations.map((integration) => {
          const { mot, ton } = etats[integration.dite];
          return (
            <li key={integration.id}>
              <div class="row-between">
                <a href={href(lieux.une(integration.id))}>{nommerFlux(integration)}</a>
                {integration.dite !== "terminee" && <Etat tone={ton}>{mot}</Etat>}
              </div>
              <span class="small muted">
                {formatCount(integration.appliques, "dossier appliqué", "dossiers appliqués")}
                {integration.rejetes > 0 &&
                  `, ${formatCount(integration.rejetes, "rejeté", "rejetés")}`}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
