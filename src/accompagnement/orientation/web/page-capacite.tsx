import type { VNode } from "preact";
import type { Dominante } from "#commun/referentiel";
import { depassementEnMots } from "#commun/structure";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Trend } from "#platform/ui/components/trend.tsx";
import { formatCount, formatNumber, formatRate } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import type {
  CaseDuTableau,
  LigneDuTableau,
  Occupation,
  TableauDesPlaces,
} from "../domain/tableau-places.ts";
import { CarteCapacite, type CarteCapaciteProps } from "./carte-capacite.tsx";

interface Choix {
  readonly value: string;
  readonly label: string;
}

export interface PageCapaciteProps {
  readonly tableau: TableauDesPlaces;
  readonly carte: CarteCapaciteProps;
  readonly filtre: { readonly territoire: string; readonly type: string };
  readonly territoires: readonly Choix[];
  readonly types: readonly Choix[];
  readonly href: (path: string) => string;
}

const dominantes: readonly (readonly [Dominante, string])[] = [
  ["emploi", "Emploi"],
  ["socio-professionnelle", "Socio-professionnelle"],
  ["sociale", "Sociale"],
];

export function PageCapacite(props: PageCapaciteProps): VNode {
  const { tableau, carte, href } = props;
  return (
    <>
      <PageHeader
        over="Réseau"
        title="Places et charges"
        meta={
          <span>
            {formatCount(tableau.lignes.length, "structure", "structures")} de votre périmètre
          </span>
        }
        actions={<ButtonLink href={href("/structures")}>Les structures</ButtonLink>}
      />
      <div class="stack">
        <Filtres {...props} />
        <div id="capacite" class="stack">
          <Chiffres tableau={tableau} href={href} />
          <CarteCapacite {...carte} />
          {tableau.lignes.length === 0 ? (
            <EmptyState
              title="Aucune structure ne reçoit cela ici"
              text="Élargissez les filtres : un autre territoire, ou tous les types d’orientation."
              actions={
                <ButtonLink href={href("/orientation/capacite")}>Toutes les places</ButtonLink>
              }
            />
          ) : (
            <Tableau lignes={tableau.lignes} href={href} />
          )}
        </div>
      </div>
    </>
  );
}

function Filtres({ filtre, territoires, types, href }: PageCapaciteProps): VNode {
  return (
    <Form
      action={href("/orientation/capacite")}
      method="get"
      layout="inline"
      live="capacite"
      label="Choisir les places montrées"
    >
      <Select
        name="territoire"
        label="Territoire"
        empty="Tous les territoires"
        value={filtre.territoire}
        options={territoires}
        filter
      />
      <Select
        name="type"
        label="Type d’orientation"
        empty="Tous les types"
        value={filtre.type}
        options={types}
        width={20}
        filter
      />
      <FormActions>
        <Button>Montrer</Button>
      </FormActions>
    </Form>
  );
}

function Chiffres({
  tableau: { total, tendance, lignes },
  href,
}: {
  tableau: TableauDesPlaces;
  href: (path: string) => string;
}): VNode {
  const completes = lignes.filter(({ total: une }) => ton(une) === "late").length;
  const { libres } = total;
  return (
    <div class="grid-4">
      <Figure
        label="Personnes suivies"
        value={formatNumber(total.suivies)}
        of={total.places === null ? undefined : `/ ${formatNumber(total.places)}`}
        href={
          total.visibles === 0
            ? undefined
            : href("/personnes?orientation=emploi,socio-professionnelle,sociale&beneficiaire=tous")
        }
        trend={{ values: tendance, label: enMots(tendance) }}
      />
      <Figure
        label="Places libres"
        value={libres === null ? "sans limite" : formatNumber(libres)}
        note={
          total.places === null
            ? "une structure au moins n’a pas de limite"
            : `${formatRate(total.suivies, total.places)} des places occupées`
        }
        tone={ton(total)}
      />
      <Figure
        label="Proposées, pas encore décidées"
        value={formatNumber(total.attendues)}
        note={
          libres !== null && total.attendues > libres
            ? "plus que les places libres"
            : "prochaines arrivées possibles"
        }
        tone={libres !== null && total.attendues > libres ? "soon" : "waiting"}
      />
      <Figure
        label="Structures complètes"
        value={formatNumber(completes)}
        of={`/ ${formatNumber(lignes.length)}`}
        note={notePour(completes, lignes)}
        tone={completes === 0 ? "ok" : "late"}
      />
    </div>
  );
}

