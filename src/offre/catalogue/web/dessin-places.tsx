import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import { Panel } from "#platform/ui/components/panel.tsx";
import { ScrollRegion } from "#platform/ui/components/scroll-region.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { daysBetween, formatDate, formatNumber } from "#platform/ui/format.ts";
import type { PlacesDites } from "../db/places.ts";

interface Props {
  readonly dites: readonly PlacesDites[];
  readonly le: string;
}

const LARGEUR = 640;
const HAUTEUR = 150;
const GAUCHE = 8;
const HAUT = 26;
const BAS = 122;

/** The places agreed, as steps through time; the figures are in the table under it. */
export function DessinPlaces({ dites, le }: Props): VNode | null {
  const debut = dites[0]?.du;
  if (debut === undefined) return null;
  const fin = finDuDessin(dites, le);
  const plusHaut = Math.max(1, ...dites.map(({ places }) => places));
  const x = scaleLinear([0, Math.max(1, daysBetween(debut, fin))], [GAUCHE, LARGEUR - GAUCHE]);
  const y = scaleLinear([0, plusHaut], [BAS, HAUT]);
  const abscisse = (jour: string) => arrondi(x(daysBetween(debut, jour)));
  const marches = dites.map((une) => ({
    ...une,
    gauche: abscisse(une.du),
    droite: abscisse(une.au === null || une.au > fin ? fin : une.au),
    haut: arrondi(y(une.places)),
  }));
  const label = dites
    .map(({ du, places }) => `${formatNumber(places)} places à partir du ${formatDate(du)}`)
    .join(", ");
  return (
    <>
      <ScrollRegion className="mois-cadre" label="Places dans le temps">
        <svg class="marches" viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`} role="img" aria-label={label}>
          {marches.map(({ du, gauche, droite, haut, places }) => (
            <g key={du}>
              <rect
                class="marches-fond"
                x={gauche}
                y={haut}
                width={arrondi(Math.max(1, droite - gauche))}
                height={arrondi(BAS - haut)}
              />
              <path class="marches-trait" d={`M${gauche},${haut}H${droite}`} />
              <text class="marches-nombre" x={gauche + 4} y={haut - 7}>
                {formatNumber(places)}
              </text>
              <text class="marches-jour" x={gauche} y={BAS + 18}>
                {formatDate(du)}
              </text>
            </g>
          ))}
          {le >= debut && le <= fin && (
            <path class="marches-ici" d={`M${abscisse(le)},${HAUT - 14}V${BAS}`} />
          )}
        </svg>
      </ScrollRegion>
      <PlacesEnTable dites={dites} le={le} />
    </>
  );
}

/** A little after today, or the end agreed. */
function finDuDessin(dites: readonly PlacesDites[], le: string): string {
  const derniere = dites.at(-1);
  if (derniere?.au) return derniere.au;
  const apres = derniere && derniere.du > le ? derniere.du : le;
  return ajouterJours(apres, 90);
}

function PlacesEnTable({ dites, le }: Props): VNode {
  return (
    <Panel label="Les périodes et ce qui a été convenu">
      <Table
        caption="Places par période"
        captionHidden
        columns={[
          { key: "du", label: "À partir du" },
          { key: "au", label: "Dernier jour" },
          { key: "places", label: "Places", numeric: true },
          { key: "quartiers", label: "Quartiers prioritaires", numeric: true },
          { key: "texte", label: "Accord" },
          { key: "definie", label: "Noté le" },
        ]}
        rows={dites.map((une) => ({
          key: une.du,
          tone: une.du <= le && (une.au === null || le < une.au) ? ("ok" as const) : undefined,
          cells: [
            formatDate(une.du),
            une.au === null ? "sans fin prévue" : formatDate(ajouterJours(une.au, -1)),
            formatNumber(une.places),
            une.placesQuartiers === null ? "" : formatNumber(une.placesQuartiers),
            une.texte ?? "",
            formatDate(une.definieLe),
          ],
        }))}
      />
    </Panel>
  );
}

function arrondi(nombre: number): number {
  return Math.round(nombre * 10) / 10;
}
