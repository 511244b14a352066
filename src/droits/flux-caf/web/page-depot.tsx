import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { FileField } from "#platform/ui/components/text-field.tsx";
import { type Href, lieux } from "./lieux.ts";

interface Props {
  readonly form: FormState;
  readonly departement: string;
  readonly href: Href;
}

export function PageDepot({ form, departement, href }: Props): VNode {
  return (
    <div class="stack">
      <PageHeader over="Fichiers CAF et MSA" title="Déposer un fichier" />
      <ErrorSummary problems={form.problems} title="Ce fichier n’est pas pris" />
      <div class="with-side">
        <Form action={href(lieux.nouveau)} multipart busy="Envoi et examen du fichier…">
          <FileField
            name="fichier"
            label="Fichier reçu de l’organisme payeur"
            hint=".xml, .xml.gz ou .zip, tel que reçu"
            accept=".xml,.gz,.zip"
            error={form.problems["fichier"]}
          />
          <FormActions>
            <Button kind="primary">Déposer et intégrer</Button>
            <ButtonLink href={href(lieux.liste)} kind="quiet">
              Annuler
            </ButtonLink>
          </FormActions>
        </Form>
        <Card title="Ce qui va se passer">
          <ol class="stack-tight">
            <li>Le fichier est examiné en entier avant que rien ne soit écrit.</li>
            <li>
              Il est refusé s’il n’est pas de {departement}, s’il a déjà été pris, s’il est plus
              ancien que le dernier ou s’il est tronqué.
            </li>
            <li>
              Il est ensuite intégré dossier par dossier : un dossier illisible est mis de côté, les
              autres passent.
            </li>
            <li>Vous suivez l’intégration sur sa page, ou vous revenez plus tard.</li>
          </ol>
        </Card>
      </div>
    </div>
  );
}
