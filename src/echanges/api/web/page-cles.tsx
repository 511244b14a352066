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
import { Etat } from "#platform/ui/components/tag.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { daysBetween, formatCount, formatDate, formatInstant } from "#platform/ui/format.ts";
import { MAX_SEJOURS } from "../schemas.ts";
import type { CleLue, ClesListees } from "../usecases/cles.ts";
import { lieux } from "./lieux.ts";

interface Props extends ClesListees {
  /** The key just made, shown this once. */
  readonly nouvelle: string | null;
  readonly form: FormState;
  /** Address of the département, as a program outside writes it. */
  readonly base: string;
  readonly href: Request["href"];
}

export function PageCles(props: Props): VNode {
  const { operateurs, cles, nouvelle, form, duree, href } = props;
  const { values, problems } = form;
  return (
    <div class="stack-wide">
      <PageHeader over="Offre" title="Brancher le logiciel d’un opérateur" />
      <ErrorSummary problems={problems} title="La clé n’est ni créée ni renouvelée" />
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
          <p class="muted small">
            {`Une clé sert ${formatMois(duree.valeur.mois)}, puis se renouvelle. ${duree.texte}.`}
            {duree.certitude === "a-confirmer" && " À confirmer par le Département."}
          </p>
          <FormActions>
            <Button kind="primary">Créer une clé</Button>
          </FormActions>
        </Form>
        <Explication {...props} />
      </div>
      {cles.length > 0 && <Cles {...props} />}
    </div>
  );
}

const formatMois = (mois: number) => (mois === 12 ? "un an" : `${mois} mois`);

function Explication({ base, href }: Props): VNode {
  return (
    <Card title="Ce que fait le logiciel">
      <ul class="stack-tight">
        <li>
          Il envoie ses séjours à <code>{`${base}${lieux.sejours}`}</code>, {MAX_SEJOURS} au plus à
          chaque fois, avec l’en-tête <code>Authorization: Bearer</code> et sa clé.
        </li>
        <li>
          Chaque séjour est pris, inchangé ou refusé avec toutes ses raisons, par les mêmes règles
          que sur les pages.
        </li>
        <li>Renvoyer le même séjour n’écrit rien deux fois.</li>
        <li>
          La clé ne sert que pour vos actions, et s’arrête avec votre compte ou votre droit de
          certifier.
        </li>
        <li>
          La description complète est à <a href={href(lieux.description)}>cette adresse</a> (OpenAPI
          3.1).
        </li>
      </ul>
    </Card>
  );
}

function Cles({ cles, le, href }: Props): VNode {
  return (
    <Table
      caption="Clés de vos opérateurs"
      columns={[
        { key: "logiciel", label: "Logiciel" },
        { key: "operateur", label: "Opérateur" },
        { key: "terme", label: "Sert jusqu’au" },
        { key: "creee", label: "Créée", fit: true, secondary: true },
        { key: "servie", label: "Servie pour la dernière fois", fit: true },
        { key: "acte", label: "Renouveler ou retirer", labelHidden: true, fit: true },
      ]}
      rows={cles.map((cle) => ({
        key: String(cle.id),
        name: cle.libelle,
        cells: [
          cle.libelle,
          cle.structure,
          <Terme key="terme" cle={cle} le={le} />,
          formatInstant(cle.creeeLe),
          cle.servieLe === null ? "jamais" : formatInstant(cle.servieLe),
          <Actes key="actes" cle={cle} href={href} />,
        ],
      }))}
    />
  );
}

/** Days before its term from which a key asks to be renewed. */
const BIENTOT = 30;

function Terme({ cle, le }: { readonly cle: CleLue; readonly le: string }): VNode {
  const reste = daysBetween(le, cle.terme);
  if (cle.etat === "sans-repondant") {
    return (
      <>
        <Etat tone="late">n’ouvre plus rien</Etat> Le compte qui l’a créée est fermé ou n’a plus ce
        droit : créez-en une autre.
      </>
    );
  }
  if (cle.etat === "terminee") {
    return (
      <>
        <Etat tone="late">terminée</Etat> depuis le {formatDate(cle.terme)}
      </>
    );
  }
  return (
    <>
      {formatDate(cle.terme)}{" "}
      <Etat tone={reste > BIENTOT ? "ok" : "soon"}>
        {reste === 0 ? "dernier jour" : `reste ${formatCount(reste, "jour", "jours")}`}
      </Etat>
    </>
  );
}

function Actes({ cle, href }: { readonly cle: CleLue; readonly href: Props["href"] }): VNode {
  return (
    <div class="row">
      {cle.etat !== "sans-repondant" && (
        <Form action={href(lieux.renouveler(cle.id))} layout="inline">
          <Button small>Renouveler</Button>
        </Form>
      )}
      <Form action={href(lieux.revoquer(cle.id))} layout="inline">
        <Button
          small
          kind="quiet"
          confirm={`Retirer la clé « ${cle.libelle} » ? Le logiciel ne pourra plus rien envoyer.`}
        >
          Retirer
        </Button>
      </Form>
    </div>
  );
}
