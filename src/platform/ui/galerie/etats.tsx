import { Alert } from "../components/alert.tsx";
import { Bars } from "../components/bars.tsx";
import { Button, ButtonLink } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Diff } from "../components/diff.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { ErrorPage, type ErrorStatus } from "../components/error-page.tsx";
import { Figure } from "../components/figure.tsx";
import { Flow } from "../components/flow.tsx";
import { Form, FormActions } from "../components/form.tsx";
import { KeyboardHelp } from "../components/help.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { Gauge, Progress } from "../components/progress.tsx";
import { Table } from "../components/table.tsx";
import { Etat, Tag } from "../components/tag.tsx";
import { TaskList } from "../components/task-list.tsx";
import { TextField } from "../components/text-field.tsx";
import { Frame, type GalleryPage } from "./cadre.tsx";

export const homePage: GalleryPage = {
  name: "accueil",
  render: (assets) => (
    <Frame assets={assets} title="Accueil" current="accueil" crumbs={[]}>
      <PageHeader
        title="Bonjour Alix, 5 actes sont en retard"
        meta={<span>Dimanche 22 novembre 2026</span>}
      />
      <div class="stack">
        <div class="with-side">
          <Card title="À faire" aside={<a href="/d/echeances">37 échéances</a>}>
            <h3 class="tone-late tone-text">En retard</h3>
            <TaskList
              label="En retard"
              tasks={[
                {
                  key: "1",
                  label: "Renouveler le contrat de Marie-Line Abadie",
                  href: "/d/1",
                  hint: "attendu par la personne et la structure",
                  state: <span class="tone-late tone-text">en retard de 5 jours</span>,
                },
                {
                  key: "2",
                  label: "Orienter Jean-Pierre de La Tour d’Auvergne",
                  href: "/d/2",
                  hint: "attendu par la Mission locale",
                  state: <span class="tone-late tone-text">en retard de 2 jours</span>,
                },
              ]}
            />
            <h3>Cette semaine</h3>
            <TaskList
              label="Cette semaine"
              tasks={[
                {
                  key: "3",
                  label: "Recevoir Awa N’Diaye",
                  href: "/d/3",
                  hint: "9 h 30, Maison des solidarités",
                  state: <Etat tone="soon">dans 3 jours</Etat>,
                },
                {
                  key: "4",
                  label: "Signer le contrat de Fatou Diallo",
                  href: "/d/4",
                  state: <Etat tone="waiting">Attendu du référent</Etat>,
                },
              ]}
            />
          </Card>
          <Card title="Agenda du jour" foot={<a href="/d/agenda">Toute la semaine</a>}>
            <ul class="lines">
              <li>
                <strong>9 h 30</strong> Awa N’Diaye
              </li>
              <li>
                <strong>11 h</strong> Réunion de territoire
              </li>
              <li>
                <strong>14 h</strong> Bruno Lefebvre
              </li>
            </ul>
          </Card>
        </div>
        <div class="grid-4">
          <Figure
            label="Personnes accompagnées"
            value="57"
            of="/ 60"
            href="/d/1"
            trend={{ values: [48, 50, 49, 53, 55, 57], label: "De 48 à 57 en six mois" }}
            note="+ 2 en un mois"
          />
          <Figure
            label="Places occupées"
            value="92 %"
            href="/d/2"
            trend={{ values: [95, 94, 92, 93, 92], label: "De 95 % à 92 % en cinq mois" }}
          />
          <Figure
            label="Taux de contractualisation"
            value="81 %"
            href="/d/3"
            tone="late"
            note="objectif : 85 %"
          />
          <Figure label="Engagé cette année" value="96 800 €" href="/d/4" />
        </div>
      </div>
    </Frame>
  ),
};

