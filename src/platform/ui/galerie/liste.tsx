import type { VNode } from "preact";
import { Button, ButtonLink } from "../components/button.tsx";
import { Chips } from "../components/chips.tsx";
import { Checkboxes, Radios, Select } from "../components/choices.tsx";
import { Form, FormActions } from "../components/form.tsx";
import { Menu } from "../components/menu.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { Pagination } from "../components/pagination.tsx";
import { Panel } from "../components/panel.tsx";
import { PreviewPanel } from "../components/preview-panel.tsx";
import { SelectionBar } from "../components/selection-bar.tsx";
import { type Column, Table } from "../components/table.tsx";
import { Etat, Tag } from "../components/tag.tsx";
import { formatDate, formatPhone, formatRelative } from "../format.ts";
import { formatName } from "../format-name.ts";
import type { State } from "../tone.ts";
import { Frame, type GalleryPage } from "./cadre.tsx";

const today = "2026-11-22";
const columns: readonly Column[] = [
  { key: "nom", label: "Personne", sort: { href: "?tri=-nom", direction: "asc" } },
  { key: "commune", label: "Commune", secondary: true, sort: { href: "?tri=commune" } },
  { key: "orientation", label: "Orientation" },
  { key: "referent", label: "Référent", secondary: true },
  { key: "contrat", label: "Contrat" },
  { key: "echeance", label: "Prochaine échéance", sort: { href: "?tri=echeance" } },
  { key: "rdv", label: "Rendez-vous", numeric: true, secondary: true },
  { key: "telephone", label: "Téléphone", fit: true },
];

type Line = readonly [
  string,
  string,
  string,
  string,
  string,
  State,
  string,
  string,
  number,
  string,
];
const lines: readonly Line[] = [
  [
    "ABADIE",
    "MARIE-LINE",
    "Amiens",
    "Emploi",
    "Sacha Leroy",
    "late",
    "À renouveler",
    "2026-11-17",
    4,
    "0612345678",
  ],
  [
    "BEN SAÏD",
    "Nour",
    "Corbie",
    "Sociale",
    "Camille Roux",
    "soon",
    "Échu bientôt",
    "2026-11-25",
    12,
    "0322000001",
  ],
  [
    "DE LA TOUR D'AUVERGNE",
    "JEAN-PIERRE",
    "Longueau",
    "Socio-professionnelle",
    "Sacha Leroy",
    "ok",
    "En cours",
    "2027-02-03",
    7,
    "0612000002",
  ],
  [
    "DIALLO",
    "FATOU",
    "Amiens",
    "Emploi",
    "Camille Roux",
    "waiting",
    "À signer",
    "2026-12-01",
    2,
    "0612000003",
  ],
  [
    "LEFEBVRE",
    "BRUNO",
    "Albert",
    "Sociale",
    "Sacha Leroy",
    "closed",
    "Terminé",
    "2026-12-30",
    31,
    "",
  ],
  [
    "N'DIAYE",
    "AWA",
    "Amiens",
    "Emploi",
    "Camille Roux",
    "ok",
    "En cours",
    "2027-03-18",
    5,
    "0712000004",
  ],
  [
    "VAN DEN BERGHE",
    "ANNE",
    "Doullens",
    "Socio-professionnelle",
    "Sacha Leroy",
    "soon",
    "Échu bientôt",
    "2026-11-24",
    9,
    "0612000005",
  ],
];

const rows = [...lines, ...lines, ...lines].map(
  ([nom, prenom, commune, type, referent, tone, contrat, date, rdv, phone], index) => {
    const name = formatName(nom, prenom, "list");
    return {
      key: String(index + 1),
      name,
      href: `/d/personnes/${index + 1}`,
      preview: `/d/personnes/${index + 1}/apercu`,
      selected: index === 1,
      cells: [
        <a href={`/d/personnes/${index + 1}`}>{name}</a>,
        commune,
        <Tag tone={type === "Emploi" ? "a" : type === "Sociale" ? "b" : "d"}>{type}</Tag>,
        referent,
        <Etat tone={tone}>{contrat}</Etat>,
        <span class={tone === "late" ? "tone-late tone-text" : undefined}>
          {formatRelative(date, today)}
        </span>,
        rdv,
        formatPhone(phone),
      ],
    };
  },
);

function Filters(): VNode {
  return (
    <Panel label="Affiner la liste">
      <Form action="/d/personnes" method="get" layout="wide" live="resultats">
        <div class="grid-3">
          <Select
            name="territoire"
            label="Territoire"
            filter
            options={[{ value: "1", label: "Amiens" }]}
            empty="Tous les territoires"
          />
          <Radios
            name="droit"
            label="Droit"
            value="ouvert"
            options={[
              { value: "ouvert", label: "Ouvert" },
              { value: "suspendu", label: "Suspendu" },
            ]}
          />
          <Checkboxes
            name="contrat"
            label="Contrat"
            values={["sans"]}
            options={[
              { value: "sans", label: "Sans contrat" },
              { value: "echu", label: "À échéance dans le mois" },
            ]}
          />
        </div>
        <FormActions>
          <Button kind="primary">Appliquer</Button>
        </FormActions>
      </Form>
    </Panel>
  );
}

export const listPage: GalleryPage = {
  name: "liste",
  render: (assets) => (
    <Frame
      assets={assets}
      title="Personnes"
      current="personnes"
      crumbs={["Accueil", "Personnes"]}
      wide
    >
      <PageHeader
        title="37 personnes sans contrat depuis plus d’un mois"
        meta={<span>Territoire d’Amiens, au {formatDate(today)}</span>}
        actions={
          <>
            <ButtonLink href="/d/personnes.xlsx" icon="exporter">
              Exporter
            </ButtonLink>
            <ButtonLink href="/d/vues/nouvelle" dialog="vue">
              Enregistrer cette vue
            </ButtonLink>
            <Menu
              label="Colonnes"
              items={[{ label: "Choisir les colonnes", href: "/d/colonnes" }]}
            />
          </>
        }
      />
      <div class="stack">
        <Chips
          refresh="resultats"
          clearHref="/d/personnes"
          chips={[
            { label: "Territoire : Amiens", removeHref: "?a=1" },
            { label: "Sans contrat depuis plus d’un mois", removeHref: "?b=1" },
            { label: "Droit ouvert", removeHref: "?c=1" },
          ]}
        />
        <Filters />
        <div class="with-preview">
          <div id="resultats" class="region">
            <Table
              caption="Personnes sans contrat"
              captionHidden
              columns={columns}
              rows={rows}
              selection={{ form: "selection", name: "personne" }}
            />
            <SelectionBar
              id="selection"
              action="/d/personnes/lot"
              noun={["personne choisie", "personnes choisies"]}
            >
              <Button small formAction="/d/convoquer">
                Convoquer
              </Button>
              <Button small formAction="/d/affecter">
                Affecter un référent
              </Button>
            </SelectionBar>
            <Pagination
              total={2437}
              noun={["personne", "personnes"]}
              shown={{ from: 1, to: 50 }}
              next="?apres=50"
            />
          </div>
          <PreviewPanel />
        </div>
      </div>
    </Frame>
  ),
};
