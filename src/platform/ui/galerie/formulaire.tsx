import { Button, ButtonLink } from "../components/button.tsx";
import { Checkbox, Checkboxes, Radios, Select } from "../components/choices.tsx";
import { ErrorSummary } from "../components/error-summary.tsx";
import { Form, FormActions, FormSection } from "../components/form.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { SignInLayout } from "../components/sign-in-layout.tsx";
import { SignatureField } from "../components/signature-field.tsx";
import { DateField, FileField, Textarea, TextField } from "../components/text-field.tsx";
import { Frame, type GalleryPage } from "./cadre.tsx";

const problems = {
  debut: "Écrivez la date de début avec le jour, le mois et l’année, par exemple 22/11/2026.",
  type: "Choisissez un type d’orientation.",
};

export const formPage: GalleryPage = {
  name: "formulaire",
  render: (assets) => (
    <Frame
      assets={assets}
      title="Nouveau contrat"
      current="contrats"
      crumbs={["Accueil", "Contrats", "Nouveau contrat"]}
      refused
    >
      <PageHeader over="Mme Anne Exemple" title="Préparer le contrat" />
      <ErrorSummary problems={problems} />
      <Form action="/d/contrats" fields={{ version: "3", cle: "a1" }} busy="Enregistrement…">
        <FormSection title="La durée">
          <div class="form-columns">
            <DateField name="debut" label="Début" value="32/11/2026" error={problems.debut} />
            <TextField
              name="heures"
              label="Activité"
              value="15"
              inputMode="decimal"
              width={2}
              suffix="heures par semaine"
            />
          </div>
          <Select
            name="duree"
            label="Durée"
            width={20}
            value="6"
            previous="4 mois"
            options={[
              { value: "4", label: "4 mois" },
              { value: "6", label: "6 mois" },
            ]}
          />
        </FormSection>
        <FormSection title="L’orientation">
          <Radios
            name="type"
            label="Type d’orientation"
            layout="boxed"
            error={problems.type}
            options={[
              {
                value: "emploi",
                label: "Emploi",
                hint: "La personne peut chercher un emploi dès maintenant.",
              },
              { value: "social", label: "Sociale", hint: "Des difficultés sont à lever d’abord." },
            ]}
          />
          <Checkboxes
            name="freins"
            label="Freins"
            optional
            values={["garde"]}
            options={[
              { value: "garde", label: "Garde d’enfant" },
              { value: "mobilite", label: "Mobilité" },
              { value: "logement", label: "Logement" },
            ]}
          />
          <Textarea
            name="projet"
            label="Le projet, avec ses mots"
            hint="Ce que la personne veut faire, comme elle le dit."
            optional
          />
          <FileField name="piece" label="Pièce jointe" optional accept=".pdf" />
          <SignatureField name="signature" label="Signature de la personne" optional />
          <Checkbox name="remis" label="Un exemplaire est remis à la personne" checked />
        </FormSection>
        <FormActions>
          <Button kind="primary">Enregistrer le contrat</Button>
          <Button formNoValidate name="suite" value="brouillon">
            Garder en brouillon
          </Button>
          <ButtonLink kind="quiet" href="/d/personnes/1">
            Annuler
          </ButtonLink>
        </FormActions>
      </Form>
    </Frame>
  ),
};

export const signInPage: GalleryPage = {
  name: "connexion",
  render: (assets) => (
    <SignInLayout
      title="Se connecter"
      assets={assets}
      departement="Somme"
      homeHref="/d/"
      accessibiliteHref="/d/accessibilite"
      message="Vous êtes déconnecté."
    >
      <Form action="/d/connexion">
        <TextField
          name="courriel"
          label="Adresse électronique"
          type="email"
          autocomplete="username"
        />
        <TextField
          name="passe"
          label="Mot de passe"
          type="password"
          autocomplete="current-password"
        />
        <FormActions>
          <Button kind="primary">Se connecter</Button>
        </FormActions>
      </Form>
    </SignInLayout>
  ),
};
