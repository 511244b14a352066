import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";

interface Props {
  readonly action: string;
  readonly retour: string;
  readonly state: FormState;
}

export function PageConnexion({ action, retour, state }: Props): VNode {
  const { values, problems } = state;
  return (
    <>
      <Refus problems={problems} />
      <Form action={action} fields={{ retour }} busy="Connexion…">
        <TextField
          name="identifiant"
          label="Identifiant"
          value={values["identifiant"]}
          error={problems["identifiant"]}
          autocomplete="username"
          autofocus
        />
        <TextField
          name="motDePasse"
          label="Mot de passe"
          type="password"
          error={problems["motDePasse"]}
          autocomplete="current-password"
        />
        <FormActions>
          <Button kind="primary">Se connecter</Button>
        </FormActions>
      </Form>
      <p class="small muted">
        Mot de passe oublié ? L’administrateur de votre département peut vous en donner un nouveau.
      </p>
    </>
  );
}

/** Nothing is saved here: the usual summary would speak of what was. */
function Refus({ problems }: Pick<FormState, "problems">): VNode | null {
  const [refus] = Object.values(problems);
  if (refus === undefined) return null;
  return (
    <Alert tone="late" title="La connexion n’a pas pu se faire" live>
      {refus}
    </Alert>
  );
}

export function PageCode({ action, retour, state }: Props): VNode {
  const { problems } = state;
  return (
    <>
      <Refus problems={problems} />
      <p>Ouvrez l’application de codes de votre téléphone et recopiez les six chiffres affichés.</p>
      <Form action={action} fields={{ retour }} busy="Vérification…">
        <TextField
          name="code"
          label="Code"
          hint="Sans votre téléphone, écrivez l’un de vos codes de secours."
          error={problems["code"]}
          autocomplete="one-time-code"
          width={20}
          autofocus
        />
        <FormActions>
          <Button kind="primary">Vérifier</Button>
        </FormActions>
      </Form>
    </>
  );
}
