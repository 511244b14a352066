import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Select, type SelectProps } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatAgo, formatCount, formatDate } from "#platform/ui/format.ts";
import type { RessourceLue } from "../db/ressources.ts";
import { categoriesBesoin, libelles } from "../domain/vocabulaire.ts";
import type { RessourcesTrouvees } from "../usecases/lire-ressources.ts";
import { enBref, type Href, motsDe, telephoneDe } from "./mots.tsx";

export interface Criteres {
  readonly theme: string;
  readonly commune: string;
  readonly public: string;
  /** As typed. */
  readonly jour: string;
  readonly q: string;
}

interface Props {
  readonly trouvees: RessourcesTrouvees;
  readonly criteres: Criteres;
  readonly freins: readonly { readonly code: string; readonly libelle: string }[];
  readonly href: Href;
  readonly tient: boolean;
}

export function ongletsRessources(href: Href, current: string): VNode {
  return (
    <Tabs
      label="L’annuaire"
      current={current}
      tabs={[
        { key: "recherche", label: "Chercher", href: href("/ressources") },
        { key: "liste", label: "Tenir à jour", href: href("/ressources/liste") },
      ]}
    />
  );
}

export function PageRecherche(props: Props): VNode {
  const { trouvees, href, tient } = props;
  return (
    <>
      <PageHeader
        over="Annuaire des ressources"
        title="Trouver une ressource"
        actions={
          tient && (
            <>
              <ButtonLink href={href("/ressources/nouvelle")} icon="plus">
                Ajouter une ressource
              </ButtonLink>
              <ButtonLink href={href("/ressources/echange")}>Échanger l’annuaire</ButtonLink>
            </>
          )
        }
      />
      <div class="stack">
        {tient && ongletsRessources(href, "recherche")}
        <Criteres {...props} />
        {trouvees.communeInconnue && (
          <Alert tone="soon" title="Commune inconnue">
            La recherche porte sur tout le département. Vérifiez le nom de la commune.
          </Alert>
        )}
        {trouvees.themeInconnu && (
          <Alert tone="soon" title="Besoin inconnu">
            La recherche porte sur tous les besoins.
          </Alert>
        )}
        <Resultats {...props} />
      </div>
    </>
  );
}

function besoins(freins: Props["freins"]): SelectProps["options"] {
  const connus = new Set(categoriesBesoin.map(({ code }) => code));
  return [
    {
      label: "Selon un frein",
      options: freins
        .filter(({ code }) => !connus.has(code))
        .map(({ code, libelle }) => ({ value: code, label: libelle })),
    },
    ...categoriesBesoin.map(({ code, libelle, besoins: siens }) => ({
      label: libelle,
      options: [
        { value: code, label: `${libelle} : tout` },
        ...Object.entries(siens).map(([value, label]) => ({ value, label })),
      ],
    })),
  ];
}

function Criteres({ criteres, freins, href }: Props): VNode {
  return (
    <Form
      action={href("/ressources")}
      method="get"
      layout="inline"
      live="resultats"
      label="Chercher une ressource"
    >
      <Select
        name="theme"
        label="Besoin"
        filter
        empty="Tous les besoins"
        value={criteres.theme}
        options={besoins(freins)}
        width={20}
      />
      <TextField name="commune" label="Commune" filter width={10} value={criteres.commune} />
      <Select
        name="public"
        label="Public"
        filter
        empty="Tous les publics"
        value={criteres.public}
        options={Object.entries(libelles.public).map(([value, label]) => ({ value, label }))}
        width={10}
      />
      <DateField name="jour" label="Ouverte le" filter value={criteres.jour} />
      <TextField name="q" label="Mots" type="search" filter width={10} value={criteres.q} />
      <Button kind="primary">Chercher</Button>
    </Form>
  );
}

const MONTREES = 100;

function Resultats(props: Props): VNode {
  const { trouvees, href } = props;
  const { ressources } = trouvees;
  const montrees = ressources.slice(0, MONTREES);
  return (
    <div id="resultats" class="stack">
      <p class="sentence" role="status">
        {phrase(props)}
      </p>
      {ressources.length === 0 ? (
        <EmptyState
          title="Aucune ressource ne répond"
          text="Élargissez le besoin, ou retirez la commune, le public ou le jour."
        />
      ) : (
        <form class="stack" method="get" action={href("/ressources/fiche")}>
          <ul class="lines">
            {montrees.map((une) => (
              <li key={une.id}>
                <Resultat ressource={une} trouvees={trouvees} href={href} />
              </li>
            ))}
          </ul>
          {ressources.length > MONTREES && (
            <p class="muted">
              Les {MONTREES} premières sont montrées : précisez le besoin ou la commune.
            </p>
          )}
          <div class="form-actions">
            <Button icon="imprimer">Préparer la feuille des ressources cochées</Button>
          </div>
        </form>
      )}
    </div>
  );
}

/** Some are elsewhere, and serve the commune all the same. */
function venues(nombre: number): string {
  if (nombre === 0) return "";
  return nombre > 1 ? " ou qui y viennent" : " ou qui y vient";
}

function phrase({ trouvees, criteres }: Props): string {
  const { ressources, commune, horairesInconnus } = trouvees;
  const combien =
    ressources.length === 0
      ? "Aucune ressource"
      : formatCount(ressources.length, "ressource", "ressources");
  const theme = libelles.besoin[criteres.theme] ?? libelles.categorie[criteres.theme];
  const dit = [
    combien,
    theme ? ` pour « ${theme} »` : "",
    commune ? ` à ${commune.nom}${venues(ressources.length)}` : "",
    criteres.jour === "" ? "" : `, ouverte${ressources.length > 1 ? "s" : ""} le ${criteres.jour}`,
  ].join("");
  return horairesInconnus > 0
    ? `${dit}. ${formatCount(horairesInconnus, "autre a", "autres ont")} des horaires inconnus.`
    : `${dit}.`;
}

function Resultat({
  ressource,
  trouvees,
  href,
}: {
  ressource: RessourceLue;
  trouvees: RessourcesTrouvees;
  href: Href;
}): VNode {
  const { id, nom, lieu, type, frais, description, verifieeLe, publics } = ressource;
  return (
    <article class="ressource">
      <input
        type="checkbox"
        class="table-check"
        name="ids"
        value={String(id)}
        aria-label={`Cocher ${nom}`}
      />
      <div class="stack-tight">
        <h2>
          <a href={href(`/ressources/${id}`)}>{nom}</a>
        </h2>
        <p class="row">
          {type !== null && <Tag>{libelles.type[type] ?? type}</Tag>}
          {frais !== null && <Tag>{libelles.frais[frais] ?? frais}</Tag>}
          <span>
            {lieu.nom}
            {lieu.commune !== null && `, ${lieu.commune}`}
          </span>
          <span class="nowrap">{telephoneDe(ressource)}</span>
        </p>
        <p>{enBref(description)}</p>
        <p class="muted small">
          {publics.length > 0 ? `${motsDe(publics, libelles.public)}. ` : ""}
          Vérifiée {formatAgo(verifieeLe, trouvees.le)}
          {ressource.au !== null && `, jusqu’au ${formatDate(ressource.au)}`}.
        </p>
      </div>
    </article>
  );
}
