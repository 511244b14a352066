import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import type { Request } from "#platform/http/route.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import type { Cle } from "../db/cles.ts";
import { MAX_SEJOURS } from "../schemas.ts";
import { lieux } from "./lieux.ts";

interface Props {
  readonly operateurs: readonly { readonly structureId: number; readonly nom: string }[];
  readonly cles: readonly Cle[];
  /** The key just made, shown this once. */
  readonly nouvelle: string | null;
  readonly form: FormState;
  /** Address of the département, as a program outside writes it. */
  readonly base: string;
  readonly href: Request["href"];
}

export function PageCles({ operateurs, cles, nouvelle, form, base, href }: Props): VNode {
  const { values, problems } = form;
  return (
    <div class="stack-wide">
      <PageHeader over="Offre" title="Brancher le logiciel d’un opérateur" />
      <ErrorSummary problems={problems} title="Cette clé n’est pas créée" />
      {nouvelle !== null && (
        <Alert tone="soon" title="Copiez cette clé maintenant : elle ne sera plus montrée">
          <p>
            <code>{nouvelle}</code>
          </p>
        </Alert>
      )}
      <div class="with-side">
        <Form action={href(lieux.cles)}>
          <Select
            name="structureId"
            label="Opérateur"
            value={values["structureId"]}
            error={problems["structureId"]}
            options={operateurs.map(({ structureId, nom }) => ({
              value: String(structureId),
              label: nom,
            }))}
          />
          <TextField
            name="libelle"
            label="Logiciel"
            hint="Celui qui se servira de la clé"
            value={values["libelle"]}
            error={problems["libelle"]}
          />
          <FormActions>
            <Button kind="primary">Créer une clé</Button>
          </FormActions>
        </Form>
        <Card title="Ce que fait le logiciel">
          <ul class="stack-tight">
            <li>
              Il envoie ses séjours à <code>{`${base}${lieux.sejours}`}</code>, {MAX_SEJOURS} au
              plus à chaque fois, avec l’en-tête <code>Authorization: Bearer</code> et sa clé.
            </li>
            <li>
              Chaque séjour est pris, inchangé ou refusé avec toutes ses raisons, par les mêmes
              règles que sur les pages.
            </li>
            <li>Renvoyer le même séjour n’écrit rien deux fois.</li>
            <li>
              La description complète est à <a href={href(lieux.description)}>cette adresse</a>{" "}
              (OpenAPI 3.1).
            </li>
          </ul>
        </Card>
      </div>
      {cles.length > 0 && <Cles cles={cles} href={href} />}
    </div>
  );
}

function Cles({ cles, href }: Pick<Props, "cles" | "href">): VNode {
  return (
    <Table
      caption="Clés en service"
      columns={[
        { key: "logiciel", label: "Logiciel" },
        { key: "operateur", label: "Opérateur" },
        { key: "creee", label: "Créée", fit: true },
        { key: "servie", label: "Servie pour la dernière fois", fit: true },
        { key: "acte", label: "Retirer", labelHidden: true, fit: true },
      ]}
      rows={cles.map(({ id, libelle, structure, creeeLe, servieLe }) => ({
        key: String(id),
        name: libelle,
        cells: [
          libelle,
          structure,
          formatInstant(creeeLe),
          servieLe === null ? "jamais" : formatInstant(servieLe),
          <Form key="retirer" action={href(lieux.revoquer(id))} layout="inline">
            <Button
              small
              kind="quiet"
              confirm={`Retirer la clé « ${libelle} » ? Le logiciel ne pourra plus rien envoyer.`}
            >
              Retirer
            </Button>
          </Form>,
        ],
      }))}
    />
  );
}
