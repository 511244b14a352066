import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, Textarea } from "#platform/ui/components/text-field.tsx";
import type { CasADecider } from "../usecases/lire-file.ts";
import type { Href } from "./mots.tsx";
import { optionsReferents, optionsServices, problemesDuService } from "./options.ts";

interface Props {
  readonly suivant: CasADecider;
  readonly etat: FormState;
  readonly fait: number;
  readonly apres: number | null;
  readonly acte: string | null;
  readonly href: Href;
}

/** The decision, one key each: accept, change with a reason, postpone, send back. */
export function Decision(props: Props): VNode {
  const { suivant, fait, apres, href } = props;
  const { cas, empechement } = suivant;
  const champs = {
    version: String(cas.version),
    fait: String(fait),
    ...(apres !== null && { apres: String(apres) }),
  };
  const vers = (acte: string) => href(`/orientation/decider/${cas.id}/${acte}`);
  return (
    <Card title="Décision">
      <div class="stack">
        {empechement === null ? (
          <Form action={vers("accepter")} fields={champs} layout="wide" label="Accepter">
            <Button kind="primary" shortcut="a">
              Accepter la proposition
            </Button>
          </Form>
        ) : (
          <p>{empechement}</p>
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
              id={idDe(props, "reporter", "jusquAu")}
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

/** What was refused is opened again; what cannot be accepted asks for another decision at once. */
function ouverte({ acte, suivant }: Props): string | null {
  if (acte !== null && acte !== "accepter") return acte;
  return suivant.empechement === null ? null : "changer";
}

function saisi({ etat, acte }: Props, cle: string, champ: string): string {
  return acte === cle ? (etat.values[champ] ?? "") : "";
}

function erreur({ etat, acte }: Props, cle: string, champ: string): string | undefined {
  return acte === cle ? problemesDuService(etat.problems)[champ] : undefined;
}

/** Several forms share the page: the one refused keeps the ids its summary links to. */
function idDe({ acte }: Props, cle: string, champ: string): string | undefined {
  return acte === cle ? undefined : `${cle}-${champ}`;
}

function Section(
  props: Props & {
    readonly cle: string;
    readonly titre: string;
    readonly touche: string;
    readonly children: VNode;
  },
): VNode {
  const { cle, titre, touche, children } = props;
  return (
    <details open={ouverte(props) === cle}>
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
      id={idDe(props, props.touchee, "motif")}
      label={props.label}
      rows={3}
      value={saisi(props, props.touchee, "motif")}
      error={erreur(props, props.touchee, "motif")}
    />
  );
}

/** What was chosen, even nothing; before any choice, what is proposed and can still be taken. */
function saisiOu({ etat, acte }: Props, champ: string, propose: string): string {
  return acte === "changer" ? (etat.values[champ] ?? "") : propose;
}

function Changer(props: Props): VNode {
  const { types, services, cas } = props.suivant;
  const propose = services.find(
    ({ structureId, type, reste }) =>
      structureId === cas.structureId && type === cas.type && reste !== 0,
  );
  const referent = propose?.referents.find(
    ({ id, disponible }) => id === cas.referentId && disponible,
  );
  return (
    <>
      <Select
        name="service"
        label="Type et structure"
        empty="Choisissez"
        id={idDe(props, "changer", "service")}
        value={saisiOu(props, "service", propose ? `${propose.type}|${propose.structureId}` : "")}
        error={erreur(props, "changer", "service")}
        options={optionsServices(types, services)}
      />
      <Select
        name="referentId"
        label="Référent"
        empty="La structure le désignera"
        optional
        id={idDe(props, "changer", "referentId")}
        value={saisiOu(props, "referentId", String(referent?.id ?? ""))}
        options={optionsReferents(services)}
      />
      <Motif {...props} touchee="changer" label="Pourquoi s’écarter de la proposition ?" />
    </>
  );
}
