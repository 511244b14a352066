import type { VNode } from "preact";
import { type ContourTerritoire, cheminDe, milieuDe } from "#droits/territoire";
import { Card } from "#platform/ui/components/card.tsx";
import {
  type ChiffreDeCarte,
  chiffreDe,
  chiffresDeCarte,
  degre,
  type TerritoireChiffre,
} from "./chiffre-capacite.ts";

export interface CarteCapaciteProps {
  readonly territoires: readonly TerritoireChiffre[];
  readonly contours: readonly ContourTerritoire[];
  readonly chiffre: ChiffreDeCarte;
  /** The same page for another figure. */
  readonly hrefChiffre: (chiffre: ChiffreDeCarte) => string;
  /** The same page for one territory. */
  readonly hrefTerritoire: (id: number) => string;
  /** Where an administrator loads the map; null for others. */
  readonly hrefCarte: string | null;
}

/** The territories coloured by one figure, then each in words: the list is the picture for who does not see it. */
export function CarteCapacite(props: CarteCapaciteProps): VNode {
  const { chiffre, hrefChiffre, hrefCarte, contours } = props;
  return (
    <Card
      title="Carte"
      foot={
        hrefCarte === null ? undefined : (
          <a href={hrefCarte}>
            {contours.length === 0 ? "Charger la carte du département" : "Changer de carte"}
          </a>
        )
      }
    >
      <nav class="carte-choix" aria-label="Chiffre montré par la carte">
        {(Object.keys(chiffresDeCarte) as ChiffreDeCarte[]).map((un) => (
          <a
            key={un}
            class="btn btn-small"
            href={hrefChiffre(un)}
            aria-current={un === chiffre ? "true" : undefined}
          >
            {chiffresDeCarte[un]}
          </a>
        ))}
      </nav>
      {contours.length === 0 ? (
        <Cases {...props} />
      ) : (
        <div class="carte-cote">
          <Dessin {...props} />
          <Cases {...props} />
        </div>
      )}
    </Card>
  );
}

function teintes({ territoires, chiffre }: CarteCapaciteProps) {
  const chiffres = territoires.map((territoire) => ({
    territoire,
    ...chiffreDe(territoire, chiffre),
  }));
  const plusGrande =
    chiffre === "occupation" ? 1 : Math.max(0, ...chiffres.map(({ valeur }) => valeur ?? 0));
  return chiffres.map((un) => ({ ...un, teinte: `carte-${degre(un.valeur, plusGrande)}` }));
}

function Dessin(props: CarteCapaciteProps): VNode {
  const { contours, hrefTerritoire } = props;
  const formes = teintes(props).flatMap(({ territoire, texte, teinte }) => {
    const contour = contours.find(({ territoireId }) => territoireId === territoire.id);
    return contour ? [{ territoire, texte, teinte, anneaux: contour.anneaux }] : [];
  });
  const points = formes.flatMap(({ anneaux }) => anneaux.flat());
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [gauche, haut] = [Math.min(...xs) - 6, Math.min(...ys) - 6];
  const vue = `${gauche} ${haut} ${Math.max(...xs) + 6 - gauche} ${Math.max(...ys) + 6 - haut}`;
  return (
    <svg class="carte" viewBox={vue} aria-hidden="true">
      {formes.map(({ territoire, anneaux, teinte, texte }) => (
        <a key={territoire.id} href={hrefTerritoire(territoire.id)} tabIndex={-1}>
          <path class={`carte-forme ${teinte}`} d={cheminDe(anneaux)}>
            <title>{`${territoire.nom} : ${texte}`}</title>
          </path>
        </a>
      ))}
      {formes.map(({ territoire, anneaux, texte }) => {
        const [x, y] = milieuDe(anneaux);
        return (
          <text key={territoire.id} class="carte-nom" x={x} y={y} text-anchor="middle">
            <tspan x={x}>{territoire.nom}</tspan>
            <tspan x={x} dy="1.2em" class="carte-valeur">
              {texte}
            </tspan>
          </text>
        );
      })}
    </svg>
  );
}

function Cases(props: CarteCapaciteProps): VNode {
  const { chiffre, contours, hrefTerritoire } = props;
  return (
    <ul
      class={contours.length > 0 ? "carte-cases carte-cases-sous" : "carte-cases"}
      aria-label={`${chiffresDeCarte[chiffre]} par territoire`}
    >
      {teintes(props).map(({ territoire, texte, teinte }) => (
        <li key={territoire.id}>
          <a class={`carte-case ${teinte}`} href={hrefTerritoire(territoire.id)}>
            <span>{territoire.nom}</span>
            <span class="carte-case-valeur">{texte}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
