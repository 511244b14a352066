import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import { etatDe } from "../domain/natures.ts";
import type { PropsSeance } from "./props-seance.ts";

/** Closing, opening again, cancelling: each says what it will do. */
export function CarteTenue(props: PropsSeance): VNode | null {
  const { lue, droits } = props;
  if (!(lue.sienne && droits.has("seance:tenir"))) return null;
  switch (etatDe(lue.seance, lue.le)) {
    case "a-venir":
      return <Annuler {...props} />;
    case "a-emarger":
      return (
        <>
          <Clore {...props} />
          {lue.seance.presents === 0 && <Annuler {...props} />}
        </>
      );
    case "close":
      return <Rouvrir {...props} />;
    case "annulee":
      return null;
  }
}

function Clore({ lue: { seance }, href }: PropsSeance): VNode {
  const { aNoter } = seance;
  return (
    <Card title="Clore la séance">
      {aNoter > 0 ? (
        <p>
          {formatCount(aNoter, "présence reste", "présences restent")} à noter avant de pouvoir
          clore.
        </p>
      ) : (
        <Form
          action={href(`/seances/${seance.id}/clore`)}
          fields={{ version: String(seance.version) }}
        >
          <p>Les présences ne changeront plus. On peut la rouvrir, en disant pourquoi.</p>
          <FormActions>
            <Button>Clore la séance</Button>
          </FormActions>
        </Form>
      )}
    </Card>
  );
}

function Rouvrir({ lue: { seance }, href, etat }: PropsSeance): VNode {
  return (
    <Card title={`Close le ${formatDate(seance.closeLe)}`}>
      <details open={etat.problems["motif"] !== undefined}>
        <summary>Rouvrir pour corriger une présence</summary>
        <Form action={href(`/seances/${seance.id}/rouvrir`)}>
          <Textarea
            name="motif"
            id="champ-motif-rouvrir"
            label="Pourquoi"
            rows={2}
            error={etat.problems["motif"]}
          />
          <FormActions>
            <Button>Rouvrir</Button>
          </FormActions>
        </Form>
      </details>
    </Card>
  );
}

function Annuler({ lue: { seance, finie }, href, etat }: PropsSeance): VNode {
  return (
    <Card title="Annuler la séance">
      <details open={etat.problems["motif"] !== undefined}>
        <summary>La séance n’aura pas lieu</summary>
        <Form
          action={href(`/seances/${seance.id}/annuler`)}
          fields={{ version: String(seance.version) }}
        >
          {seance.inscrits > 0 && !finie && (
            <p>
              {formatCount(seance.inscrits, "personne est inscrite", "personnes sont inscrites")} :
              un message part vers qui peut être joint, les autres seront à prévenir.
            </p>
          )}
          <Textarea
            name="motif"
            id="champ-motif-annuler"
            label="Motif"
            rows={2}
            error={etat.problems["motif"]}
          />
          <FormActions>
            <Button kind="danger">Annuler la séance</Button>
          </FormActions>
        </Form>
      </details>
    </Card>
  );
}
