import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import type { Abonnement } from "../db/abonnements.ts";
import type { Nomme } from "../usecases/cadre.ts";
import type { Href } from "./mots.tsx";

interface Props {
  readonly abonnements: readonly Abonnement[];
  readonly structures: readonly Nomme[];
  /** Told once, just after it is made. */
  readonly adresse: string | null;
  readonly etat: FormState;
  readonly href: Href;
}

/** Addresses by which a telephone or an office calendar reads the agenda, without ever writing to it. */
export function PageCalendriers({ abonnements, structures, adresse, etat, href }: Props): VNode {
  const noms = new Map(structures.map(({ id, nom }) => [id, nom]));
  return (
    <>
      <PageHeader over="Agenda" title="Calendriers partagés" />
      <div class="stack measure">
        <ErrorSummary problems={etat.problems} />
        {adresse !== null && (
          <Alert tone="ok" title="Copiez cette adresse maintenant, elle ne sera plus montrée">
            <p>
              <code>{adresse}</code>
            </p>
            <p>
              Dans votre calendrier, choisissez « S’abonner » et collez-la. Qui la connaît lit
              l’agenda : ne la transmettez pas.
            </p>
          </Alert>
        )}
        <Card title="Nouveau calendrier">
          <Form action={href("/agenda/calendriers")}>
            <TextField
              name="libelle"
              label="Nom"
              hint="Mon téléphone"
              value={etat.values["libelle"]}
              error={etat.problems["libelle"]}
            />
            <Select
              name="structure"
              label="Contenu"
              empty="Mes rendez-vous"
              value={etat.values["structure"]}
              options={structures.map(({ id, nom }) => ({
                value: String(id),
                label: `Tous ceux de ${nom}`,
              }))}
            />
            <FormActions>
              <Button kind="primary">Créer l’adresse</Button>
            </FormActions>
          </Form>
        </Card>
        {abonnements.length > 0 && (
          <Card title="Adresses en service">
            <ul class="lines">
              {abonnements.map((un) => (
                <li key={un.id} class="row-between">
                  <span>
                    <strong>{un.libelle}</strong>{" "}
                    <span class="muted small">
                      {un.structureId === null
                        ? "mes rendez-vous"
                        : (noms.get(un.structureId) ?? "structure")}
                      ,{" "}
                      {un.luLe === null
                        ? "jamais lu"
                        : `lu pour la dernière fois le ${formatInstant(un.luLe)}`}
                    </span>
                  </span>
                  <Form action={href(`/agenda/calendriers/${un.id}/couper`)} layout="inline">
                    <Button small confirm="Couper ce calendrier ? L’adresse ne répondra plus.">
                      Couper
                    </Button>
                  </Form>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}
