import type { VNode } from "preact";
import { usagesCourrier } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import { libellesUsage } from "../domain/usages.ts";
import type { ModeleLu } from "../usecases/modeles.ts";
import { ApercuModele, type EssaiSur } from "./apercu-modele.tsx";
import { BlocsDuModele } from "./blocs-modele.tsx";
import { ListeDesChamps } from "./liste-champs.tsx";
import type { Href } from "./ports.ts";
import type { ModeleSaisi } from "./saisie-modele.ts";

export interface EditeurProps {
  readonly lu: ModeleLu;
  readonly saisie: ModeleSaisi;
  /** Of the draft the text was read from; 0 without draft. */
  readonly revision: number;
  readonly etat: FormState;
  readonly essai: EssaiSur;
  readonly href: Href;
}

/** The letter as blocks on the left, as it prints on the right. */
export function PageModele(props: EditeurProps): VNode {
  const { lu, saisie, etat, href } = props;
  const ici = `/courriers/modeles/${lu.code}`;
  return (
    <>
      <PageHeader
        over="Modèle de courrier"
        title={saisie.titre || lu.code}
        meta={<EtatDuModele lu={lu} />}
      />
      <div class="stack">
        {etat.status === 409 ? (
          <Alert tone="late" title="Quelqu’un a enregistré avant vous" live>
            {etat.problems[""]}
          </Alert>
        ) : (
          <ErrorSummary problems={etat.problems} />
        )}
        {lu.brouillon && <Brouillon lu={lu} brouillon={lu.brouillon} href={href} />}
        <div class="halves">
          <div class="stack">
            <Form
              action={href(ici)}
              id="modele"
              layout="wide"
              fields={{ revision: String(props.revision) }}
              label="Texte du courrier"
            >
              <Champs {...props} />
            </Form>
          </div>
          <div class="stack sheet-sticky">
            <Panel label="Champs à insérer">
              <ListeDesChamps />
            </Panel>
            <ApercuModele {...props.essai} code={lu.code} href={href} />
          </div>
        </div>
      </div>
    </>
  );
}

function EtatDuModele({ lu: { enVigueur, brouillon } }: { readonly lu: ModeleLu }): VNode {
  return (
    <>
      {enVigueur && (
        <Tag tone="ok">
          {enVigueur.version === 0
            ? "En vigueur : texte du référentiel"
            : `En vigueur : version ${enVigueur.version}`}
        </Tag>
      )}
      {brouillon && <Tag tone="soon">Brouillon en cours</Tag>}
    </>
  );
}

function Brouillon({
  lu,
  brouillon,
  href,
}: {
  readonly lu: ModeleLu;
  readonly brouillon: NonNullable<ModeleLu["brouillon"]>;
  readonly href: Href;
}): VNode {
  const ici = `/courriers/modeles/${lu.code}`;
  return (
    <Alert tone="soon" title="Ce brouillon n’est pas encore en vigueur">
      <p>
        Enregistré le {formatInstant(brouillon.ecritLe)} par {brouillon.ecritPar}. Les courriers
        partent encore avec le texte en vigueur.
      </p>
      <div class="row">
        <Form
          action={href(`${ici}/adopter`)}
          layout="inline"
          fields={{ revision: String(brouillon.revision) }}
        >
          <Button confirm="Les prochains courriers seront écrits avec ce texte. L’adopter ?">
            Adopter ce brouillon
          </Button>
        </Form>
        <Form action={href(`${ici}/abandonner`)} layout="inline">
          <Button kind="quiet" confirm="Le brouillon sera effacé. Continuer ?">
            Abandonner le brouillon
          </Button>
        </Form>
      </div>
    </Alert>
  );
}

function Champs({ saisie, etat, href }: EditeurProps): VNode {
  const { problems } = etat;
  const erreur = (nom: string) => problems[`contenu.${nom}`];
  return (
    <>
      {/* First in the form: what the Enter key of a field does. */}
      <div class="row">
        <Button kind="primary" name="geste" value="enregistrer">
          Enregistrer le brouillon
        </Button>
        <ButtonLink kind="quiet" href={href("/courriers/modeles")}>
          Revenir aux modèles
        </ButtonLink>
      </div>
      <FormSection title="Le courrier">
        <TextField name="titre" label="Titre" value={saisie.titre} error={erreur("titre")} />
        <Select
          name="usage"
          label="À quoi il sert"
          options={usagesCourrier.map((usage) => ({ value: usage, label: libellesUsage[usage] }))}
          value={saisie.usage}
          error={erreur("usage")}
        />
        <TextField name="objet" label="Objet" value={saisie.objet} error={erreur("objet")} />
      </FormSection>
      <BlocsDuModele blocs={saisie.blocs} problems={problems} />
      <FormSection title="La fin de la lettre">
        <Textarea
          name="signature"
          label="Signature"
          rows={3}
          value={saisie.signature}
          error={erreur("signature")}
        />
        <Textarea
          name="recours"
          label="Voies et délais de recours"
          hint="Une ligne vide sépare deux paragraphes. Laissez vide si le courrier ne décide rien."
          rows={6}
          value={saisie.recours.join("\n\n")}
          optional
        />
        <Textarea
          name="copies"
          label="Copies"
          hint="Un destinataire par ligne."
          rows={2}
          value={saisie.copies.join("\n")}
          optional
        />
      </FormSection>
      <FormSection title="L’expéditeur">
        <Textarea
          name="expediteur"
          label="Nom et adresse du service"
          rows={5}
          value={saisie.expediteur.lignes.join("\n")}
          error={erreur("expediteur.lignes")}
        />
        <TextField
          name="lieu"
          label="Fait à"
          value={saisie.expediteur.lieu}
          error={erreur("expediteur.lieu")}
        />
        <Textarea
          name="contact"
          label="Contact"
          rows={2}
          value={saisie.expediteur.contact.join("\n")}
          optional
        />
      </FormSection>
      <FormActions>
        <Button name="geste" value="enregistrer">
          Enregistrer le brouillon
        </Button>
      </FormActions>
    </>
  );
}
