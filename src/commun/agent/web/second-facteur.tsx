import type { VNode } from "preact";
import { drawQr } from "#platform/auth/totp.ts";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import type { MonCompte } from "../usecases/lire-mon-compte.ts";

type Href = (path: string) => string;

export function EtatSecondFacteur({ actif }: { actif: boolean }): VNode {
  return <Etat tone={actif ? "ok" : "soon"}>{actif ? "Actif" : "Inactif"}</Etat>;
}

export function PageSecondFacteur({
  compte,
  href,
  state,
}: {
  compte: MonCompte;
  href: Href;
  state: FormState;
}): VNode {
  const { fiche, proposition } = compte;
  return (
    <>
      <PageHeader title="Second facteur" meta={<EtatSecondFacteur actif={fiche.secondFacteur} />} />
      <ErrorSummary problems={state.problems} />
      {fiche.secondFacteur && <Desactiver href={href} state={state} />}
      {!fiche.secondFacteur && proposition && (
        <Confirmer href={href} state={state} proposition={proposition} />
      )}
      {!fiche.secondFacteur && !proposition && (
        <form method="post" action={href("/mon-compte/second-facteur/preparer")} class="stack">
          <p>
            Avec un second facteur, se connecter demande votre mot de passe, puis un code affiché
            par votre téléphone. Quelqu’un qui aurait votre mot de passe n’entrerait pas.
          </p>
          <p>
            Il faut une application de codes sur votre téléphone. Toutes celles qui suivent la norme
            TOTP conviennent.
          </p>
          <div>
            <Button kind="primary">Commencer</Button>
          </div>
        </form>
      )}
    </>
  );
}

function Confirmer({
  href,
  state,
  proposition,
}: {
  href: Href;
  state: FormState;
  proposition: NonNullable<MonCompte["proposition"]>;
}): VNode {
  const qr = drawQr(proposition.uri);
  return (
    <div class="stack">
      <p>1. Dans l’application de codes de votre téléphone, ajoutez un compte et visez ce carré.</p>
      <svg
        role="img"
        aria-label="Carré à lire avec le téléphone ; la clé écrite dessous donne la même chose."
        width="220"
        height="220"
        viewBox={`0 0 ${qr.side} ${qr.side}`}
        shape-rendering="crispEdges"
      >
        <rect width={qr.side} height={qr.side} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p>
        Sans appareil photo, recopiez cette clé :{" "}
        <code>{proposition.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <Form action={href("/mon-compte/second-facteur/activer")}>
        <TextField
          name="code"
          label="2. Recopiez le code affiché"
          error={state.problems["code"]}
          inputMode="numeric"
          autocomplete="one-time-code"
          width={10}
        />
        <FormActions>
          <Button kind="primary">Activer le second facteur</Button>
        </FormActions>
      </Form>
    </div>
  );
}

function Desactiver({ href, state }: { href: Href; state: FormState }): VNode {
  return (
    <Form action={href("/mon-compte/second-facteur/desactiver")}>
      <p>
        Pour changer de téléphone, désactivez le second facteur puis activez-le avec le nouveau. Vos
        codes de secours ne serviront plus.
      </p>
      <TextField
        name="motDePasse"
        label="Votre mot de passe"
        type="password"
        autocomplete="current-password"
        error={state.problems["motDePasse"]}
        width={20}
      />
      <FormActions>
        <Button kind="danger">Désactiver le second facteur</Button>
        <ButtonLink href={href("/mon-compte")}>Annuler</ButtonLink>
      </FormActions>
    </Form>
  );
}

export function PageCodesDeSecours({
  codes,
  href,
}: {
  codes: readonly string[];
  href: Href;
}): VNode {
  return (
    <>
      <PageHeader title="Second facteur activé" />
      <div class="stack">
        <p>
          Voici vos codes de secours, pour le jour où vous n’aurez pas votre téléphone. Chacun sert
          une fois. <strong>Ils ne seront plus affichés</strong> : imprimez-les ou recopiez-les, et
          gardez-les loin de l’ordinateur.
        </p>
        <ul>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div>
          <ButtonLink kind="primary" href={href("/mon-compte")}>
            Je les ai gardés
          </ButtonLink>
        </div>
      </div>
    </>
  );
}
