import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import { resteResponsable } from "../domain/libelles.ts";
import type { ActionClassee } from "../domain/placement.ts";
import type { ActionAPrescrire } from "../usecases/preparer.ts";
import { cheminActions } from "./cadre.ts";
import { AConfirmer, type Href } from "./mots.tsx";

interface Props {
  readonly preparee: ActionAPrescrire;
  readonly etat: FormState;
  readonly href: Href;
}

/** What is asked, to whom, and what the person will show. */
export function PagePrescrire(props: Props): VNode {
  const { preparee, etat } = props;
  return (
    <div class="with-side">
      <div class="stack">
        <h2>{`Prescrire « ${preparee.action.nom} »`}</h2>
        <ErrorSummary problems={etat.problems} />
        {preparee.classee.admissible ? <Formulaire {...props} /> : <Empechee {...props} />}
      </div>
      <div class="stack">
        <LAction {...props} />
        <Raisons classee={preparee.classee} />
      </div>
    </div>
  );
}

function Formulaire({ preparee, etat, href }: Props): VNode {
  const { personneId, action, personne, freinId, regle } = preparee;
  const valeur = (nom: string, defaut = "") => etat.values[nom] ?? defaut;
  return (
    <Card>
      <Form
        action={href(`${cheminActions(personneId)}/prescrire/${action.id}`)}
        label="Prescrire l’action"
        busy="Prescription en cours…"
      >
        <Select
          name="freinId"
          label="Le frein à lever"
          optional
          empty="Aucun en particulier"
          value={valeur("freinId", freinId === null ? "" : String(freinId))}
          error={etat.problems["freinId"]}
          options={personne.freins.map(({ id, libelle }) => ({
            value: String(id),
            label: libelle,
          }))}
        />
        <Textarea
          name="objectif"
          label="Ce que l’action doit apporter"
          hint="L’opérateur le lira, et la personne aussi."
          rows={3}
          value={valeur("objectif")}
          error={etat.problems["objectif"]}
        />
        <Radios
          name="preuve"
          label="Ce que la personne présentera"
          hint={action.contractualisation.texte}
          value={valeur("preuve", preparee.preuve)}
          error={etat.problems["preuve"]}
          options={preuvesPossibles(preparee)}
        />
        <TextField
          name="preuveDetail"
          label="Précision pour l’opérateur"
          hint="Disponibilités, moyen de la joindre, pièce à demander"
          optional
          value={valeur("preuveDetail")}
          error={etat.problems["preuveDetail"]}
        />
        <p class="small">{resteResponsable}</p>
        <FormActions>
          <Button kind="primary">Prescrire</Button>
          <ButtonLink kind="quiet" href={href(cheminActions(personneId))}>
            Revenir aux actions
          </ButtonLink>
        </FormActions>
        <AConfirmer regle={regle} />
      </Form>
    </Card>
  );
}

function preuvesPossibles({ personne: { contrat, inscription } }: ActionAPrescrire) {
  return [
    ...(contrat
      ? [{ value: "contrat", label: `${contrat.nom} signé le ${formatDate(contrat.signeLe)}` }]
      : []),
    ...(inscription
      ? [
          {
            value: "inscription",
            label: `Inscription à France Travail depuis le ${formatDate(inscription.depuis)}`,
          },
        ]
      : []),
    { value: "action", label: "Le contrat se signera dans l’action" },
    { value: "aucune", label: "Rien : l’opérateur le demandera à l’entrée" },
  ];
}

function Empechee({ preparee: { classee, personneId }, href }: Props): VNode {
  return (
    <>
      <Alert tone="late" title="Cette action ne peut pas lui être prescrite aujourd’hui">
        <ul>
          {classee.raisons
            .filter(({ sens }) => sens === "empeche")
            .map(({ code, texte }) => (
              <li key={code}>{texte}</li>
            ))}
        </ul>
      </Alert>
      <p>
        <a href={href(cheminActions(personneId))}>Choisir une autre action</a>
      </p>
    </>
  );
}

function LAction({ preparee, href }: Props): VNode {
  const { action, classee } = preparee;
  return (
    <Card title="L’action" aside={<a href={href(`/offre/actions/${action.id}`)}>La voir</a>}>
      <FactsList
        layout="side"
        facts={[
          { label: "Opérateur", value: action.structure },
          { label: "Territoire", value: action.territoire },
          {
            label: "Places",
            value:
              classee.libres === null
                ? null
                : `${formatCount(classee.libres, "place libre", "places libres")} sur ${action.places}`,
            note:
              action.enAttente > 0
                ? formatCount(action.enAttente, "personne attend", "personnes attendent")
                : undefined,
          },
          { label: "Public", value: action.publics[0] ?? null },
        ]}
      />
    </Card>
  );
}

function Raisons({ classee }: { readonly classee: ActionClassee }): VNode {
  return (
    <Card title="Pourquoi cette action">
      <ul class="stack-tight plain-list">
        {classee.raisons
          .filter(({ sens }) => sens !== "empeche")
          .map(({ code, sens, texte }) => (
            <li key={code} class={sens === "pour" ? undefined : "tone-soon tone-text"}>
              {sens === "pour" ? "+ " : "− "}
              {texte}
            </li>
          ))}
      </ul>
    </Card>
  );
}
