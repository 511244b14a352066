import type { VNode } from "preact";
import { formatCount } from "#platform/ui/format.ts";
import { classes } from "#platform/ui/tone.ts";
import { additionner, auPlus, type Effectif, type Libres } from "../domain/effectif.ts";
import { tracerParcours } from "../domain/trace-parcours.ts";
import type { CarteParcours, StationOffre } from "../usecases/lire-carte.ts";
import { enNombre, enSigne, enSigneLibres } from "./effectifs.tsx";
import { enHauteur, enLargeur, type Geometrie } from "./geometrie-plan.ts";
import { axeEnPhrase } from "./mots.ts";
import { tonDeLAxe } from "./tons.ts";

/** What one person made of the path. */
export interface MarquesPersonne {
  /** Axes she went through, and the words under each: « 03/2025 – 09/2025 ». */
  readonly visites: ReadonlyMap<string, string>;
  /** Where she is now. */
  readonly ici: ReadonlySet<string>;
  /** Lines she followed, « vi>iii ». */
  readonly suivies: ReadonlySet<string>;
  /** Lines open in front of her, places being free at their end. */
  readonly ouvertes: ReadonlySet<string>;
}

interface PlanProps {
  readonly carte: CarteParcours;
  readonly hrefStation: (axe: string) => string;
  readonly marques?: MarquesPersonne | undefined;
  /** What the drawing says, in a sentence. */
  readonly label: string;
}

/** The path twice, for a wide and for a narrow place: the sheet of style shows one. */
export function PlanParcours(props: PlanProps): VNode {
  const { carte } = props;
  const trace = tracerParcours(
    carte.stations.map(({ axe }) => axe.code),
    carte.passages,
  );
  return (
    <div class="plan">
      {[enLargeur(trace), enHauteur(trace)].map((geometrie) => (
        <Dessin key={geometrie.sens} {...props} trace={trace} geometrie={geometrie} />
      ))}
    </div>
  );
}

interface DessinProps extends PlanProps {
  readonly trace: ReturnType<typeof tracerParcours>;
  readonly geometrie: Geometrie;
}

