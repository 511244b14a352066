import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import type { Request } from "#platform/http/route.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { FileField } from "#platform/ui/components/text-field.tsx";
import { formatInstant, formatNumber } from "#platform/ui/format.ts";
import type { DepotCompte } from "../db/depots.ts";
import type { Operateur } from "../usecases/lister-tableurs.ts";
import { lieux } from "./lieux.ts";
import { etatDuDepot } from "./mots.ts";

interface Props {
  readonly operateurs: readonly Operateur[];
  readonly depots: readonly DepotCompte[];
  readonly form: FormState;
  /** Where the program of an operator is given a key; null for who may not. */
  readonly logiciel: string | null;
  readonly href: Request["href"];
}

export function PageTableurs({ operateurs, depots, form, logiciel, href }: Props): VNode {
  return (
    <div class="stack-wide">
      <PageHeader
        over="Offre"
        title="Séjours tenus dans un tableur"
        actions={
          logiciel === null ? undefined : (
            <ButtonLink href={logiciel}>Brancher un logiciel</ButtonLink>
          )
        }
      />
      <ErrorSummary problems={form.problems} title="Ce fichier n’est pas pris" />
      {operateurs.length === 0 ? (
        <EmptyState
          title="Aucune action dans votre périmètre"
          text="Un fichier de séjours est toujours celui d’un opérateur qui met en œuvre une action."
        />
      ) : (
        <div class="with-side">
          <Depot operateurs={operateurs} form={form} href={href} />
          <Card title="Ce qui va se passer">
            <ol class="stack-tight">
              <li>Le fichier est gardé tel que reçu, ligne à ligne.</li>
              <li>
                Vous dites une fois ce que porte chaque colonne et ce que veulent dire vos mots :
                c’est retenu pour les fichiers suivants.
              </li>
              <li>
                Chaque ligne devient une entrée, une sortie, ou reste inchangée si elle est déjà
                connue : redonner le même fichier n’écrit rien deux fois.
              </li>
              <li>
                Une ligne refusée dit pourquoi et reste là : corrigez-la dans votre logiciel et
                redéposez, ou reprenez-la ici.
              </li>
            </ol>
            <p>
              <ButtonLink href={href(lieux.modele)} kind="quiet" download>
                Télécharger un modèle de fichier
              </ButtonLink>
            </p>
          </Card>
        </div>
      )}
      {depots.length > 0 && <Depots depots={depots} href={href} />}
    </div>
  );
}

function Depot({ operateurs, form, href }: Pick<Props, "operateurs" | "form" | "href">): VNode {
  const { values, problems } = form;
  return (
    <Form action={href(lieux.liste)} multipart busy="Envoi et lecture du fichier…">
      {operateurs.length > 1 && (
        <Select
          name="structure"
          label="Opérateur"
          value={values["structure"]}
          error={problems["structure"]}
          options={operateurs.map(({ structureId, nom }) => ({
            value: String(structureId),
            label: nom,
          }))}
        />
      )}
      <Select
        name="action"
        label="Action"
        hint="Si votre fichier ne nomme pas l’action à chaque ligne"
        empty="Nommée à chaque ligne du fichier"
        value={values["action"]}
        error={problems["action"]}
        options={operateurs.map(({ nom, actions }) => ({
          label: nom,
          options: actions.map((action) => ({ value: String(action.id), label: action.nom })),
        }))}
      />
      <FileField
        name="fichier"
        label="Fichier"
        hint=".xlsx, .ods ou .csv, séjours sur la première feuille"
        accept=".xlsx,.ods,.csv"
        error={problems["fichier"]}
      />
      <FormActions>
        <Button kind="primary">Déposer</Button>
      </FormActions>
    </Form>
  );
}

function Depots({ depots, href }: Pick<Props, "depots" | "href">): VNode {
  return (
    <Table
      caption="Fichiers déposés"
      columns={[
        { key: "nom", label: "Fichier" },
        { key: "etat", label: "État" },
        { key: "operateur", label: "Opérateur" },
        { key: "lignes", label: "Lignes", numeric: true },
        { key: "prises", label: "Prises", numeric: true },
        { key: "inchangees", label: "Inchangées", numeric: true, secondary: true },
        { key: "refusees", label: "Refusées", numeric: true },
        { key: "le", label: "Déposé", secondary: true, fit: true },
      ]}
      rows={depots.map((depot) => {
        const { mot, ton } = etatDuDepot(depot, depot.refusees);
        const page = href(lieux.un(depot.id));
        return {
          key: String(depot.id),
          href: page,
          name: depot.nom,
          cells: [
            <a key="nom" href={page}>
              {depot.nom}
            </a>,
            <Etat key="etat" tone={ton}>
              {mot}
            </Etat>,
            depot.structure,
            formatNumber(depot.lignes),
            formatNumber(depot.prises),
            formatNumber(depot.inchangees),
            formatNumber(depot.refusees),
            formatInstant(depot.deposeLe),
          ],
        };
      })}
    />
  );
}
