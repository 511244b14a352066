import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { type Column, Table } from "#platform/ui/components/table.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import type { State } from "#platform/ui/tone.ts";
import { phrases, type Tri, type Vue, vues } from "../domain/portefeuille.ts";
import type { EquipePortefeuille, PortefeuilleLu } from "../usecases/lire-portefeuille.ts";
import { rang } from "./ligne-portefeuille.tsx";
import type { Href } from "./mots.tsx";

export interface PagePortefeuilleProps {
  readonly lu: PortefeuilleLu;
  readonly vue: Vue;
  readonly tri: Tri;
  readonly href: Href;
  /** The query that names this caseload: `referent=3`. */
  readonly qui: string;
  readonly transmet: boolean;
  readonly plusieurs: boolean;
}

export function titreDuPortefeuille({ titre, referents, structure }: PortefeuilleLu): string {
  const [premier] = referents;
  if (titre === "structure" || referents.length !== 1 || !premier) {
    return `Portefeuilles, ${structure?.nom ?? ""}`;
  }
  return `Portefeuille de ${formatName(premier.referent.nom, premier.referent.prenom)}`;
}

export function PagePortefeuille(props: PagePortefeuilleProps): VNode {
  const { lu, href, transmet, plusieurs } = props;
  const [premier] = lu.referents;
  const seul = lu.titre === "referent" && premier !== undefined;
  return (
    <>
      <PageHeader
        over={seul ? premier.referent.structure : "Accompagnement"}
        title={titreDuPortefeuille(lu)}
        meta={
          <span>
            {formatCount(lu.suivies, "personne accompagnée", "personnes accompagnées")} pour{" "}
            {formatNumber(lu.attendues)} attendues
          </span>
        }
        actions={
          <>
            {transmet && seul && (
              <ButtonLink href={href(`/portefeuille/transmettre?referent=${premier.referent.id}`)}>
                Transmettre ce portefeuille
              </ButtonLink>
            )}
            {plusieurs && (
              <ButtonLink href={href("/portefeuille")}>Tous les portefeuilles</ButtonLink>
            )}
          </>
        }
      />
      <div class="stack">
        <Chiffres {...props} />
        {lu.titre === "structure" && <Equipe equipe={lu.referents} href={href} />}
        <Liste {...props} />
      </div>
    </>
  );
}

function adresse({ href, qui }: PagePortefeuilleProps, vue: Vue, tri: Tri = "nom", page = 1) {
  const choix = [
    qui,
    vue === "toutes" ? "" : `vue=${vue}`,
    tri === "nom" ? "" : `tri=${tri}`,
    page === 1 ? "" : `page=${page}`,
  ].filter(Boolean);
  return href(`/portefeuille?${choix.join("&")}`);
}

const portes = [
  ["sans-rendez-vous", "Sans rendez-vous à venir", "soon"],
  ["sans-contact", "Sans contact depuis 30 jours", "late"],
  ["fin-proche", "Fin proche ou passée", "soon"],
] as const satisfies readonly (readonly [Vue, string, State])[];

function Chiffres(props: PagePortefeuilleProps): VNode {
  const { lu } = props;
  return (
    <div class="grid-4">
      <Figure
        label="Personnes accompagnées"
        value={formatNumber(lu.suivies)}
        of={`/ ${formatNumber(lu.attendues)}`}
        href={adresse(props, "toutes")}
        tone={lu.suivies > lu.attendues ? "soon" : undefined}
        note={lu.suivies > lu.attendues ? "au-delà du nombre attendu" : undefined}
      />
      {portes.map(([vue, label, ton]) => {
        const nombre = lu.parVue[vue];
        return (
          <Figure
            key={vue}
            label={label}
            value={formatNumber(nombre)}
            href={adresse(props, vue)}
            tone={nombre === 0 ? undefined : ton}
          />
        );
      })}
    </div>
  );
}

