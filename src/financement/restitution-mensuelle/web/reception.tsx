import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { permet } from "../domain/etat.ts";
import { cheminDe } from "./mots.tsx";
import type { PropsRestitution } from "./props-restitution.ts";

/** What the département does of a return: accept it, give it back, remind. */
export function Reception(props: PropsRestitution): VNode | null {
  const { consultee, droits } = props;
  if (!droits.has("restitution:recevoir")) return null;
  const { etat, transmise } = consultee;
  return (
    <>
      {transmise && transmise.commentaire !== "" && (
        <Card title="Commentaire de l’opérateur">
          <p>{transmise.commentaire}</p>
        </Card>
      )}
      <div class="no-print">
        {permet("accepter", etat) && <Accepter {...props} />}
        {permet("relancer", etat) && <Relancer {...props} />}
      </div>
      {permet("renvoyer", etat) && <Renvoyer {...props} />}
    </>
  );
}

function Accepter({ consultee, href }: PropsRestitution): VNode {
  const { id, revision } = consultee.restitution;
  return (
    <Form
      action={href(`${cheminDe(id)}/accepter`)}
      fields={{ revision: String(revision) }}
      label="Accepter la restitution"
    >
      <FormActions>
        <Button kind="primary">Accepter la restitution</Button>
      </FormActions>
    </Form>
  );
}

function Relancer({ consultee, href }: PropsRestitution): VNode {
  return (
    <Form
      action={href("/restitutions/lot/relancer")}
      fields={{
        cle: String(consultee.restitution.id),
        retour: cheminDe(consultee.restitution.id),
      }}
      label="Relancer l’opérateur"
    >
      <FormActions>
        <Button>Relancer l’opérateur</Button>
      </FormActions>
    </Form>
  );
}

function Renvoyer({ consultee, etat, acte, href }: PropsRestitution): VNode {
  const { id, revision } = consultee.restitution;
  return (
    <div class="no-print">
      <Panel label="Renvoyer à l’opérateur" open={acte === "renvoyer"}>
        <Form
          action={href(`${cheminDe(id)}/renvoyer`)}
          busy="Envoi…"
          label="Renvoyer la restitution"
          fields={{ revision: String(revision) }}
        >
          <Textarea
            name="motif"
            label="Ce que l’opérateur doit revoir"
            rows={3}
            value={acte === "renvoyer" ? etat.values["motif"] : ""}
            error={etat.problems["motif"]}
          />
          <FormActions>
            <Button>Renvoyer la restitution</Button>
          </FormActions>
        </Form>
      </Panel>
    </div>
  );
}
