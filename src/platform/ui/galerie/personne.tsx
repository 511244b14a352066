import type { VNode } from "preact";
import { Alert } from "../components/alert.tsx";
import { ButtonLink } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { FactsList } from "../components/facts-list.tsx";
import { Menu } from "../components/menu.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { Tabs } from "../components/tabs.tsx";
import { Etat, Tag } from "../components/tag.tsx";
import { TaskList } from "../components/task-list.tsx";
import { Timeline } from "../components/timeline.tsx";
import { Why } from "../components/why.tsx";
import { Frise } from "../frise/frise.tsx";
import { friseWindow, friseZooms } from "../frise/window.ts";
import { Frame, type GalleryPage } from "./cadre.tsx";
import { bands, ticks, today } from "./parcours.ts";

function Main(): VNode {
  return (
    <div class="stack">
      <Card
        title="Proposition d’orientation"
        aside={<Tag tone="a">Emploi</Tag>}
        foot={<a href="/d/orientations/2">Toutes les orientations</a>}
      >
        <p>
          Emploi, parce que : expérience récente (+3), permis (+1), garde d’enfant à organiser (−1).
        </p>
        <Why label="Le texte">
          <p>Grille d’orientation du département, ligne 4, en vigueur depuis le 01/01/2025.</p>
        </Why>
      </Card>
      <Card title="Ce qui est connu">
        <FactsList
          layout="lines"
          facts={[
            {
              label: "Situation familiale",
              value: "Seule, deux enfants",
              note: "Déclarée le 03/09/2026",
            },
            { label: "Formation", value: "CAP petite enfance" },
            { label: "Mobilité", value: "Permis B, sans véhicule" },
            { label: "Projet", value: null },
          ]}
        />
      </Card>
      <Card title="Historique">
        <Timeline
          label="Historique du dossier"
          entries={[
            {
              key: "1",
              when: "10/09/2026 à 10 h 30, par Sacha Leroy",
              what: "Entrée en emploi enregistrée",
              detail: "CDD de six mois, 24 heures par semaine.",
              tone: "ok",
            },
            { key: "2", when: "02/10/2025 à 9 h, par Sacha Leroy", what: "Rendez-vous tenu" },
            {
              key: "3",
              when: "14/01/2025, automatique",
              what: "Deuxième convocation envoyée",
              tone: "soon",
            },
          ]}
        />
      </Card>
    </div>
  );
}

function Side(): VNode {
  return (
    <div class="stack">
      <Card title="À faire">
        <TaskList
          label="Actes à faire"
          tasks={[
            {
              key: "1",
              label: "Préparer le renouvellement du contrat",
              href: "/d/contrats/3",
              hint: "dans 20 jours (samedi 12/12)",
              state: <Etat tone="soon">Bientôt</Etat>,
            },
            {
              key: "2",
              label: "Recevoir la fiche de paie",
              hint: "demandée le 12/11",
              state: <Etat tone="waiting">Attendu de la personne</Etat>,
            },
          ]}
        />
      </Card>
      <Card title="Contacts">
        <FactsList
          layout="side"
          facts={[
            { label: "Téléphone", value: <a href="tel:+33612345678">06 12 34 56 78</a> },
            { label: "Adresse", value: "12 rue Exemple, 80000 Amiens" },
            { label: "NIR", value: "2 84 •• •• ••• ••• ••" },
          ]}
        />
      </Card>
    </div>
  );
}

export const personPage: GalleryPage = {
  name: "personne",
  render: (assets) => (
    <Frame
      assets={assets}
      title="Mme Anne Exemple"
      current="personnes"
      crumbs={["Accueil", "Personnes", "Mme Anne Exemple"]}
      message="Le rendez-vous du 25/11 est enregistré."
    >
      <PageHeader
        over="Personne"
        title="Mme Anne Exemple, orientée Emploi, contrat à échéance le 12/12"
        meta={
          <>
            <Etat tone="ok">Droit ouvert</Etat>
            <Etat tone="soon">Contrat à renouveler</Etat>
            <span>42 ans, Amiens</span>
            <span>Référent : Sacha Leroy</span>
          </>
        }
        actions={
          <>
            <ButtonLink kind="primary" href="/d/contrats/nouveau">
              Renouveler le contrat
            </ButtonLink>
            <Menu
              label="Autres actes"
              items={[
                { label: "Prendre un rendez-vous", href: "/d/agenda/nouveau" },
                { label: "Écrire un courrier", href: "/d/courriers/nouveau" },
                {
                  label: "Clore l’accompagnement",
                  href: "/d/clore",
                  method: "post",
                  danger: true,
                  confirm: "Clore l’accompagnement de Mme Anne Exemple ?",
                },
              ]}
            />
          </>
        }
      />
      <div class="stack">
        <Alert tone="soon" title="Le contrat arrive à échéance dans 20 jours (samedi 12/12).">
          Un rendez-vous est prévu dans 3 jours (mercredi 25/11) : il peut servir au renouvellement.
        </Alert>
        <Frise
          label="Parcours de Mme Anne Exemple"
          input={{ ...friseWindow({ bands, ticks, today }, null), today, bands, ticks }}
          zooms={friseZooms({ bands, ticks, today }, null, "/personne")}
        />
        <Tabs
          label="Dossier"
          current="synthese"
          tabs={[
            { key: "synthese", label: "Synthèse", href: "/personne" },
            { key: "diagnostic", label: "Diagnostic et freins", href: "/d/1/diagnostic" },
            { key: "contrat", label: "Contrat", href: "/d/1/contrat", count: 3 },
            { key: "rdv", label: "Rendez-vous", href: "/d/1/rendez-vous", count: 7 },
            { key: "actions", label: "Actions", href: "/d/1/actions" },
            { key: "courriers", label: "Courriers et documents", href: "/d/1/courriers" },
            { key: "historique", label: "Historique", href: "/d/1/historique" },
          ]}
        />
        <div class="with-side">
          <Main />
          <Side />
        </div>
      </div>
    </Frame>
  ),
};