function Equipe({
  equipe,
  href,
}: {
  readonly equipe: readonly EquipePortefeuille[];
  readonly href: Href;
}): VNode {
  return (
    <Table
      caption="Référents de la structure"
      columns={[
        { key: "referent", label: "Référent" },
        { key: "etp", label: "Temps", numeric: true, fit: true },
        { key: "charge", label: "Personnes suivies, pour le nombre attendu" },
      ]}
      rows={equipe.map(({ referent, suivies, attendues }) => {
        const nom = formatName(referent.nom, referent.prenom);
        return {
          key: String(referent.id),
          href: href(`/portefeuille?referent=${referent.id}`),
          cells: [
            <a key="nom" href={href(`/portefeuille?referent=${referent.id}`)}>
              {nom}
            </a>,
            `${formatNumber(referent.etp, referent.etp === 1 ? 0 : 1)} ETP`,
            <Gauge
              key="charge"
              label={`Personnes suivies par ${nom}`}
              value={suivies}
              max={attendues}
              tone={suivies > attendues ? "soon" : undefined}
            />,
          ],
        };
      })}
    />
  );
}

function Liste(props: PagePortefeuilleProps): VNode {
  const { lu, vue, tri } = props;
  const { lignes: montrees, pages } = lu;
  return (
    <section class="stack" aria-label="Personnes">
      <Tabs
        label="Filtrer le portefeuille"
        current={vue}
        tabs={(Object.keys(vues) as Vue[]).map((une) => ({
          key: une,
          label: vues[une],
          href: adresse(props, une, tri),
          count: lu.parVue[une],
        }))}
      />
      {montrees.length === 0 ? (
        <EmptyState
          title={
            vue === "toutes" ? "Personne n’est confié à ce portefeuille" : "Personne dans ce cas"
          }
          text={
            vue === "toutes"
              ? "Les personnes y entrent quand une orientation les confie à ce référent."
              : "Tout est en ordre de ce côté. Revenez à toutes les personnes."
          }
        />
      ) : (
        <Table
          caption={`${formatCount(lu.parVue[vue], "personne", "personnes")} ${phrases[vue]}`}
          columns={colonnes(props)}
          rows={montrees.map((ligne) => rang(ligne, { href: props.href, le: lu.le }))}
        />
      )}
      {pages > 1 && <Pages {...props} courante={lu.page} pages={pages} />}
    </section>
  );
}

function Pages(
  props: PagePortefeuilleProps & { readonly courante: number; readonly pages: number },
): VNode {
  const { vue, tri, courante, pages } = props;
  return (
    <nav class="row" aria-label="Pages">
      {courante > 1 && (
        <ButtonLink href={adresse(props, vue, tri, courante - 1)}>Page précédente</ButtonLink>
      )}
      <span class="muted">
        Page {courante} sur {pages}
      </span>
      {courante < pages && (
        <ButtonLink href={adresse(props, vue, tri, courante + 1)}>Page suivante</ButtonLink>
      )}
    </nav>
  );
}

function colonnes(props: PagePortefeuilleProps): readonly Column[] {
  const { vue, tri: courant } = props;
  const sort = (tri: Tri) => ({
    href: adresse(props, vue, tri),
    direction: courant === tri ? ("asc" as const) : undefined,
  });
  return [
    { key: "personne", label: "Personne", sort: sort("nom"), phone: "title" },
    { key: "accompagnement", label: "Accompagnement", roomy: true, secondary: true },
    { key: "compteur", label: "Compteur", sort: sort("terme"), phone: "fact" },
    { key: "contrat", label: "Contrat", secondary: true },
    {
      key: "contact",
      label: "Dernier contact",
      sort: sort("contact"),
      phone: "fact",
      lead: true,
    },
    {
      key: "prochain",
      label: "Rendez-vous",
      sort: sort("rendez-vous"),
      phone: "fact",
      lead: true,
    },
    { key: "freins", label: "Freins", numeric: true, fit: true },
    { key: "retards", label: "En retard", fit: true },
  ];
}
