import type { VNode } from "preact";
import { categoriesJuridiques, libellesCategorie } from "#commun/referentiel";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import type { Operateur } from "../usecases/lire-operateurs.ts";
import { court } from "../usecases/lire-operateurs.ts";
import { etp, type Href, Siret } from "./mots.tsx";

export interface PageOperateursProps {
  readonly operateurs: readonly Operateur[];
  readonly territoires: readonly { readonly id: number; readonly nom: string }[];
  readonly filtre: {
    readonly texte: string;
    readonly categorie: string;
    readonly territoire: string;
  };
  readonly le: string;
  readonly href: Href;
}

export function PageOperateurs(props: PageOperateursProps): VNode {
  const { operateurs, href } = props;
  return (
    <>
      <PageHeader over="Offre d’insertion" title="Opérateurs" />
      <div class="stack">
        <Filtres {...props} />
        <div id="operateurs" class="stack">
          {operateurs.length === 0 ? (
            <EmptyState
              title="Aucun opérateur ne correspond"
              text="Un opérateur apparaît ici dès qu’il porte une action. Élargissez les filtres."
              actions={<ButtonLink href={href("/operateurs")}>Tous les opérateurs</ButtonLink>}
            />
          ) : (
            <Liste {...props} />
          )}
        </div>
      </div>
    </>
  );
}

function Filtres({ filtre, territoires, href }: PageOperateursProps): VNode {
  return (
    <Form
      action={href("/operateurs")}
      method="get"
      layout="inline"
      live="operateurs"
      label="Filtrer les opérateurs"
    >
      <TextField
        name="texte"
        label="Nom, commune ou SIRET"
        type="search"
        value={filtre.texte}
        width={20}
        filter
      />
      <Select
        name="territoire"
        label="Territoire"
        empty="Tous"
        value={filtre.territoire}
        options={territoires.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        filter
      />
      <Select
        name="categorie"
        label="Catégorie juridique"
        empty="Toutes"
        value={filtre.categorie}
        options={categoriesJuridiques.map((code) => ({
          value: code,
          label: libellesCategorie[code],
        }))}
        filter
      />
      <noscript>
        <button class="btn" type="submit">
          Chercher
        </button>
      </noscript>
    </Form>
  );
}

function Liste({ operateurs, le, href }: PageOperateursProps): VNode {
  const sansSiret = operateurs.filter(({ organisme }) => organisme.siret === null).length;
  return (
    <>
      <p class="sentence">
        <strong class="num">{formatCount(operateurs.length, "opérateur", "opérateurs")}</strong>
        {sansSiret > 0 && <span class="muted"> dont {formatNumber(sansSiret)} sans SIRET</span>}
      </p>
      <Table
        caption="Opérateurs, leurs actions et leurs places"
        captionHidden
        columns={[
          { key: "nom", label: "Opérateur" },
          { key: "categorie", label: "Catégorie", phone: "fact" },
          { key: "territoires", label: "Territoires", secondary: true },
          { key: "actions", label: "Actions", numeric: true, phone: "title", unit: "actions" },
          { key: "places", label: "Occupées / places", phone: "fact" },
          { key: "equipe", label: "Temps (ETP)", numeric: true },
          { key: "siret", label: "SIRET" },
        ]}
        rows={operateurs.map((operateur) => ligne(operateur, le, href))}
      />
    </>
  );
}

function ligne({ organisme, categories, actions, equipe }: Operateur, le: string, href: Href) {
  const ouvertes = actions.filter(({ action }) => court(action, le));
  const somme = (champ: "places" | "prises") =>
    ouvertes.reduce((total, une) => total + une[champ], 0);
  const temps = equipe.reduce((total, { centiemes }) => total + centiemes, 0);
  const adresse = href(`/operateurs/${organisme.id}`);
  return {
    key: String(organisme.id),
    href: adresse,
    cells: [
      <a key="nom" href={adresse}>
        {organisme.nom}
      </a>,
      categories[0] === undefined ? "" : libellesCategorie[categories[0]],
      [...new Set(actions.map(({ action }) => action.territoire))].join(", "),
      formatNumber(ouvertes.length),
      <Gauge
        key="places"
        label={`Places occupées, ${organisme.nom}`}
        value={somme("prises")}
        max={somme("places")}
      />,
      <span key="temps" class="row">
        {etp(temps)}
        {equipe.some(({ depasse }) => depasse) && <Etat tone="soon">Plus d’un temps plein</Etat>}
      </span>,
      <Siret key="siret" siret={organisme.siret} />,
    ],
  };
}
