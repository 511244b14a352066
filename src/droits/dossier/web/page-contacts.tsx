import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Radios } from "#platform/ui/components/choices.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatPhone } from "#platform/ui/format.ts";
import type { Coordonnees } from "../usecases/modifier-contact.ts";
import { type Href, nomComplet } from "./mots.tsx";

interface Props {
  readonly coordonnees: Coordonnees;
  readonly etat: FormState;
  readonly href: Href;
}

const accords = [
  { value: "A", label: "Oui, elle est d’accord" },
  { value: "R", label: "Non, elle refuse" },
  { value: "I", label: "Je ne sais pas" },
] as const;

export function PageContacts({ coordonnees, etat, href }: Props): VNode {
  const { personne } = coordonnees;
  const conflit = etat.refusal?.code === "contact.conflit";
  return (
    <>
      <PageHeader over={nomComplet(personne)} title="Modifier les coordonnées" />
      <div class="stack">
        {conflit ? (
          <Conflit
            coordonnees={coordonnees}
            saisie={etat.values}
            message={etat.problems[""] ?? ""}
          />
        ) : (
          <ErrorSummary problems={etat.problems} />
        )}
        <Formulaire {...{ coordonnees, etat, href, conflit }} />
      </div>
    </>
  );
}

function Formulaire({
  coordonnees,
  etat,
  href,
  conflit,
}: Props & { readonly conflit: boolean }): VNode {
  const { personne } = coordonnees;
  const { values, problems } = etat;
  const ici = `/personnes/${personne.id}`;
  const lu = (nom: "telephone" | "courriel" | "accordTelephone" | "accordCourriel") =>
    values[nom] ?? coordonnees[nom];
  return (
    <Form
      action={href(`${ici}/contacts`)}
      fields={{
        versionTelephone: version(
          conflit ? undefined : values["versionTelephone"],
          coordonnees.versionTelephone,
        ),
        versionCourriel: version(
          conflit ? undefined : values["versionCourriel"],
          coordonnees.versionCourriel,
        ),
      }}
    >
      <FormSection title="Téléphone">
        <TextField
          name="telephone"
          label="Numéro de téléphone"
          hint="Laissez vide si la personne n’en a plus."
          type="tel"
          width={20}
          value={values["telephone"] ?? formatPhone(coordonnees.telephone)}
          error={problems["telephone"]}
          optional
        />
        <Radios
          name="accordTelephone"
          label="Est-elle d’accord pour être appelée et recevoir des SMS ?"
          options={accords}
          value={lu("accordTelephone")}
          error={problems["accordTelephone"]}
        />
      </FormSection>
      <FormSection title="Courriel">
        <TextField
          name="courriel"
          label="Adresse électronique"
          hint="nom@exemple.fr. Laissez vide si la personne n’en a pas."
          type="email"
          width={20}
          value={lu("courriel")}
          error={problems["courriel"]}
          optional
        />
        <Radios
          name="accordCourriel"
          label="Est-elle d’accord pour recevoir des courriels ?"
          options={accords}
          value={lu("accordCourriel")}
          error={problems["accordCourriel"]}
        />
      </FormSection>
      <FormActions>
        <Button kind="primary">{conflit ? "Enregistrer ma version" : "Enregistrer"}</Button>
        <ButtonLink kind="quiet" href={href(ici)}>
          {conflit ? "Garder ce qui est enregistré" : "Annuler"}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

const version = (envoyee: string | undefined, connue: number) => envoyee ?? String(connue);

function Conflit({
  coordonnees,
  saisie,
  message,
}: {
  coordonnees: Coordonnees;
  saisie: FormState["values"];
  message: string;
}): VNode {
  const accord = (code: string | undefined) => motsAccord[code ?? "I"] ?? "inconnu";
  return (
    <>
      <Alert tone="late" title="Quelqu’un a enregistré avant vous" live>
        {message}
      </Alert>
      <Diff
        caption="Ce qui est enregistré, et ce que vous avez saisi"
        heads={["Enregistré", "Votre saisie"]}
        lines={[
          {
            label: "Téléphone",
            before: formatPhone(coordonnees.telephone) || null,
            after: formatPhone(saisie["telephone"]) || null,
          },
          {
            label: "Accord pour le téléphone",
            before: accord(coordonnees.accordTelephone),
            after: accord(saisie["accordTelephone"]),
          },
          {
            label: "Courriel",
            before: coordonnees.courriel || null,
            after: saisie["courriel"] || null,
          },
          {
            label: "Accord pour les courriels",
            before: accord(coordonnees.accordCourriel),
            after: accord(saisie["accordCourriel"]),
          },
        ]}
      />
    </>
  );
}

const motsAccord: Readonly<Record<string, string>> = { A: "d’accord", R: "refuse", I: "inconnu" };
