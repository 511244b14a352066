import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkbox } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { formatMonth } from "#platform/ui/format.ts";
import { empreinteDe, estNeant } from "../domain/chiffres.ts";
import { permet } from "../domain/etat.ts";
import { cheminDe } from "./mots.tsx";
import type { PropsRestitution } from "./props-restitution.ts";

/** What the operator does: read over, certify, send; later, rectify. */
export function FormulaireRestitution(props: PropsRestitution): VNode | null {
  const { consultee, droits } = props;
  if (!droits.has("restitution:remplir")) return null;
  if (permet("verifier", consultee.etat)) {
    return (
      <div class="no-print">
        <Remplir {...props} />
      </div>
    );
  }
  if (permet("rectifier", consultee.etat)) return <Rectifier {...props} />;
  return null;
}

function Remplir({ consultee, etat, href, droits }: PropsRestitution): VNode {
  const { restitution, maintenant, enCours, transmise } = consultee;
  const ici = href(cheminDe(restitution.id));
  const neant = estNeant(maintenant.chiffres);
  const certifie = droits.has("restitution:certifier");
  const saisi = (nom: string) => etat.values[nom];
  return (
    <Card title={certifie ? "Vérifier et transmettre" : "Vérifier"}>
      <Form
        action={`${ici}/verifier`}
        busy="Enregistrement…"
        label="Remplir la restitution"
        fields={{
          revision: String(restitution.revision),
          vus: empreinteDe(maintenant.chiffres),
        }}
      >
        <p>
          Les chiffres viennent des séjours : pour en changer un, ouvrez ses personnes et corrigez
          leur séjour.
        </p>
        {neant && (
          <Checkbox
            name="neant"
            label={`Je confirme que personne n’a été accompagné en ${formatMonth(restitution.mois)}`}
            hint="Une restitution « néant » se déclare : elle ne se déduit pas d’un silence."
            checked={saisi("neant") === "oui" || enCours?.neant === true}
            error={etat.problems["neant"]}
          />
        )}
        <Textarea
          name="commentaire"
          label="Commentaire"
          optional
          rows={4}
          hint="Ce qui explique le mois : places libres, sorties, fermeture, difficultés."
          value={saisi("commentaire") ?? enCours?.commentaire ?? transmise?.commentaire ?? ""}
          error={etat.problems["commentaire"]}
        />
        <FormActions>
          {certifie && (
            <Button kind="primary" formAction={`${ici}/rendre`}>
              Certifier et transmettre
            </Button>
          )}
          <Button kind={certifie ? "plain" : "primary"}>
            {certifie ? "Enregistrer sans transmettre" : "Enregistrer, à certifier"}
          </Button>
        </FormActions>
        <p class="muted small">
          {certifie
            ? "Transmise, une restitution ne change plus : on écrit une rectification, avec son motif."
            : "La personne qui répond des chiffres de votre structure les certifiera et les transmettra."}
        </p>
      </Form>
      {certifie && consultee.etat === "certifiee" && (
        <Form action={`${ici}/transmettre`} fields={{ revision: String(restitution.revision) }}>
          <FormActions>
            <Button>Transmettre la version certifiée, sans la changer</Button>
          </FormActions>
        </Form>
      )}
    </Card>
  );
}

function Rectifier({ consultee, etat, acte, href }: PropsRestitution): VNode {
  const { restitution } = consultee;
  const presse = restitution.ecart !== null;
  return (
    <div class="no-print">
      <Panel label="Rectifier cette restitution" open={presse || acte === "rectifier"}>
        <Form
          action={href(`${cheminDe(restitution.id)}/rectifier`)}
          busy="Ouverture…"
          label="Rectifier la restitution"
          fields={{ revision: String(restitution.revision) }}
        >
          <Textarea
            name="motif"
            label="Motif de la rectification"
            hint="Par exemple : sortie du 28 apprise après l’envoi."
            rows={2}
            value={acte === "rectifier" ? etat.values["motif"] : ""}
            error={etat.problems["motif"]}
          />
          <p class="muted small">
            La version transmise compte jusqu’à ce que la nouvelle la remplace. Si le nombre de
            présents au dernier jour change, les mois suivants déjà transmis seront rouverts.
          </p>
          <FormActions>
            <Button kind={presse ? "primary" : "plain"}>Ouvrir la rectification</Button>
          </FormActions>
        </Form>
      </Panel>
    </div>
  );
}
