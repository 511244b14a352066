import type { VNode } from "preact";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { sommeDesSorties } from "../domain/annee.ts";
import { totalSorties } from "../domain/sejour.ts";
import type { GroupeFileActive } from "../schemas.ts";
import type { FileActive } from "../usecases/lire-file-active.ts";
import { adresseDesSejours } from "./adresses.ts";
import {
  actionsNommees,
  adresseDeLaVue,
  libellesGroupe,
  type PageFileActiveProps,
  parametres,
} from "./filtres-vue.ts";
import { GraphiqueMois, LegendeMois } from "./graphique-mois.tsx";
import { SourceComptage } from "./methodes.tsx";
import { enTaux, estBasse, moisCourt, nomDuMois } from "./mots.ts";
import { CartePourquoi } from "./pourquoi.tsx";
import { TableDesFiles, TableDuGraphique } from "./table-files.tsx";

export function PageFileActive(props: PageFileActiveProps): VNode {
  const { lue, href } = props;
  const { ensemble } = lue;
  return (
    <>
      <PageHeader
        over="Offre"
        title="Files actives et places"
        meta={
          <span>
            {`${formatCount(ensemble.actions.length, "action", "actions")}, ${periode(lue)}`}
          </span>
        }
        actions={
          <>
            <ButtonLink href={href("/offre/parcours")}>Le parcours</ButtonLink>
            <ButtonLink href={href(adresseDeLaVue(props, {}, "export.xlsx"))}>Exporter</ButtonLink>
          </>
        }
      />
      <div class="stack">
        <Filtres {...props} />
        <div id="files" class="stack">
          {ensemble.actions.length === 0 ? <Rien {...props} /> : <Vue {...props} />}
        </div>
      </div>
    </>
  );
}

const periode = ({ mois }: FileActive): string =>
  `${nomDuMois(mois[0] ?? "")} à ${nomDuMois(mois.at(-1) ?? "")}`;

function Rien({ lue, href }: PageFileActiveProps): VNode {
  return lue.actions.length === 0 ? (
    <EmptyState
      title="Aucune action dans votre périmètre"
      text="Cette vue compte les actions de vos territoires ou de vos structures. Les places libres de tout le département se lisent sur le parcours."
      actions={<ButtonLink href={href("/offre/parcours")}>Le parcours</ButtonLink>}
    />
  ) : (
    <EmptyState
      title="Aucune action ne répond à ces choix"
      text="Élargissez-les : un autre territoire, ou tous les axes."
      actions={<ButtonLink href={href("/offre/file-active")}>Toutes les actions</ButtonLink>}
    />
  );
}

function Vue(props: PageFileActiveProps): VNode {
  const { lue, href } = props;
  return (
    <>
      <Chiffres {...props} />
      <CartePourquoi {...props} />
      <Card title="File active et places financées, mois par mois">
        <div class="stack-tight">
          <GraphiqueMois
            label={`File active et places financées, ${periode(lue)}`}
            colonnes={colonnesDe(props)}
          />
          <LegendeMois projete={lue.mois.at(-1) === lue.courant} />
          <TableDuGraphique {...props} />
        </div>
      </Card>
      <Card title="Où sont les places">
        <div class="stack">
          <Tabs
            label="Détail"
            current={lue.par}
            tabs={(Object.keys(libellesGroupe) as GroupeFileActive[]).map((par) => ({
              key: par,
              label: libellesGroupe[par],
              href: href(adresseDeLaVue(props, { par })),
            }))}
          />
          <TableDesFiles {...props} />
          <SourceComptage regle={lue.regle} />
        </div>
      </Card>
    </>
  );
}

