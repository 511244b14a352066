import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, Textarea } from "#platform/ui/components/text-field.tsx";
import type { CasADecider } from "../usecases/lire-file.ts";
import type { Href } from "./mots.tsx";
import { optionsReferents, optionsServices } from "./options.ts";

interface Props {
  readonly suivant: CasADecider;
  readonly etat: FormState;
  readonly fait: number;
  readonly acte: string | null;
  readonly href: Href;
}

/** The decision, one key each: accept, change with a reason, postpone, send back. */
export function Decision(props: Props): VNode {
  const { suivant, fait, href } = props;
  const { cas } = suivant;
  const champs = { version: String(cas.version), fait: String(fait) };
  const vers = (acte: string) => href(`/orientation/decider/${cas.id}/${acte}`);
  return (
    <Card title="Décision">
      <div class="stack">
        {cas.structureId !== null && (
          <Form action={vers("accepter")} fields={champs} layout="wide" label="Accepter">
            <Button kind="primary" shortcut="a">
              Accepter la proposition
            </Button>
          </Form>
        )}
        <Section {...props} cle="changer" titre="Décider autrement" touche="c">
          <Form action={vers("changer")} fields={champs} layout="wide" label="Décider autrement">
            <Changer {...props} />
            <FormActions>
              <Button kind="primary">Décider ainsi</Button>
            </FormActions>
          </Form>
        </Section>
        <Section {...props} cle="reporter" titre="Reporter" touche="r">
          <Form action={vers("reporter")} fields={champs} layout="wide" label="Reporter">
            <DateField
              name="jusquAu"
              label="Jusqu’au"
              value={saisi(props, "reporter", "jusquAu")}
              error={erreur(props, "reporter", "jusquAu")}
            />
            <Motif {...props} touchee="reporter" label="Pourquoi attendre ?" />
            <FormActions>
              <Button>Reporter</Button>
            </FormActions>
          </Form>
        </Section>
        <Section {...props} cle="refuser" titre="Renvoyer au gestionnaire" touche="x">
          <Form action={vers("refuser")} fields={champs} layout="wide" label="Renvoyer">
            <Motif {...props} touchee="refuser" label="Que manque-t-il pour décider ?" />
            <FormActions>
              <Button>Renvoyer</Button>
            </FormActions>
          </Form>
        </Section>
      </div>
    </Card>
  );
}

function saisi({ etat, acte }: Props, cle: string, champ: string): string {
  return acte === cle ? (etat.values[champ] ?? "") : "";
}

function erreur({ etat, acte }: Props, cle: string, champ: string): string | undefined {
  return acte === cle ? etat.problems[champ] : undefined;
}

function Section({
  cle,
  titre,
  touche,
  acte,
  children,
}: Props & {
  readonly cle: string;
  readonly titre: string;
  readonly touche: string;
  readonly children: VNode;
}): VNode {
  return (
    <details open={acte === cle}>
      <summary data-key={touche} aria-keyshortcuts={touche}>
        {titre} <kbd>{touche.toUpperCase()}</kbd>
      </summary>
      {children}
    </details>
  );
}

function Motif(props: Props & { readonly touchee: string; readonly label: string }): VNode {
  return (
    <Textarea
      name="motif"
      id={`motif-${props.touchee}`}
      label={props.label}
      rows={3}
      value={saisi(props, props.touchee, "motif")}
      error={erreur(props, props.touchee, "motif")}
    />
  );
}

function Changer(props: Props): VNode {
  const { types, services, cas } = props.suivant;
  const choisi =
    saisi(props, "changer", "service") || (cas.structureId ? `${cas.type}|${cas.structureId}` : "");
  return (
    <>
      <Select
        name="service"
        label="Type et structure"
        empty="Choisissez"
        value={choisi}
        error={erreur(props, "changer", "structureId")}
        options={optionsServices(types, services)}
      />
      <Select
        name="referentId"
        label="Référent"
        empty="La structure le désignera"
        optional
        value={saisi(props, "changer", "referentId") || String(cas.referentId ?? "")}
        options={optionsReferents(services)}
      />
      <Motif {...props} touchee="changer" label="Pourquoi s’écarter de la proposition ?" />
    </>
  );
}
