import type { VNode } from "preact";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import type { CarteParcours } from "../usecases/lire-carte.ts";
import {
  additionnerLibres,
  enEffectif,
  enLibres,
  enPlacesLibres,
  NoteDuSecret,
} from "./effectifs.tsx";
import { axeEnPhrase } from "./mots.ts";
import { PlanParcours } from "./plan-parcours.tsx";

interface Props {
  readonly carte: CarteParcours;
  readonly href: (path: string) => string;
  /** The agent may open the views of active files. */
  readonly voitLesFiles: boolean;
}

export function PageParcours({ carte, href, voitLesFiles }: Props): VNode {
  const libres = additionnerLibres(carte.stations.map((station) => station.libres));
  const ici = carte.territoires.find(({ id }) => id === carte.territoireId);
  return (
    <>
      <PageHeader
        over={carte.titre}
        title={ici ? `Le parcours, territoire ${ici.nom}` : "Le parcours"}
        meta={<span>{`${enPlacesLibres(libres)} le ${formatDate(carte.le)}`}</span>}
        actions={
          <>
            <ButtonLink href={href(`/offre/passerelles${suite(carte)}`)}>Passerelles</ButtonLink>
            {voitLesFiles && (
              <ButtonLink href={href(`/offre/file-active${suite(carte)}`)}>
                Files actives
              </ButtonLink>
            )}
          </>
        }
      />
      <div class="stack">
        <ChoixTerritoire carte={carte} href={href} />
        <div id="parcours" class="stack">
          <Card>
            <div class="stack-tight">
              <PlanParcours
                carte={carte}
                label={`Le parcours ${ici ? `sur le territoire ${ici.nom}` : "dans le département"} : chaque axe est une station, avec ses places libres`}
                hrefStation={(axe) => href(adresseStation(carte, axe))}
              />
              <p class="muted small">
                {`Dans chaque station, les places libres aujourd’hui ; l’anneau est plein quand toutes les places sont prises. Sur chaque ligne, les personnes passées d’un axe à l’autre depuis le ${formatDate(carte.depuis)}, entrées dans les ${carte.delai} jours qui suivent leur sortie.`}
              </p>
              <NoteDuSecret seuil={carte.seuil} effectifs={effectifsDe(carte)} />
            </div>
          </Card>
          <Card title="Station par station">
            <TableDesStations carte={carte} href={href} />
          </Card>
        </div>
      </div>
    </>
  );
}

const effectifsDe = ({ stations, passages, emplois }: CarteParcours) => [
  ...stations.map(({ presents }) => presents),
  ...passages.map(({ nombre }) => nombre),
  ...emplois.values(),
];

const suite = ({ territoireId }: CarteParcours): string =>
  territoireId === null ? "" : `?territoire=${territoireId}`;

export function adresseStation({ territoireId }: CarteParcours, axe: string): string {
  const ou = territoireId === null ? "" : `&territoire=${territoireId}`;
  return `/offre/actions?axe=${axe}${ou}`;
}

function ChoixTerritoire({ carte, href }: Omit<Props, "voitLesFiles">): VNode {
  return (
    <form method="get" action={href("/offre/parcours")} class="row no-print" data-live="parcours">
      <Select
        name="territoire"
        label="Territoire"
        value={carte.territoireId === null ? "" : String(carte.territoireId)}
        options={[
          { value: "", label: "Tout le département" },
          ...carte.territoires.map(({ id, nom }) => ({ value: String(id), label: nom })),
        ]}
      />
      <Button>Afficher</Button>
    </form>
  );
}

function TableDesStations({ carte, href }: Omit<Props, "voitLesFiles">): VNode {
  const nom = (code: string) =>
    carte.stations.find(({ axe }) => axe.code === code)?.axe.numero ?? code;
  return (
    <Table
      caption="Places, présents et passages de chaque axe"
      captionHidden
      columns={[
        { key: "axe", label: "Axe", roomy: true, phone: "title" },
        { key: "actions", label: "Actions", numeric: true },
        { key: "places", label: "Places", numeric: true },
        { key: "presents", label: "Présents", numeric: true },
        { key: "libres", label: "Libres", numeric: true, phone: "fact", unit: "libres" },
        { key: "vers", label: "Passages en douze mois", roomy: true },
        { key: "emploi", label: "Sorties en emploi", numeric: true },
      ]}
      rows={carte.stations.map(({ axe, actions, places, presents, libres }) => ({
        key: axe.code,
        cells: [
          <a key="axe" href={href(adresseStation(carte, axe.code))}>
            {`${axe.numero} · ${axe.libelle}`}
          </a>,
          formatNumber(actions),
          formatNumber(places),
          enEffectif(presents),
          enLibres(libres),
          carte.passages
            .filter(({ de }) => de === axe.code)
            .map(({ vers, nombre }) => `vers ${axeEnPhrase(nom(vers))} : ${enEffectif(nombre)}`)
            .join(" ; "),
          enEffectif(carte.emplois.get(axe.code) ?? 0),
        ],
      }))}
    />
  );
}