function Dessin(props: DessinProps): VNode {
  const { carte, trace, geometrie, label } = props;
  const plus = Math.max(1, ...carte.passages.map(({ nombre }) => auPlus(nombre)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing whose stations are doors has no fieldset
    <svg
      class={`plan-${geometrie.sens}`}
      viewBox={`${geometrie.debut.join(" ")} ${geometrie.largeur} ${geometrie.hauteur}`}
      role="group"
      aria-label={label}
    >
      {trace.fins.map((code) => (
        <path
          key={code}
          class="plan-ligne"
          d={geometrie.cheminVersArrivee(code)}
          stroke-width={epaisseur(auPlus(carte.emplois.get(code) ?? 0), plus)}
        />
      ))}
      {trace.traits.map((trait) => (
        <Ligne key={`${trait.de} ${trait.vers}`} {...props} trait={trait} plus={plus} />
      ))}
      {props.marques === undefined &&
        trace.traits.map((trait) => (
          <Compte key={`${trait.de} ${trait.vers}`} {...props} trait={trait} />
        ))}
      <Arrivee {...props} />
      {carte.stations.map((station, rang) => (
        <Station key={station.axe.code} {...props} station={station} rang={rang} />
      ))}
    </svg>
  );
}

/** A line is as thick as those who went along it are many; never so thin that it is not seen. */
const epaisseur = (nombre: number, plus: number): number =>
  Math.round((5 + 11 * Math.sqrt(Math.min(1, nombre / plus))) * 10) / 10;

type TraitProps = DessinProps & { readonly trait: DessinProps["trace"]["traits"][number] };

function Ligne({ carte, geometrie, trait, plus, marques }: TraitProps & { plus: number }): VNode {
  const nombre = nombreDe(carte, trait);
  const cle = `${trait.de}>${trait.vers}`;
  return (
    <path
      class={classes(
        "plan-ligne",
        marques?.suivies.has(cle) && "plan-suivie",
        marques?.ouvertes.has(cle) && "plan-ouverte",
      )}
      d={geometrie.chemin(trait)}
      stroke-width={marques === undefined ? epaisseur(auPlus(nombre), plus) : 7}
    >
      <title>{phraseDuPassage(carte, trait)}</title>
    </path>
  );
}

const nombreDe = ({ passages }: CarteParcours, { de, vers }: TraitProps["trait"]): Effectif =>
  passages.find((passage) => passage.de === de && passage.vers === vers)?.nombre ?? 0;

function phraseDuPassage(carte: CarteParcours, trait: TraitProps["trait"]): string {
  const nom = (code: string) =>
    axeEnPhrase(carte.stations.find(({ axe }) => axe.code === code)?.axe.numero ?? code);
  return `De ${nom(trait.de)} à ${nom(trait.vers)} : ${enNombre(nombreDe(carte, trait), "personne", "personnes")} en douze mois`;
}

function Compte({ carte, geometrie, trait }: TraitProps): VNode | null {
  const nombre = nombreDe(carte, trait);
  if (nombre === 0) return null;
  const [x, y] = geometrie.milieu(trait);
  const texte = enSigne(nombre);
  const largeur = 18 + texte.length * 8;
  return (
    <g class="plan-compte">
      <rect x={x - largeur / 2} y={y - 11} width={largeur} height="22" rx="11" />
      <text x={x} y={y + 5} text-anchor="middle">
        {texte}
      </text>
    </g>
  );
}

function Arrivee({ carte, geometrie }: DessinProps): VNode {
  const [x, y] = geometrie.arrivee;
  const sorties = additionner([...carte.emplois.values()]);
  const dit = enNombre(
    sorties,
    "sortie en emploi en douze mois",
    "sorties en emploi en douze mois",
  );
  return (
    <g class="plan-arrivee">
      <title>{dit}</title>
      <rect x={x - 46} y={y - 22} width="92" height="44" rx="22" />
      <text x={x} y={y + 5} text-anchor="middle">
        Emploi
      </text>
      {geometrie.sens === "large" ? (
        <text class="plan-fait" x={x} y={y + 44} text-anchor="middle">
          <tspan x={x}>{`${enNombre(sorties, "sortie", "sorties")} `}</tspan>
          <tspan x={x} dy="18">
            en douze mois
          </tspan>
        </text>
      ) : (
        <text class="plan-fait" x={x + 60} y={y - 5}>
          <tspan x={x + 60}>{`${enNombre(sorties, "sortie", "sorties")} `}</tspan>
          <tspan x={x + 60} dy="21">
            en douze mois
          </tspan>
        </text>
      )}
    </g>
  );
}

interface StationProps extends DessinProps {
  readonly station: StationOffre;
  readonly rang: number;
}

function Station({ station, rang, geometrie, hrefStation, marques }: StationProps): VNode {
  const { axe, places, presents, libres } = station;
  const [x, y] = geometrie.point(axe.code);
  const { rayon } = geometrie;
  const large = geometrie.sens === "large";
  const ici = marques?.ici.has(axe.code) ?? false;
  const visite = marques?.visites.get(axe.code);
  return (
    <a href={hrefStation(axe.code)} aria-label={phraseDe(station, visite)}>
      <g class={classes(`tone-${tonDeLAxe(rang)}`, places === 0 && "plan-vide", ici && "plan-ici")}>
        <circle class="plan-halo" cx={x} cy={y} r={rayon + 12} />
        <circle class="plan-fond" cx={x} cy={y} r={rayon} />
        <Anneau
          x={x}
          y={y}
          rayon={rayon}
          part={typeof presents === "number" && places > 0 ? presents / places : 0}
        />
        <Mots axe={axe} x={x} y={y} geometrie={geometrie} fait={visite} ici={ici} />
        <text class="plan-libres" x={x} y={y + (large ? 5 : 9)} text-anchor="middle">
          {places === 0 ? "–" : enSigneLibres(libres)}
        </text>{" "}
        {large && places > 0 && (
          <text class="plan-mot" x={x} y={y + 21} text-anchor="middle">
            {motLibre(libres)}
          </text>
        )}
      </g>
    </a>
  );
}

const motLibre = (libres: Libres): string => (libres === 0 || libres === 1 ? "libre" : "libres");

/** Who speaks to her screen says what she reads there: the drawn words, in their order (WCAG 2.5.3). */
function phraseDe(
  { axe, actions, places, presents, libres }: StationOffre,
  visite: string | undefined,
): string {
  const station = [axe.numero, axe.libelle, ...(visite === undefined ? [] : [visite])].join(", ");
  if (places === 0) return `${station} : aucune place`;
  return `${station} : ${enSigneLibres(libres)} ${motLibre(libres)} sur ${formatCount(places, "place", "places")}, ${enNombre(presents, "personne présente", "personnes présentes")}, ${formatCount(actions, "action", "actions")}`;
}

/** How full it is, from the top, clockwise. */
function Anneau({
  x,
  y,
  rayon,
  part,
}: {
  readonly x: number;
  readonly y: number;
  readonly rayon: number;
  readonly part: number;
}): VNode | null {
  if (part <= 0) return null;
  if (part >= 1) return <circle class="plan-arc" cx={x} cy={y} r={rayon} />;
  const angle = 2 * Math.PI * part;
  const [fx, fy] = [x + rayon * Math.sin(angle), y - rayon * Math.cos(angle)];
  const grand = part > 0.5 ? 1 : 0;
  return (
    <path
      class="plan-arc"
      d={`M${x},${y - rayon}A${rayon},${rayon} 0 ${grand} 1 ${fx.toFixed(1)},${fy.toFixed(1)}`}
    />
  );
}

interface MotsProps {
  readonly axe: StationOffre["axe"];
  readonly x: number;
  readonly y: number;
  readonly geometrie: Geometrie;
  readonly fait: string | undefined;
  readonly ici: boolean;
}

function Mots({ axe, x, y, geometrie, fait, ici }: MotsProps): VNode {
  const large = geometrie.sens === "large";
  const numero = couper(axe.numero, 22);
  const lignes = couper(axe.libelle, 24).slice(0, 4);
  const [tx, haut] = large ? [x, y + geometrie.rayon + 30] : [208, y - 24];
  const ancre = large ? "middle" : "start";
  const pas = large ? 18 : 21;
  const ty = haut + (numero.length - 1) * (large ? pas : pas / 2);
  const suite = ty + (lignes.length + 1) * pas + 2;
  return (
    <>
      <text class="plan-numero" x={tx} y={ty - (numero.length - 1) * pas} text-anchor={ancre}>
        {numero.map((ligne, rang) => (
          <tspan key={ligne} x={tx} dy={rang === 0 ? 0 : pas}>
            {`${ligne} `}
          </tspan>
        ))}
      </text>{" "}
      <text class="plan-nom" x={tx} y={ty + pas + 1} text-anchor={ancre}>
        {lignes.map((ligne, rang) => (
          <tspan key={ligne} x={tx} dy={rang === 0 ? 0 : pas}>
            {`${ligne} `}
          </tspan>
        ))}
      </text>
      {fait !== undefined && (
        <text class={ici ? "plan-lieu" : "plan-fait"} x={tx} y={suite} text-anchor={ancre}>
          {`${fait} `}
        </text>
      )}
    </>
  );
}

function couper(texte: string, longueur: number): readonly string[] {
  const lignes: string[] = [];
  for (const mot of texte.split(" ")) {
    const derniere = lignes.at(-1);
    if (derniere !== undefined && `${derniere} ${mot}`.length <= longueur) {
      lignes[lignes.length - 1] = `${derniere} ${mot}`;
    } else lignes.push(mot);
  }
  return lignes;
}