export const importPage: GalleryPage = {
  name: "import",
  render: (assets) => (
    <Frame
      assets={assets}
      title="Import du flux de novembre"
      current="personnes"
      crumbs={["Accueil", "Flux", "Novembre 2026"]}
    >
      <PageHeader title="Import du flux de novembre" meta={<Etat tone="waiting">En cours</Etat>} />
      <div class="stack">
        <div class="card" id="avancement" data-poll="2000">
          <Progress
            id="import"
            label="Dossiers lus"
            value={31200}
            max={70000}
            detail="1 240 dossiers par seconde, encore 31 secondes"
          />
        </div>
        <Progress id="sans-fin" label="Lecture du fichier" value={1200} max={null} />
        <Bars
          caption="Personnes, par mouvement"
          heads={["Mouvement", "Personnes"]}
          lines={[
            { key: "entree", label: "Nouveaux entrants", value: 120, href: "/d/4", tone: "ok" },
            { key: "suspension", label: "Droits suspendus", value: 31, tone: "soon" },
          ]}
        />
        <Flow
          label="De la matrice en vigueur au brouillon : 12 personnes iraient vers une autre dominante"
          heads={["En vigueur", "Brouillon"]}
          nodes={[
            { key: "emploi", label: "Emploi", tone: "ok" },
            { key: "sociale", label: "Sociale", tone: "waiting" },
          ]}
          links={[
            { from: "emploi", to: "emploi", value: 80 },
            { from: "emploi", to: "sociale", value: 12 },
            { from: "sociale", to: "sociale", value: 40 },
          ]}
        />
        <div class="grid-4">
          <Figure label="Appliqués" value="30 412" href="/d/1" />
          <Figure label="Sans changement" value="702" href="/d/2" />
          <Figure label="Rejetés" value="86" href="/d/3" tone="late" note="3 causes" />
          <Figure label="Durée" value="25 s" />
        </div>
        <Alert tone="late" title="Les totaux annoncés ne correspondent pas.">
          Le fichier annonce 70 000 dossiers et en contient 69 998.
        </Alert>
        <div class="halves">
          <Diff
            caption="Changements du dossier"
            lines={[
              { label: "Adresse", before: "12 rue Exemple", after: "4 place Modèle" },
              { label: "Commune", before: "Amiens", after: "Amiens" },
              { label: "Téléphone", before: null, after: "06 12 34 56 78" },
            ]}
          />
          <EmptyState
            title="Aucun rejet à corriger"
            text="Les rejets apparaîtront ici, groupés par cause."
            actions={<ButtonLink href="/d/flux">Voir les imports passés</ButtonLink>}
          />
        </div>
        <Table
          caption="Places par structure"
          narrow="scroll"
          columns={[
            { key: "s", label: "Structure" },
            { key: "p", label: "Places" },
            { key: "m", label: "Montant", numeric: true },
          ]}
          rows={[
            {
              key: "1",
              cells: [
                "Mission locale d’Amiens",
                <Gauge label="Places, Mission locale" value={57} max={60} tone="soon" />,
                "96 800 €",
              ],
            },
            {
              key: "2",
              tone: "late",
              cells: [
                "Maison des solidarités",
                <Gauge label="Places, Maison" value={64} max={60} tone="late" />,
                "1 234,56 €",
              ],
            },
          ]}
          total={["Total", "121 / 120", "98 034,56 €"]}
        />
        <div class="row">
          <Tag>Neutre</Tag>
          <Tag tone="a">Emploi</Tag>
          <Tag tone="b">Sociale</Tag>
          <Tag tone="c">Insertion</Tag>
          <Tag tone="d">Formation</Tag>
          <Tag tone="e">Mobilité</Tag>
          <Tag tone="f">Logement</Tag>
          <Etat tone="late">En retard</Etat>
          <Etat tone="soon">Bientôt</Etat>
          <Etat tone="ok">En règle</Etat>
          <Etat tone="waiting">En attente</Etat>
          <Etat tone="closed">Clos</Etat>
          <Button kind="danger" confirm="Arrêter l’import ? Ce qui est appliqué reste.">
            Arrêter l’import
          </Button>
          <ButtonLink href="/d/vue" dialog="vue">
            Enregistrer la vue
          </ButtonLink>
        </div>
        <Dialog id="vue" title="Enregistrer cette vue">
          <Form action="/d/vues">
            <TextField name="nom" label="Nom de la vue" />
            <FormActions>
              <Button kind="primary">Enregistrer</Button>
            </FormActions>
          </Form>
        </Dialog>
      </div>
    </Frame>
  ),
};

const statuses: readonly ErrorStatus[] = [403, 404, 409, 422, 500];

export const errorPages: readonly GalleryPage[] = statuses.map((status) => ({
  name: `erreur-${status}`,
  render: (assets) => (
    <Frame assets={assets} title={`Erreur ${status}`} current="" crumbs={[]}>
      <ErrorPage
        status={status}
        versions={
          status === 409
            ? [{ label: "Téléphone", before: "06 12 00 00 00", after: "06 12 34 56 78" }]
            : undefined
        }
        savedBy={status === 409 ? "Sacha Leroy, aujourd’hui à 10 h 12" : undefined}
        reference={status === 500 ? "7F3A-22" : undefined}
        actions={<ButtonLink href="/d/">Revenir à l’accueil</ButtonLink>}
      />
    </Frame>
  ),
}));

export const helpPage: GalleryPage = {
  name: "aide",
  render: (assets) => (
    <Frame assets={assets} title="Aide" current="" crumbs={["Accueil", "Aide"]}>
      <PageHeader title="Raccourcis du clavier" />
      <KeyboardHelp go={[{ letter: "a", label: "Agenda" }]} />
    </Frame>
  ),
};
