import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import { ScrollRegion } from "#platform/ui/components/scroll-region.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { classes } from "#platform/ui/tone.ts";
import type { Mois } from "../domain/mois.ts";
import { moisCourt, nomDuMois } from "./mots.ts";

export interface ColonneDeMois {
  readonly mois: Mois;
  /** `null` when nobody told it: no column, and not a column of zero. */
  readonly presents: number | null;
  /** `null` when no place was agreed that month. */
  readonly places: number | null;
  readonly href?: string | undefined;
  /** The month is not over, or is only what caps leave. */
  readonly nature: "en-cours" | "fini" | "projete";
}

export interface GraphiqueMoisProps {
  /** What the drawing says; its figures are in a table of the page. */
  readonly label: string;
  readonly colonnes: readonly ColonneDeMois[];
}

const LARGEUR = 860;
const HAUTEUR = 250;
const GAUCHE = 44;
const DROITE = 8;
const HAUT = 26;
const BAS = 44;

/** The active file as columns, the places as a line above them, and what caps will leave in dashes. */
export function GraphiqueMois({ label, colonnes }: GraphiqueMoisProps): VNode {
  const plusHaut = Math.max(
    1,
    ...colonnes.map(({ presents, places }) => Math.max(presents ?? 0, places ?? 0)),
  );
  const y = scaleLinear([0, plusHaut], [HAUTEUR - BAS, HAUT]).nice(4);
  const pas = (LARGEUR - GAUCHE - DROITE) / Math.max(1, colonnes.length);
  return (
    <ScrollRegion className="mois-cadre" label={label}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose columns are doors has no fieldset */}
      <svg class="mois" viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`} role="group" aria-label={label}>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((valeur) => (
            <g key={valeur}>
              <line
                class="mois-trait"
                x1={GAUCHE}
                x2={LARGEUR - DROITE}
                y1={y(valeur)}
                y2={y(valeur)}
              />
              <text class="mois-echelle" x={GAUCHE - 8} y={y(valeur) + 4} text-anchor="end">
                {formatNumber(valeur)}
              </text>
            </g>
          ))}
        {colonnes.map((colonne, rang) => (
          <Colonne
            key={colonne.mois}
            colonne={colonne}
            precedent={colonnes[rang - 1]?.mois}
            x={GAUCHE + rang * pas}
            pas={pas}
            y={y}
          />
        ))}
        <path class="mois-places" d={lignePlaces(colonnes, pas, y)} />
      </svg>
    </ScrollRegion>
  );
}

interface ColonneProps {
  readonly colonne: ColonneDeMois;
  readonly precedent: Mois | undefined;
  readonly x: number;
  readonly pas: number;
  readonly y: (valeur: number) => number;
}

function Colonne({ colonne, precedent, x, pas, y }: ColonneProps): VNode {
  const { mois, places, href, nature } = colonne;
  const presents = colonne.presents ?? 0;
  const largeur = Math.min(46, pas * 0.84);
  const gauche = x + (pas - largeur) / 2;
  const titre = phraseDe(colonne);
  const dedans = y(0) - y(presents) > 26;
  const barre = (
    <>
      <rect
        class="mois-touche"
        x={x}
        y={HAUT - 18}
        width={pas}
        height={HAUTEUR - BAS - HAUT + 18}
      />
      <rect
        class={classes(
          "mois-barre",
          `mois-${nature}`,
          places !== null && presents > places && "mois-au-dela",
        )}
        x={gauche}
        y={y(presents)}
        width={largeur}
        height={Math.max(0, y(0) - y(presents))}
        rx="2"
      >
        <title>{titre}</title>
      </rect>
      <text
        class={classes("mois-valeur", dedans && "mois-valeur-dedans")}
        x={x + pas / 2}
        y={dedans ? y(presents) + 18 : y(presents) - 6}
        text-anchor="middle"
      >
        {colonne.presents === null ? "—" : formatNumber(presents)}
      </text>
    </>
  );
  const annee = precedent?.slice(0, 4) === mois.slice(0, 4) ? null : mois.slice(0, 4);
  return (
    <g>
      {href === undefined ? (
        barre
      ) : (
        <a href={href} aria-label={titre}>
          {barre}
        </a>
      )}
      <text class="mois-nom" x={x + pas / 2} y={HAUTEUR - BAS + 18} text-anchor="middle">
        {moisCourt(mois)}
      </text>
      {annee !== null && (
        <text class="mois-an" x={x + pas / 2} y={HAUTEUR - BAS + 35} text-anchor="middle">
          {annee}
        </text>
      )}
    </g>
  );
}

function phraseDe({ mois, presents, places, nature }: ColonneDeMois): string {
  const dit = places === null ? "" : ` pour ${formatCount(places, "place", "places")}`;
  if (presents === null) return `${nomDuMois(mois)} : non transmis`;
  if (nature === "projete") {
    return `${nomDuMois(mois)} : ${formatNumber(presents)} si chacun sort à son terme et que personne n’entre`;
  }
  const quand = nature === "en-cours" ? "à ce jour" : "en fin de mois";
  return `${nomDuMois(mois)} : ${formatCount(presents, "personne présente", "personnes présentes")} ${quand}${dit}`;
}

/** A step for each month; a gap where nothing was agreed. */
function lignePlaces(
  colonnes: readonly ColonneDeMois[],
  pas: number,
  y: (valeur: number) => number,
): string {
  let trace = "";
  let leve = true;
  for (const [rang, { places }] of colonnes.entries()) {
    if (places === null) {
      leve = true;
      continue;
    }
    const [gauche, droite] = [GAUCHE + rang * pas, GAUCHE + (rang + 1) * pas];
    trace += `${leve ? "M" : "L"}${gauche},${y(places)}L${droite},${y(places)}`;
    leve = false;
  }
  return trace;
}

/** What the marks of the drawing are. */
export function LegendeMois({ projete = false }: { readonly projete?: boolean }): VNode {
  return (
    <ul class="mois-legende">
      <li>
        <Marque classe="mois-barre mois-fini" /> Présents en fin de mois
      </li>
      <li>
        <Marque classe="mois-barre mois-en-cours" /> Mois en cours, à ce jour
      </li>
      <li>
        <svg viewBox="0 0 18 12" aria-hidden="true">
          <path class="mois-places" d="M0,6L18,6" />
        </svg>{" "}
        Places financées
      </li>
      {projete && (
        <li>
          <Marque classe="mois-barre mois-projete" /> Ce que laissent les termes à venir, sans
          nouvelle entrée
        </li>
      )}
    </ul>
  );
}

function Marque({ classe }: { readonly classe: string }): VNode {
  return (
    <svg viewBox="0 0 18 12" aria-hidden="true">
      <rect class={classe} x="2" y="0.5" width="14" height="11" rx="2" />
    </svg>
  );
}
