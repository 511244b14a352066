import type { VNode } from "preact";
import { decalerMois } from "#offre/comptage";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { type Chip, Chips } from "#platform/ui/components/chips.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { formatCount, formatDate, formatMonth, formatNumber } from "#platform/ui/format.ts";
import {
  type ComptesTableau,
  compterTableau,
  correspond,
  type FiltreTableau,
} from "../domain/tableau.ts";
import { adresseDe, type DemandeTableau, groupeDe, regroupements } from "./demande.ts";
import { type Href, libellesFiltre, Source, tonsFiltre } from "./mots.tsx";
import type { PropsTableau } from "./props-tableau.ts";
import { TableGroupes } from "./table-groupes.tsx";
import { LignesDuTableau } from "./table-restitutions.tsx";

const libellesPar = {
  territoire: "Par territoire",
  axe: "Par axe",
  operateur: "Par opérateur",
} as const;

/** One month of all the returns one may see: what came, what did not, and what to do of it. */
export function PageTableau(props: PropsTableau): VNode {
  const { tableau, demande, href } = props;
  const { par, groupe, etat } = demande;
  const duGroupe = tableau.lignes.filter(
    (ligne) => groupe === null || groupeDe(ligne, par, tableau.axes).cle === groupe,
  );
  const lignes = duGroupe.filter((ligne) => etat === null || correspond(ligne, etat));
  return (
    <div class="stack">
      <EnTete {...props} />
      <Chiffres {...props} comptes={compterTableau(duGroupe)} />
      {groupe === null && etat === null && tableau.lignes.length > 0 && (
        <Card title="Où elles en sont">
          <div class="stack">
            <Tabs
              label="Regrouper les restitutions"
              current={par}
              tabs={regroupements.map((un) => ({
                key: un,
                label: libellesPar[un],
                href: href(adresseDe({ ...demande, par: un, groupe: null })),
              }))}
            />
            <TableGroupes {...props} />
          </div>
        </Card>
      )}
      <Filtres {...props} nombre={lignes.length} />
      <LignesDuTableau {...props} lignes={lignes} />
      {groupe === null && etat === null && <MoisAnterieurs {...props} />}
      <Source texte={tableau.regle.texte} certitude={tableau.regle.certitude} />
    </div>
  );
}

function EnTete({ tableau, demande, href, droits }: PropsTableau): VNode {
  const { mois, premier, dernier, lignes } = tableau;
  const autre = (vers: string) => href(adresseDe({ ...demande, mois: vers }));
  const due = lignes[0]?.restitution.dueLe;
  return (
    <PageHeader
      over="Restitutions mensuelles"
      title={formatMonth(mois).replace(/^./u, (lettre) => lettre.toLocaleUpperCase("fr"))}
      meta={
        <>
          {due !== undefined && <span>{`À rendre au plus tard le ${formatDate(due)}`}</span>}
          {mois > premier && (
            <a rel="prev" href={autre(decalerMois(mois, -1))}>
              Mois précédent
            </a>
          )}
          {mois < dernier && (
            <a rel="next" href={autre(decalerMois(mois, 1))}>
              Mois suivant
            </a>
          )}
        </>
      }
      actions={
        <>
          {droits.has("restitution:remplir") && (
            <ButtonLink href={href("/restitutions")}>Mes restitutions à faire</ButtonLink>
          )}
          <ButtonLink download href={href(`/restitutions/export.xlsx?mois=${mois}`)}>
            Exporter en XLSX
          </ButtonLink>
          <ButtonLink download href={href(`/restitutions/export.csv?mois=${mois}`)}>
            CSV
          </ButtonLink>
        </>
      }
    />
  );
}

const enVue: readonly FiltreTableau[] = [
  "recues",
  "a-accepter",
  "en-retard",
  "non-transmises",
  "a-corriger",
  "changees",
];

function Chiffres({
  comptes,
  demande,
  href,
}: PropsTableau & { readonly comptes: ComptesTableau }): VNode {
  return (
    <div class="grid-3">
      {enVue
        .filter((filtre) => filtre === "recues" || comptes[filtre] > 0)
        .map((filtre) => (
          <Figure
            key={filtre}
            label={libellesFiltre[filtre]}
            value={formatNumber(comptes[filtre])}
            of={filtre === "recues" ? `sur ${formatNumber(comptes.total)}` : undefined}
            href={comptes[filtre] === 0 ? undefined : href(adresseDe({ ...demande, etat: filtre }))}
            tone={tonsFiltre[filtre]}
          />
        ))}
    </div>
  );
}

/** What earlier months still wait for, each a door. */
function MoisAnterieurs({ tableau, demande, href }: PropsTableau): VNode | null {
  const { suspens } = tableau;
  if (suspens.length === 0) return null;
  const porte = (mois: string, etat: FiltreTableau | null, dit: string) => (
    <a href={href(adresseDe({ ...demande, mois, etat }))}>{dit}</a>
  );
  return (
    <Card title="Mois antérieurs">
      <ul class="plain-list stack-tight">
        {suspens.map(({ mois, aAccepter, manquantes, changees }) => (
          <li key={mois} class="row">
            <span class="strong">{porte(mois, null, formatMonth(mois))}</span>
            {aAccepter > 0 && porte(mois, "a-accepter", `${aAccepter} à accepter`)}
            {manquantes > 0 &&
              porte(mois, "manquantes", formatCount(manquantes, "manquante", "manquantes"))}
            {changees > 0 &&
              porte(mois, "changees", formatCount(changees, "à rectifier", "à rectifier"))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Filtres({
  tableau,
  demande,
  href,
  nombre,
}: PropsTableau & { readonly nombre: number }): VNode {
  const { etat, groupe, par } = demande;
  const nom = tableau.lignes
    .map((ligne) => groupeDe(ligne, par, tableau.axes))
    .find(({ cle }) => cle === groupe)?.nom;
  const chips: Chip[] = [
    ...(etat === null
      ? []
      : [{ label: libellesFiltre[etat], removeHref: href(adresseDe({ ...demande, etat: null })) }]),
    ...(groupe === null
      ? []
      : [{ label: nom ?? groupe, removeHref: href(adresseDe({ ...demande, groupe: null })) }]),
  ];
  return (
    <div class="row row-between">
      <h2>{formatCount(nombre, "restitution", "restitutions")}</h2>
      <Chips chips={chips} clearHref={href(adresseDe({ ...demande, etat: null, groupe: null }))} />
      <Choisir demande={demande} href={href} />
    </div>
  );
}

/** The same filters for who prefers a list to the figures. */
function Choisir({
  demande,
  href,
}: {
  readonly demande: DemandeTableau;
  readonly href: Href;
}): VNode {
  const { mois, par, groupe } = demande;
  return (
    <div class="no-print">
      <Form
        method="get"
        action={href("/restitutions")}
        layout="inline"
        label="Choisir un état"
        fields={{
          ...(mois !== null && { mois }),
          ...(par !== "territoire" && { par }),
          ...(groupe !== null && { groupe }),
        }}
      >
        <Select
          name="etat"
          label="État"
          filter
          empty="Tous les états"
          value={demande.etat ?? ""}
          options={Object.entries(libellesFiltre).map(([value, label]) => ({ value, label }))}
        />
        <Button>Afficher</Button>
      </Form>
    </div>
  );
}
