import type { VNode } from "preact";
import { naturesProposees } from "#commun/referentiel";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { libellesRealisation } from "../domain/libelles.ts";
import { cheminSejour } from "./mots.tsx";
import { type PropsSejour, peutTenir } from "./props.ts";

export const libelleFrein = (code: string): string =>
  naturesProposees.find((une) => une.code === code)?.libelle ?? code;

/** What took place during the stay, the latest first. */
export function CartePendant(props: PropsSejour): VNode {
  const { consulte, href } = props;
  const { sejour, histoire, action } = consulte;
  const { rythme } = action.fiche;
  const tient = peutTenir(props);
  return (
    <Card
      title="Pendant le séjour"
      id="pendant"
      aside={
        rythme && (
          <span class="muted small">
            {`au moins ${rythme.minimum} rencontre${rythme.minimum > 1 ? "s" : ""} par ${rythme.par}, selon la fiche`}
          </span>
        )
      }
    >
      {histoire.realisations.length === 0 ? (
        <p class="muted">
          Rien de noté encore : rencontres, formations et freins levés se notent ici.
        </p>
      ) : (
        <ul class="lines">
          {histoire.realisations.map(({ id, nature, le, precision, frein, noteePar }) => (
            <li key={id} class="row-between">
              <span>
                <span class="num">{formatDate(le)}</span> {libellesRealisation[nature]}
                {frein !== null && ` : ${libelleFrein(frein)}`}
                {precision !== null && `, ${precision}`}
                {noteePar !== null && <span class="muted small"> – par {noteePar}</span>}
              </span>
              {tient && (
                <Form
                  action={href(`${cheminSejour(sejour.id)}/retirer-realisation`)}
                  fields={{ realisationId: String(id) }}
                  layout="inline"
                  label={`Retirer : ${libellesRealisation[nature]} du ${formatDate(le)}`}
                >
                  <Button kind="quiet" small confirm="Retirer ce fait du séjour ?">
                    Retirer
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
