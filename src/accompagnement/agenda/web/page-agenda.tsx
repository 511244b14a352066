import type { VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import { laterDay } from "#platform/clock/civil-day.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { Menu, type MenuItem } from "#platform/ui/components/menu.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatMonth } from "#platform/ui/format.ts";
import { type Vue, voisine } from "../domain/jours.ts";
import type { AgendaLu } from "../usecases/lire-agenda.ts";
import { VueJour, VueSemaine } from "./calendrier.tsx";
import { VueMois } from "./calendrier-mois.tsx";
import { adresse, grandeDate, type Href, nomMembre } from "./mots.tsx";
import { versVue } from "./vers-vue.ts";

interface Props {
  readonly agenda: AgendaLu;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

const titresVue: Readonly<Record<Vue, string>> = { jour: "Jour", semaine: "Semaine", mois: "Mois" };

export function PageAgenda(props: Props): VNode {
  const { agenda, href, droits } = props;
  const tient = droits.has("agenda:tenir");
  if (!agenda.structure) {
    return (
      <>
        <PageHeader title="Agenda" />
        <EmptyState
          title="Aucune structure dans votre périmètre"
          text="L’agenda est celui d’une structure. Demandez à votre administrateur de vous y rattacher."
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        over={agenda.structure.nom}
        title={titreDe(agenda)}
        meta={<span>{resume(agenda)}</span>}
        actions={<Gestes {...props} />}
      />
      <div class="stack">
        <Tabs
          label="Vues de l’agenda"
          current={agenda.vue}
          tabs={(Object.keys(titresVue) as Vue[]).map((vue) => ({
            key: vue,
            label: titresVue[vue],
            href: href(versVue(agenda, { vue })),
          }))}
        />
        <Barre {...props} />
        {agenda.vue === "jour" && <VueJour agenda={agenda} href={href} tient={tient} />}
        {agenda.vue === "semaine" && <VueSemaine agenda={agenda} href={href} tient={tient} />}
        {agenda.vue === "mois" && <VueMois agenda={agenda} href={href} />}
      </div>
    </>
  );
}

function titreDe({ vue, jour, debut, fin }: AgendaLu): string {
  if (vue === "jour") return grandeDate(jour);
  if (vue === "semaine") {
    return `Semaine du ${formatDate(debut)} au ${formatDate(ajouterJours(fin, -3))}`;
  }
  const mois = formatMonth(jour);
  return `${mois.charAt(0).toUpperCase()}${mois.slice(1)}`;
}

function resume({ rendezVous, libres }: AgendaLu): string {
  const pris = formatCount(rendezVous.length, "rendez-vous", "rendez-vous");
  return `${pris}, ${formatCount(libres.length, "créneau libre", "créneaux libres")}`;
}

function Gestes({ agenda, href, droits }: Props): VNode {
  const structure = agenda.structure?.id;
  return (
    <>
      {droits.has("agenda:tenir") && (
        <ButtonLink
          href={href(
            adresse("/agenda/prendre", {
              structure,
              referent: agenda.referentId,
              jour: laterDay(agenda.jour, agenda.aujourdhui),
            }),
          )}
          kind="primary"
          icon="plus"
        >
          Prendre un rendez-vous
        </ButtonLink>
      )}
      <ButtonLink href={href(adresse("/agenda/jour", { structure, jour: agenda.jour }))}>
        Feuille du jour
      </ButtonLink>
      <ButtonLink href={href(adresse("/agenda/accueil", { structure }))}>
        Salle d’attente
      </ButtonLink>
      <Menu label="Autres actes" items={autresActes({ agenda, href, droits })} />
    </>
  );
}

function autresActes({ agenda, href, droits }: Props): readonly MenuItem[] {
  const structure = agenda.structure?.id;
  const actes = [
    {
      droit: "agenda:tenir",
      label: "Convoquer un groupe",
      chemin: adresse("/agenda/lot", { structure }),
    },
    {
      droit: "agenda:ouvrir",
      label: "Lieux et permanences",
      chemin: adresse("/agenda/reglages", { structure }),
    },
    { droit: "seance:lire", label: "Séances collectives", chemin: "/seances" },
    { droit: null, label: "Calendriers partagés", chemin: "/agenda/calendriers" },
  ];
  return actes
    .filter(({ droit }) => droit === null || droits.has(droit))
    .map(({ label, chemin }) => ({ label, href: href(chemin) }));
}

/** Before, today, after; whose agenda, and which day. */
function Barre({ agenda, href }: Props): VNode {
  const { vue, jour, aujourdhui } = agenda;
  return (
    <div class="row-between no-print">
      <nav class="row" aria-label="Changer de période">
        <ButtonLink
          href={href(versVue(agenda, { jour: voisine(vue, jour, -1) }))}
          icon="gauche"
          small
        >
          Avant
        </ButtonLink>
        <ButtonLink href={href(versVue(agenda, { jour: aujourdhui }))} small>
          Aujourd’hui
        </ButtonLink>
        <ButtonLink
          href={href(versVue(agenda, { jour: voisine(vue, jour, 1) }))}
          icon="droite"
          small
        >
          Après
        </ButtonLink>
      </nav>
      <Form
        action={href("/agenda")}
        method="get"
        layout="inline"
        label="Choisir l’agenda"
        fields={{ vue }}
      >
        <Select
          name="structure"
          label="Structure"
          filter
          value={String(agenda.structure?.id ?? "")}
          options={agenda.structures.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        />
        <Select
          name="referent"
          label="Agent"
          filter
          empty="Toute l’équipe"
          value={agenda.referentId === null ? "" : String(agenda.referentId)}
          options={agenda.equipe.map((membre) => ({
            value: String(membre.id),
            label: nomMembre(membre),
          }))}
        />
        <DateField name="jour" label="Jour" filter hint="jj/mm/aaaa" value={formatDate(jour)} />
        <Button>Afficher</Button>
      </Form>
    </div>
  );
}
