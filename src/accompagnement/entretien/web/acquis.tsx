import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { AcquisLu } from "../db/acquis.ts";
import { naturesAcquis } from "../domain/libelles.ts";
import { champDe } from "./cadre.ts";
import type { PropsProjet } from "./props-projet.ts";

const options = Object.entries(naturesAcquis).map(([value, label]) => ({ value, label }));

/** What she can do, with what proves it. */
export function CarteAcquis(props: PropsProjet): VNode {
  const { acquis, peutSaisir } = props;
  const tenus = acquis.acquis.filter(({ retireLe }) => retireLe === null);
  return (
    <Card title="Compétences et certificats">
      {tenus.length === 0 ? (
        <p class="muted">Rien n’est noté.</p>
      ) : (
        <ul class="tasks" aria-label="Compétences et certificats">
          {tenus.map((un) => (
            <UnAcquis key={un.id} {...props} acquis={un} />
          ))}
        </ul>
      )}
      {peutSaisir && <Noter {...props} />}
    </Card>
  );
}

function UnAcquis({
  acquis: un,
  projet: { personneId },
  href,
  peutSaisir,
}: Omit<PropsProjet, "acquis"> & { readonly acquis: AcquisLu }): VNode {
  const precisions = [un.niveau, un.preuve, un.document].filter((dit) => dit !== "").join(" – ");
  return (
    <li>
      <div class="tasks-main">
        {un.libelle}
        <span class="tasks-hint">
          {naturesAcquis[un.nature]}, {formatDate(un.le)}
          {precisions === "" ? "" : ` – ${precisions}`}
        </span>
        {peutSaisir && (
          <details class="no-print">
            <summary>
              Retirer<span class="visually-hidden"> {un.libelle}</span>
            </summary>
            <Form
              action={href(`/personnes/${personneId}/acquis/${un.id}/retirer`)}
              layout="wide"
              label={`Retirer ${un.libelle}`}
            >
              <TextField name="motif" id={`retirer-${un.id}`} label="Pourquoi" />
              <FormActions>
                <Button small>Retirer</Button>
              </FormActions>
            </Form>
          </details>
        )}
      </div>
    </li>
  );
}

function Noter({ projet, etat, acte, href }: PropsProjet): VNode {
  const refuse = acte === "acquis";
  const champ = champDe(etat, refuse, "acquis");
  return (
    <details class="no-print" open={refuse}>
      <summary>Noter une compétence ou un certificat</summary>
      <Form
        action={href(`/personnes/${projet.personneId}/acquis`)}
        layout="wide"
        label="Noter une compétence ou un certificat"
      >
        <Radios
          {...champ("nature", "competence")}
          label="Nature"
          layout="inline"
          options={options}
        />
        <TextField {...champ("libelle")} label="Intitulé" />
        <TextField {...champ("niveau")} label="Niveau" hint="A2, CAP, confirmé…" optional />
        <DateField {...champ("le")} label="Obtenu ou constaté le" />
        <TextField {...champ("preuve")} label="Ce qui le prouve" optional />
        <TextField {...champ("document")} label="Document" optional />
        <FormActions>
          <Button kind="primary">Noter</Button>
        </FormActions>
      </Form>
    </details>
  );
}
