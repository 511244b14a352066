import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import type { EvenementRestitution, NatureEvenement } from "../db/evenements.ts";
import type { VersionRestitution } from "../db/versions.ts";
import { comparerChiffres } from "../domain/lignes.ts";
import { Ecarts } from "./chiffres.tsx";
import type { PropsRestitution } from "./props-restitution.ts";

const faits: Readonly<Record<NatureEvenement, readonly [dit: string, ton: State]>> = {
  transmise: ["Transmise", "waiting"],
  renvoyee: ["Renvoyée par le département", "late"],
  acceptee: ["Acceptée", "ok"],
  rouverte: ["Rouverte pour rectification", "soon"],
  relancee: ["Opérateur relancé", "soon"],
  "bilan-arrete": ["Bilan de l’année arrêté", "closed"],
};

/** What happened, the latest first, and how versions differ. */
export function HistoireDeLaRestitution({ consultee }: PropsRestitution): VNode | null {
  const { evenements, versions, noms } = consultee;
  if (evenements.length === 0) return null;
  const envoyees = versions.filter(({ transmiseLe }) => transmiseLe !== null);
  return (
    <Card title="Ce qui s’est passé">
      <Timeline
        label="Histoire de la restitution"
        entries={evenements.map((fait) => ({
          key: String(fait.id),
          when: quand(fait, noms),
          what: ditDe(fait),
          tone: faits[fait.nature][1],
          ...(fait.motif !== null && { detail: fait.motif }),
        }))}
      />
      {envoyees.slice(0, -1).map((version, rang) => (
        <Difference key={version.id} version={version} avant={envoyees[rang + 1]} />
      ))}
    </Card>
  );
}

const ditDe = ({ nature, numero }: EvenementRestitution): string =>
  nature === "transmise" && numero !== null && numero > 1
    ? `Transmise, version ${numero}`
    : faits[nature][0];

function quand({ le, par }: EvenementRestitution, noms: ReadonlyMap<number, string>): string {
  const nom = par === null ? undefined : noms.get(par);
  return nom === undefined ? formatDate(le) : `${formatDate(le)}, par ${nom}`;
}

function Difference({
  version,
  avant,
}: {
  readonly version: VersionRestitution;
  readonly avant: VersionRestitution | undefined;
}): VNode | null {
  if (!avant) return null;
  const lignes = comparerChiffres(avant.chiffres, version.chiffres);
  return (
    <Panel label={`Version ${version.numero} : ce qui a changé`}>
      {version.motif !== null && <p class="muted">{version.motif}</p>}
      {lignes.length === 0 ? (
        <p>Les chiffres sont les mêmes.</p>
      ) : (
        <Ecarts
          titre={`De la version ${avant.numero} à la version ${version.numero}`}
          lignes={lignes}
          tetes={[`Version ${avant.numero}`, `Version ${version.numero}`]}
        />
      )}
    </Panel>
  );
}