function Filtres({ lue, filtre, href }: PageFileActiveProps): VNode {
  const choix = (de: (action: FileActive["actions"][number]) => readonly [string, string]) =>
    [...new Map(lue.actions.map(de))]
      .map(([value, label]) => ({ value, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, "fr", { numeric: true }));
  const select = (
    name: string,
    label: string,
    value: unknown,
    tous: string,
    options: ReturnType<typeof choix>,
  ) => (
    <Select
      name={name}
      label={label}
      value={value === undefined ? "" : String(value)}
      empty={tous}
      options={options}
    />
  );
  return (
    <form method="get" action={href("/offre/file-active")} class="row no-print" data-live="files">
      <input type="hidden" name="par" value={lue.par} />
      {filtre.axe !== undefined && <input type="hidden" name="axe" value={filtre.axe} />}
      {select(
        "territoire",
        "Territoire",
        filtre.territoireId,
        "Tous les territoires",
        choix(({ territoireId, territoire }) => [String(territoireId), territoire]),
      )}
      {select(
        "fiche",
        "Fiche",
        filtre.ficheCode,
        "Toutes les fiches",
        choix(({ ficheCode, fiche }) => [ficheCode, fiche]),
      )}
      {select(
        "operateur",
        "Opérateur",
        filtre.structureId,
        "Tous les opérateurs",
        choix(({ structureId, structure }) => [String(structureId), structure]),
      )}
      {filtre.actionId !== undefined &&
        select(
          "action",
          "Action",
          filtre.actionId,
          "Toutes les actions",
          choix(({ id, nom }) => [String(id), nom]),
        )}
      <Button>Afficher</Button>
    </form>
  );
}

function Chiffres(props: PageFileActiveProps): VNode {
  const { lue, filtre, prescriptions, adressePrescriptions, href } = props;
  const { ensemble, mois, le } = lue;
  const dernier = ensemble.mois.at(-1);
  const du = mois[0] ?? lue.courant;
  const au = mois.at(-1) ?? lue.courant;
  const porte = (figure: "entrees" | "fin" | "sorties", debut = du) =>
    href(adresseDesSejours({ ou: parametres(filtre), figure, du: debut, au, le }));
  const entrees = ensemble.mois.reduce((total, un) => total + un.entrees, 0);
  const ici = new Set(ensemble.actions);
  const attente = prescriptions
    .filter(({ actionId }) => ici.has(actionId))
    .reduce((total, { enAttente }) => total + enAttente, 0);
  return (
    <div class="grid-4">
      <Figure
        label={au === lue.courant ? "Présents aujourd’hui" : `Présents fin ${moisCourt(au)}`}
        value={formatNumber(dernier?.fin ?? 0)}
        of={`/ ${formatNumber(dernier?.places ?? 0)}`}
        href={porte("fin", au)}
        note={libresEnMots(dernier)}
        trend={{
          values: ensemble.mois.map(({ fin }) => fin),
          label: "Présents en fin de mois",
        }}
      />
      <Figure
        label="Places occupées"
        value={enTaux(ensemble.occupation)}
        note="moyenne des mois finis, chaque action plafonnée à ses places"
        tone={estBasse(ensemble.occupation) ? "late" : undefined}
        href={href(adresseDeLaVue(props, { par: "action" }))}
      />
      <Figure
        label="Entrées"
        value={formatNumber(entrees)}
        note={`${formatCount(totalSorties(sommeDesSorties(ensemble.mois)), "sortie", "sorties")} sur la période`}
        href={porte("entrees")}
      />
      <Figure
        label="En liste d’attente"
        value={formatNumber(attente)}
        href={
          attente === 0
            ? undefined
            : href(
                adressePrescriptions({
                  actions: actionsNommees(props),
                  du: le,
                  au: le,
                  etat: "attente",
                }),
              )
        }
      />
    </div>
  );
}

function libresEnMots(dernier: FileActive["ensemble"]["mois"][number] | undefined): string {
  const libres = (dernier?.places ?? 0) - (dernier?.occupees ?? 0);
  return formatCount(libres, "place libre", "places libres");
}

function colonnesDe({ lue, filtre, href }: PageFileActiveProps) {
  const { ensemble, courant, le } = lue;
  const passees = ensemble.mois.map(({ mois, fin, places }) => ({
    mois,
    presents: fin,
    places,
    nature: mois < courant ? ("fini" as const) : ("en-cours" as const),
    href:
      fin === 0
        ? undefined
        : href(
            adresseDesSejours({ ou: parametres(filtre), figure: "fin", du: mois, au: mois, le }),
          ),
  }));
  const dernier = passees.at(-1);
  if (dernier?.mois !== courant) return passees;
  return [
    ...passees,
    ...ensemble.projection.map(({ mois, presents }) => ({
      mois,
      presents,
      places: dernier.places,
      nature: "projete" as const,
    })),
  ];
}
