import type { VNode } from "preact";
import type { AxeOffre, FicheAction } from "#commun/referentiel";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate, formatNumber, formatRate } from "#platform/ui/format.ts";
import type { ResumeFiche } from "../db/resume.ts";
import type { OffreConsultee } from "../usecases/consulter-offre.ts";
import { AConfirmer, type Href, Source } from "./mots.tsx";
import type { LienOffre } from "./ports.ts";

interface Props {
  readonly offre: OffreConsultee;
  readonly liens: readonly LienOffre[];
  readonly peutOuvrir: boolean;
  readonly href: Href;
}

interface Total {
  readonly actions: number;
  readonly places: number;
  readonly prises: number;
  readonly libres: number;
}

function totaliser(lignes: readonly ResumeFiche[]): Total {
  const somme = (champ: keyof Total) => lignes.reduce((total, une) => total + une[champ], 0);
  return {
    actions: somme("actions"),
    places: somme("places"),
    prises: somme("prises"),
    libres: somme("libres"),
  };
}

/** Axes with their sheets, what runs under each and what is left of it. */
export function PageOffre(props: Props): VNode {
  const { offre, liens, peutOuvrir, href } = props;
  const { enVigueur, territoireId } = offre;
  const { titre, axes } = enVigueur.programme;
  return (
    <>
      <PageHeader
        over="Offre d’insertion"
        title={titre}
        meta={
          <>
            <span>En vigueur depuis le {formatDate(enVigueur.depuis)}</span>
            <AConfirmer certitude={enVigueur.certitude} />
          </>
        }
        actions={
          <>
            {peutOuvrir && (
              <ButtonLink kind="primary" icon="plus" href={href("/offre/actions/nouvelle")}>
                Ouvrir une action
              </ButtonLink>
            )}
            {liens.map(({ path, label }) => (
              <ButtonLink key={path} href={href(path)}>
                {label}
              </ButtonLink>
            ))}
          </>
        }
      />
      <div class="stack">
        <ChoixTerritoire {...props} />
        <div id="offre" class="stack">
          <Chiffres {...props} />
          <div class="halves">
            {axes.map((axe) => (
              <CarteAxe key={axe.code} axe={axe} {...props} />
            ))}
          </div>
          {territoireId === null && <ParTerritoire {...props} />}
          <Source texte={enVigueur.texte} certitude={enVigueur.certitude} />
        </div>
      </div>
    </>
  );
}

function ChoixTerritoire({ offre, href }: Props): VNode {
  return (
    <Form
      action={href("/offre")}
      method="get"
      layout="inline"
      live="offre"
      label="Choisir un territoire"
    >
      <Select
        name="territoire"
        label="Territoire"
        empty="Tout le département"
        value={offre.territoireId === null ? "" : String(offre.territoireId)}
        options={offre.territoires.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        filter
      />
      <noscript>
        <button class="btn" type="submit">
          Afficher
        </button>
      </noscript>
    </Form>
  );
}

/** The list of the actions counted here. */
function porte(
  { offre: { territoireId }, href }: Props,
  filtres: Readonly<Record<string, string>> = {},
): string {
  const adresse = new URLSearchParams({ etat: "ouverte", ...filtres });
  if (territoireId !== null) adresse.set("territoire", String(territoireId));
  return href(`/offre/actions?${adresse}`);
}

function Chiffres(props: Props): VNode {
  const total = totaliser(props.offre.resume);
  return (
    <div class="grid-4">
      <Figure label="Actions ouvertes" value={formatNumber(total.actions)} href={porte(props)} />
      <Figure
        label="Places"
        value={formatNumber(total.places)}
        href={porte(props, { tri: "places", sens: "desc" })}
      />
      <Figure
        label="Places occupées aujourd’hui"
        value={formatNumber(total.prises)}
        {...(total.places > 0 && { note: `${formatRate(total.prises, total.places)} des places` })}
        href={porte(props, { tri: "prises", sens: "desc" })}
      />
      <Figure
        label="Places libres"
        value={formatNumber(total.libres)}
        note={
          total.libres > total.places - total.prises
            ? "ce qu’une action reçoit en plus n’en ôte pas aux autres"
            : undefined
        }
        href={porte(props, { libres: "oui", tri: "libres", sens: "desc" })}
      />
    </div>
  );
}

function CarteAxe(props: Props & { axe: AxeOffre }): VNode {
  const { axe, offre, href } = props;
  const fiches = offre.enVigueur.programme.fiches.filter((fiche) => fiche.axe === axe.code);
  return (
    <Card
      id={`axe-${axe.code}`}
      title={`${axe.numero} · ${axe.libelle}`}
      aside={
        <a class="small" href={porte(props, { axe: axe.code })}>
          Ses actions
        </a>
      }
    >
      <p class="muted">{axe.objectif}.</p>
      <Table
        caption={`Fiches : ${axe.libelle}`}
        captionHidden
        columns={[
          { key: "fiche", label: "Fiche" },
          { key: "actions", label: "Actions", numeric: true },
          { key: "places", label: "Occupées / places" },
          { key: "libres", label: "Libres", numeric: true },
        ]}
        rows={fiches.map((fiche) => ligneFiche(props, fiche, href))}
      />
    </Card>
  );
}

function ligneFiche(props: Props, fiche: FicheAction, href: Href) {
  const ici = totaliser(props.offre.resume.filter(({ ficheCode }) => ficheCode === fiche.code));
  return {
    key: fiche.code,
    cells: [
      <a key="fiche" href={href(`/offre/fiches/${fiche.code}`)}>
        {fiche.numero} · {fiche.court}
      </a>,
      ici.actions === 0 ? (
        "0"
      ) : (
        <a key="actions" href={porte(props, { fiche: fiche.code })}>
          {formatNumber(ici.actions)}
        </a>
      ),
      ...placesEnCellules(props, ici, { label: fiche.court, filtre: { fiche: fiche.code } }),
    ],
  };
}

interface Cellules {
  readonly label: string;
  readonly filtre: Readonly<Record<string, string>>;
}

function placesEnCellules(
  props: Props,
  { places, prises, libres }: Total,
  { label, filtre }: Cellules,
) {
  return [
    places === 0 ? (
      <span key="places" class="muted">
        aucune place
      </span>
    ) : (
      <Gauge
        key="places"
        label={`Places occupées, ${label}`}
        value={prises}
        max={places}
        tone={prises > places ? "soon" : undefined}
      />
    ),
    libres === 0 ? (
      "0"
    ) : (
      <a key="libres" href={porte(props, { ...filtre, libres: "oui" })}>
        {formatNumber(libres)}
      </a>
    ),
  ];
}

function ParTerritoire(props: Props): VNode {
  const { offre, href } = props;
  return (
    <Card title="Par territoire">
      <Table
        caption="Actions et places, par territoire"
        captionHidden
        columns={[
          { key: "territoire", label: "Territoire" },
          { key: "actions", label: "Actions", numeric: true },
          { key: "places", label: "Occupées / places" },
          { key: "libres", label: "Libres", numeric: true },
        ]}
        rows={offre.territoires.map(({ id, nom }) => {
          const ici = totaliser(offre.resume.filter(({ territoireId }) => territoireId === id));
          const filtre = { territoire: String(id) };
          return {
            key: String(id),
            cells: [
              <a key="territoire" href={href(`/offre?territoire=${id}`)}>
                {nom}
              </a>,
              <a key="actions" href={porte(props, filtre)}>
                {formatNumber(ici.actions)}
              </a>,
              ...placesEnCellules(props, ici, { label: nom, filtre }),
            ],
          };
        })}
      />
    </Card>
  );
}
