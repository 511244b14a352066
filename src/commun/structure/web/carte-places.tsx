import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import { contient, veille } from "../domain/periodes.ts";
import { type Charge, chargeDuType } from "./bilan-charges.ts";
import { JaugeDePlaces } from "./jauge.tsx";
import { placesLibres } from "./places-en-mots.ts";
import type { PageStructureProps } from "./props-structure.ts";

/** Who is followed today, for how many places, and who is on the way. */
export function CartePlaces(props: PageStructureProps): VNode {
  const { dossier, libelle, href } = props;
  const { fiche, capacites } = dossier;
  const lignes = typesDeLaStructure(props);
  const visibles = lignes.reduce((somme, { charge }) => somme + charge.visibles, 0);
  return (
    <Card
      title="Places aujourd’hui"
      aside={
        visibles === 0 ? undefined : (
          <a class="small" href={href(`/personnes?beneficiaire=tous&structure=${fiche.id}`)}>
            {formatCount(visibles, "personne suivie", "personnes suivies")}
          </a>
        )
      }
    >
      <Table
        caption="Personnes suivies et places, par type d’orientation"
        captionHidden
        columns={[
          { key: "type", label: "Type d’orientation" },
          { key: "places", label: "Suivies / places" },
          { key: "libres", label: "Reste" },
          { key: "attendues", label: "Proposées" },
        ]}
        rows={lignes.map(({ type, charge }) => ({
          key: type,
          cells: [
            libelle(type),
            <JaugeDePlaces
              key="places"
              label={`Places occupées, ${libelle(type)}`}
              charge={charge}
            />,
            placesLibres(charge),
            charge.attendues === 0
              ? "aucune"
              : formatCount(charge.attendues, "personne", "personnes"),
          ],
        }))}
      />
      {capacites.length > 0 && <PlacesDansLeTemps {...props} />}
    </Card>
  );
}

/** What it takes today, and what it still follows of what it took before. */
function typesDeLaStructure({ dossier, charges, le }: PageStructureProps) {
  const { fiche, secteurs, capacites } = dossier;
  const servis = secteurs.filter((un) => contient(un, le)).map(({ type }) => type);
  const suivis = charges.structures
    .filter(({ structureId, suivies }) => structureId === fiche.id && suivies > 0)
    .map(({ type }) => type);
  return [...new Set([...servis, ...suivis])].map((type): { type: string; charge: Charge } => {
    const places = capacites.find((une) => une.type === type && contient(une, le))?.places ?? null;
    return { type, charge: chargeDuType(charges, fiche.id, { type, places }) };
  });
}

function PlacesDansLeTemps({ dossier: { capacites }, libelle, le }: PageStructureProps): VNode {
  return (
    <Panel label="Les places dans le temps">
      <Table
        caption="Places par type et par période"
        captionHidden
        columns={[
          { key: "type", label: "Type d’orientation" },
          { key: "places", label: "Places", numeric: true },
          { key: "du", label: "Depuis le" },
          { key: "au", label: "Jusqu’au" },
        ]}
        rows={capacites.map((une) => ({
          key: `${une.type} ${une.du}`,
          tone: contient(une, le) ? "ok" : undefined,
          cells: [
            libelle(une.type),
            formatNumber(une.places),
            formatDate(une.du),
            une.jusque === null ? "sans fin prévue" : formatDate(veille(une.jusque)),
          ],
        }))}
      />
    </Panel>
  );
}
