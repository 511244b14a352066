import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { FileField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import type { RepertoireLu } from "../usecases/metiers.ts";
import type { Href } from "./cadre.ts";

/** Where the directory of occupations stands, and how to load it. */
export function PageMetiers({
  repertoire: { nombre, chargeLe, frequents },
  etat,
  href,
}: {
  readonly repertoire: RepertoireLu;
  readonly etat: FormState;
  readonly href: Href;
}): VNode {
  return (
    <>
      <PageHeader title="Répertoire des métiers" />
      <div class="stack measure">
        <ErrorSummary problems={etat.problems} />
        <p>
          {nombre === 0
            ? `Les projets s’écrivent avec ${formatCount(frequents, "métier fréquent", "métiers fréquents")}. Chargez le répertoire pour les avoir tous.`
            : `${formatCount(nombre, "métier chargé", "métiers chargés")} le ${formatDate(chargeLe)}, en plus des ${frequents} fréquents.`}
        </p>
        <Card title="Charger le répertoire">
          <Form
            action={href("/themes/metiers")}
            multipart
            label="Charger le répertoire"
            busy="Chargement…"
          >
            <FileField
              name="fichier"
              label="Fichier CSV des métiers"
              hint="France Travail le publie en données ouvertes. Une ligne par métier : le code ROME, un point-virgule, le nom."
              accept=".csv,.txt"
              error={etat.problems["fichier"]}
            />
            <FormActions>
              <Button kind="primary">Charger</Button>
            </FormActions>
          </Form>
        </Card>
        <p class="muted">
          Un nouveau fichier remplace l’ancien. Les projets déjà écrits gardent leurs mots.
        </p>
      </div>
    </>
  );
}