function notePour(completes: number, lignes: readonly LigneDuTableau[]): string {
  const depassees = lignes.filter(({ total }) => depassementEnMots(total) !== null).length;
  if (depassees > 0)
    return `dont ${formatCount(depassees, "au-delà de ses places", "au-delà de leurs places")}`;
  return completes === 0 ? "chacune a de la place" : "elles ne reçoivent plus personne";
}

function Tableau({
  lignes,
  href,
}: {
  lignes: readonly LigneDuTableau[];
  href: (path: string) => string;
}): VNode {
  const montrees = dominantes.filter(([code]) =>
    lignes.some(({ cases }) => cases[code].length > 0),
  );
  return (
    <Table
      caption="Personnes suivies et places, par structure et par type"
      columns={[
        { key: "structure", label: "Structure" },
        ...montrees.map(([code, label]) => ({ key: code, label })),
        { key: "tendance", label: "Six derniers mois" },
        { key: "attendues", label: "Arrivées proposées", numeric: true },
      ]}
      rows={lignes.map((ligne) => ({
        key: String(ligne.id),
        href: href(`/structures/${ligne.id}`),
        cells: [
          <span key="nom">
            <a class="strong" href={href(`/structures/${ligne.id}`)}>
              {ligne.nom}
            </a>
            {ligne.commune !== null && (
              <span class="muted small structure-classe">{ligne.commune}</span>
            )}
          </span>,
          ...montrees.map(([code]) =>
            ligne.cases[code].length === 0 ? null : (
              <Cases
                key={code}
                cases={ligne.cases[code]}
                ligne={ligne}
                dominante={code}
                href={href}
              />
            ),
          ),
          ligne.tendance.length === 0 ? null : (
            <Trend key="tendance" values={ligne.tendance} label={enMots(ligne.tendance)} />
          ),
          ligne.total.attendues === 0 ? "" : formatNumber(ligne.total.attendues),
        ],
      }))}
    />
  );
}

function Cases({
  cases,
  ligne,
  dominante,
  href,
}: {
  cases: readonly CaseDuTableau[];
  ligne: LigneDuTableau;
  dominante: Dominante;
  href: (path: string) => string;
}): VNode {
  const visibles = cases.reduce((somme, une) => somme + une.visibles, 0);
  return (
    <span>
      {cases.map((une) => (
        <span key={une.type} class="places-type">
          {cases.length > 1 && <span class="small">{une.libelle}</span>}
          {une.places === null ? (
            <span class="num">{formatNumber(une.suivies)}, sans limite</span>
          ) : (
            <Gauge
              label={`${une.libelle}, ${ligne.nom}`}
              value={une.suivies}
              max={une.places}
              tone={ton(une)}
            />
          )}
          <Depassement occupation={une} />
        </span>
      ))}
      {visibles > 0 && (
        <a
          class="small"
          href={href(`/personnes?beneficiaire=tous&structure=${ligne.id}&orientation=${dominante}`)}
        >
          {formatCount(visibles, "personne", "personnes")}
        </a>
      )}
    </span>
  );
}

function Depassement({ occupation }: { readonly occupation: Occupation }): VNode | null {
  const pourquoi = depassementEnMots(occupation);
  return pourquoi === null ? null : <span class="small muted">{pourquoi}</span>;
}

/** Full, nearly full, or with room. */
function ton({ suivies, places }: Occupation): State {
  if (places === null) return "neutral";
  if (suivies >= places) return "late";
  return suivies >= places * 0.9 ? "soon" : "ok";
}

function enMots(valeurs: readonly number[]): string {
  const [premiere = 0] = valeurs;
  const derniere = valeurs.at(-1) ?? 0;
  return `${formatNumber(premiere)} à ${formatNumber(derniere)} personnes suivies en six mois`;
}
