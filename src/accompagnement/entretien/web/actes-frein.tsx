import type { ComponentChildren, VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { libellesQui } from "../domain/libelles.ts";
import { champDe } from "./cadre.ts";
import { estOuvert } from "./mots.tsx";
import { optionsPoids, type PropsFrein } from "./props-frein.ts";

interface ActeFrein {
  readonly cle: string;
  readonly titre: string;
  readonly bouton: string;
  readonly ouvert: boolean;
  readonly champs: (champ: ReturnType<typeof champDe>, props: PropsFrein) => ComponentChildren;
}

const actes: readonly ActeFrein[] = [
  {
    cle: "etapes",
    titre: "Prévoir une étape",
    bouton: "Prévoir l’étape",
    ouvert: true,
    champs: (champ) => (
      <>
        <TextField {...champ("quoi")} label="Ce qu’il y a à faire" />
        <Select
          {...champ("qui", "personne")}
          label="Qui le fait"
          options={Object.entries(libellesQui).map(([value, label]) => ({ value, label }))}
        />
        <TextField {...champ("quiNom")} label="Nom ou organisme" optional />
        <DateField {...champ("pourLe")} label="Pour le" optional />
      </>
    ),
  },
  {
    cle: "lever",
    titre: "Lever ce frein",
    bouton: "Lever le frein",
    ouvert: true,
    champs: (champ, { situation }) => (
      <>
        <DateField {...champ("le", formatDate(situation.le))} label="Levé le" />
        <Textarea
          {...champ("preuve")}
          label="Ce qui le prouve"
          hint="Par exemple : permis obtenu, place en crèche confirmée."
          rows={2}
        />
        <TextField {...champ("document")} label="Document" hint="Son nom et sa date." optional />
      </>
    ),
  },
  {
    cle: "peser",
    titre: "Changer son poids",
    bouton: "Enregistrer le poids",
    ouvert: true,
    champs: (champ, { situation }) => (
      <>
        <Radios {...champ("poids")} label="Ce qu’il pèse" layout="inline" options={optionsPoids} />
        <DateField {...champ("le", formatDate(situation.le))} label="Depuis le" />
        <TextField {...champ("motif")} label="Pourquoi" optional />
      </>
    ),
  },
  {
    cle: "rouvrir",
    titre: "Rouvrir ce frein",
    bouton: "Rouvrir le frein",
    ouvert: false,
    champs: (champ, { situation }) => (
      <>
        <TextField {...champ("motif")} label="Pourquoi il pèse de nouveau" />
        <Radios {...champ("poids")} label="Ce qu’il pèse" layout="inline" options={optionsPoids} />
        <DateField {...champ("le", formatDate(situation.le))} label="Rouvert le" />
      </>
    ),
  },
];

/** What can be done of this frein, now. */
export function CarteActesFrein(props: PropsFrein): VNode {
  const { frein, situation, etat, href } = props;
  const ouvert = estOuvert(frein);
  return (
    <div class="no-print">
      <Card title="Agir">
        <div class="stack">
          {actes
            .filter((acte) => acte.ouvert === ouvert)
            .map((acte) => {
              const refuse = props.acte === acte.cle;
              return (
                <details key={acte.cle} open={refuse}>
                  <summary>{acte.titre}</summary>
                  <Form
                    action={href(
                      `/personnes/${situation.personneId}/freins/${frein.id}/${acte.cle}`,
                    )}
                    fields={{ version: String(frein.version) }}
                    layout="wide"
                    label={acte.titre}
                  >
                    {acte.champs(champDe(etat, refuse, acte.cle), props)}
                    <FormActions>
                      <Button kind="primary">{acte.bouton}</Button>
                    </FormActions>
                  </Form>
                </details>
              );
            })}
        </div>
      </Card>
    </div>
  );
}
