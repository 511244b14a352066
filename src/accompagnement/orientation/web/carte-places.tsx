import type { VNode } from "preact";
import type { TypeOrientation } from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { formatCount } from "#platform/ui/format.ts";
import { libelleType } from "../domain/types.ts";
import type { ServiceOuvert } from "../usecases/lire-file.ts";

const ACTUALISER_MS = 15_000;

interface Props {
  readonly services: readonly ServiceOuvert[];
  readonly types: readonly TypeOrientation[];
  /** Page that holds the same card, read again while this one is open. */
  readonly actualiser: string;
}

/** Places of the territory, always in sight and read again as colleagues decide. */
export function CartePlaces({ services, types, actualiser }: Props): VNode {
  const proches = services.filter(({ proche }) => proche);
  const parType = Map.groupBy(proches, ({ type }) => type);
  return (
    <div id="places" data-poll={ACTUALISER_MS} data-poll-href={actualiser}>
      <Card title="Places sur ce territoire">
        {proches.length === 0 ? (
          <p class="muted">Aucune structure ne couvre ce territoire.</p>
        ) : (
          [...parType].map(([type, siens]) => (
            <section key={type} class="stack">
              <h3>{libelleType(types, type)}</h3>
              <ul class="plain-list">
                {siens.map((service) => (
                  <li key={service.structureId}>
                    <Ligne service={service} />
                  </li>
                ))}
              </ul>
            </section>
          ))
        )}
      </Card>
    </div>
  );
}

function Ligne({ service }: { readonly service: ServiceOuvert }): VNode {
  const { nom, suivies, places, reste } = service;
  return (
    <>
      <span>{nom}</span>
      {places === null ? (
        <span class="muted small">
          {" "}
          {formatCount(suivies, "personne suivie", "personnes suivies")}, sans limite
        </span>
      ) : (
        <Gauge
          label={`Places occupées, ${nom}`}
          value={suivies}
          max={places}
          tone={reste === 0 ? "late" : (reste ?? 0) * 10 <= places ? "soon" : "ok"}
        />
      )}
    </>
  );
}
