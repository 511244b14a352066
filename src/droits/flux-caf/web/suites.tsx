import type { VNode } from "preact";
import {
  type Compte,
  libellesChamp,
  libellesMouvement,
  type NatureMouvement,
} from "#droits/dossier";
import { type BarLine, Bars } from "#platform/ui/components/bars.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import type { IntegrationDite } from "../usecases/lire-integration.ts";
import { type Href, lieux } from "./lieux.ts";
import { deMois } from "./textes.ts";

export interface Suites {
  readonly mouvements: readonly Compte[];
  readonly changements: readonly Compte[];
}

interface Props {
  readonly integration: IntegrationDite;
  readonly precedente: { readonly id: number; readonly reference: string } | null;
  readonly suites: Suites;
  readonly voitPersonnes: boolean;
  readonly href: Href;
}

/** Arrivals first, then what stops, then what moves: the order in which they are looked at. */
const montres: readonly (readonly [NatureMouvement, State])[] = [
  ["entree", "ok"],
  ["retour", "ok"],
  ["reprise", "ok"],
  ["changement-dossier", "neutral"],
  ["suspension", "soon"],
  ["cloture", "closed"],
  ["refus", "closed"],
  ["sortie", "closed"],
  ["sortie-foyer", "closed"],
  ["demenagement", "waiting"],
];

const champs: Readonly<Record<string, string>> = libellesChamp;

/** What changed since the last file: a small picture and its lists. */
export function SuitesDuFlux(props: Props): VNode {
  const { integration, precedente } = props;
  if (integration.premierFichier) return <PremierFichier {...props} />;
  return (
    <div class="grid-2">
      <Card
        title={
          precedente
            ? `Depuis le fichier ${deMois(precedente.reference)} : les personnes`
            : "Ce qui a changé : les personnes"
        }
      >
        <Mouvements {...props} />
      </Card>
      <Card title="Ce qui a changé : les informations">
        <Changements {...props} />
      </Card>
    </div>
  );
}

function PremierFichier({ integration, suites, voitPersonnes, href }: Props): VNode {
  const stock = suites.mouvements.find(({ cle }) => cle === "stock")?.nombre ?? 0;
  const texte = formatCount(stock, "personne à accompagner", "personnes à accompagner");
  return (
    <Card title="Premier fichier du département">
      <p>
        {stock > 0 && voitPersonnes ? (
          <a href={href(lieux.mouvements(integration.id, "stock"))}>{texte}</a>
        ) : (
          texte
        )}
        . Personne n’y est « nouvel entrant » : le prochain fichier dira ce qui aura changé depuis
        celui-ci.
      </p>
    </Card>
  );
}

function Mouvements({ integration, suites, voitPersonnes, href }: Props): VNode {
  const comptes = new Map(suites.mouvements.map(({ cle, nombre }) => [cle, nombre]));
  const { id, absents } = integration;
  const lignes: BarLine[] = montres
    .map(([nature, tone]) => ({
      key: nature,
      label: libellesMouvement[nature],
      value: comptes.get(nature) ?? 0,
      href: voitPersonnes ? href(lieux.mouvements(id, nature)) : undefined,
      tone,
    }))
    .filter(
      ({ key, value }) =>
        value > 0 || ["entree", "suspension", "cloture", "demenagement"].includes(key),
    );
  return (
    <div class="stack">
      <Bars caption="Personnes, par mouvement" heads={["Mouvement", "Personnes"]} lines={lignes} />
      {absents !== null && absents > 0 && (
        <p class="small">
          {voitPersonnes ? (
            <a href={href(lieux.absents(id))}>
              {formatCount(absents, "dossier ouvert", "dossiers ouverts")}
            </a>
          ) : (
            formatCount(absents, "dossier ouvert", "dossiers ouverts")
          )}{" "}
          <span class="muted">
            {absents < 2 ? "n’est pas" : "ne sont pas"} dans ce fichier. Une absence n’est pas une
            sortie : à regarder.
          </span>
        </p>
      )}
    </div>
  );
}

function Changements({ integration, suites, voitPersonnes, href }: Props): VNode {
  const { changements } = suites;
  if (changements.length === 0) return <p class="muted">Aucune information n’a changé.</p>;
  return (
    <div class="stack">
      <Bars
        caption="Changements, par information"
        heads={["Information", "Changements"]}
        lines={changements.map(({ cle, nombre }) => ({
          key: cle,
          label: champs[cle] ?? cle,
          value: nombre,
          href: voitPersonnes ? href(lieux.changements(integration.id, cle)) : undefined,
        }))}
      />
      <p class="small muted">
        {formatNumber(changements.reduce((somme, { nombre }) => somme + nombre, 0))} changements,
        avant et après chacun.
      </p>
    </div>
  );
}
