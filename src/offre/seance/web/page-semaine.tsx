import type { VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { ScrollRegion } from "#platform/ui/components/scroll-region.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatTime } from "#platform/ui/format.ts";
import { classes, toneClass } from "#platform/ui/tone.ts";
import type { SeanceLue } from "../db/seances.ts";
import { estLeMatin, joursDeLaSemaine } from "../domain/jours.ts";
import { libellesNature } from "../domain/natures.ts";
import type { SemaineLue } from "../usecases/lire-seances.ts";
import { adresse, grandeDate, type Href, toneDe } from "./mots.tsx";

interface Props {
  readonly semaine: SemaineLue;
  readonly href: Href;
  readonly tient: boolean;
}

export function ongletsSeances(href: Href, current: "semaine" | "liste"): VNode {
  return (
    <Tabs
      label="Vues des séances"
      current={current}
      tabs={[
        { key: "semaine", label: "Semaine", href: href("/seances") },
        { key: "liste", label: "Liste", href: href("/seances/liste") },
      ]}
    />
  );
}

export function PageSemaine(props: Props): VNode {
  const { semaine, href, tient } = props;
  const { lundi, le, seances } = semaine;
  const places = seances
    .filter(({ jour, annuleeLe }) => jour >= le && annuleeLe === null)
    .reduce((somme, { capacite, inscrits }) => somme + Math.max(0, capacite - inscrits), 0);
  return (
    <>
      <PageHeader
        over="Séances collectives"
        title={`Semaine du ${formatDate(lundi)} au ${formatDate(ajouterJours(lundi, 6))}`}
        meta={
          <span>
            {formatCount(seances.length, "séance", "séances")},{" "}
            {formatCount(places, "place libre", "places libres")}
          </span>
        }
        actions={
          tient && (
            <ButtonLink href={href("/seances/nouvelle")} kind="primary" icon="plus">
              Créer une séance
            </ButtonLink>
          )
        }
      />
      <div class="stack">
        {ongletsSeances(href, "semaine")}
        <Barre {...props} />
        {seances.length === 0 ? (
          <EmptyState
            title="Aucune séance cette semaine"
            text="Changez de semaine ou retirez un filtre."
          />
        ) : (
          <Calendrier {...props} />
        )}
      </div>
    </>
  );
}

function Barre({ semaine, href }: Props): VNode {
  const { lundi, le, nature, structureId, structures } = semaine;
  const vers = (jour: string) =>
    href(adresse("/seances", { jour, nature, structure: structureId }));
  return (
    <div class="row-between no-print">
      <nav class="row" aria-label="Changer de semaine">
        <ButtonLink href={vers(ajouterJours(lundi, -7))} icon="gauche" small>
          Avant
        </ButtonLink>
        <ButtonLink href={vers(le)} small>
          Cette semaine
        </ButtonLink>
        <ButtonLink href={vers(ajouterJours(lundi, 7))} icon="droite" small>
          Après
        </ButtonLink>
      </nav>
      <Form action={href("/seances")} method="get" layout="inline" label="Choisir les séances">
        <Select
          name="nature"
          label="Nature"
          filter
          empty="Toutes"
          value={nature ?? ""}
          options={Object.entries(libellesNature).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="structure"
          label="Tenue par"
          filter
          empty="Toutes les structures"
          value={String(structureId ?? "")}
          options={structures.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        />
        <DateField name="jour" label="Semaine du" filter value={formatDate(lundi)} />
        <Button>Afficher</Button>
      </Form>
    </div>
  );
}

const moments = [
  { libelle: "Matin", convient: estLeMatin },
  { libelle: "Après-midi", convient: (debut: string) => !estLeMatin(debut) },
] as const;

/** Days down, so that on a phone they follow each other. */
function Calendrier({ semaine, href }: Props): VNode {
  const { lundi, le, seances } = semaine;
  const jours = joursDeLaSemaine(lundi).filter((jour) => seances.some((une) => une.jour === jour));
  return (
    <ScrollRegion className="agenda-cadre" label="Séances de la semaine, jour par jour">
      <table class="agenda-semaine">
        <caption class="visually-hidden">Séances de la semaine</caption>
        <thead>
          <tr>
            <th scope="col">Jour</th>
            {moments.map(({ libelle }) => (
              <th key={libelle} scope="col">
                {libelle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {jours.map((jour) => (
            <tr key={jour}>
              <th scope="row" class={classes(jour === le && "agenda-jour")}>
                {petiteDate(jour)}
              </th>
              {moments.map(({ libelle, convient }) => (
                <td key={libelle} data-label={libelle}>
                  {seances
                    .filter((une) => une.jour === jour && convient(une.debut))
                    .map((une) => (
                      <Pastille key={une.id} seance={une} le={le} href={href} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function petiteDate(jour: string): string {
  return grandeDate(jour).split(" ").slice(0, 2).join(" ");
}

function Pastille({ seance, le, href }: { seance: SeanceLue; le: string; href: Href }): VNode {
  return (
    <a class={classes("rdv", toneClass(toneDe(seance, le)))} href={href(`/seances/${seance.id}`)}>
      <span class="rdv-heure">{formatTime(seance.debut)}</span> <strong>{seance.titre}</strong>{" "}
      <span class="rdv-detail">
        {libellesNature[seance.nature]}, {seance.structure}
      </span>
      <span class="rdv-detail">{remplissage(seance)}</span>
    </a>
  );
}

/** « 8 inscrits sur 12 », « complète, 2 en attente ». */
export function remplissage({ inscrits, capacite, attente, annuleeLe }: SeanceLue): string {
  if (annuleeLe !== null) return "annulée";
  const suite = attente > 0 ? `, ${attente} en attente` : "";
  if (inscrits >= capacite) return `complète (${capacite} places)${suite}`;
  return `${formatCount(inscrits, "inscrit", "inscrits")} sur ${capacite}${suite}`;
}
