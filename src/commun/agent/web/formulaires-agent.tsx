import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkbox, Checkboxes, Radios } from "#platform/ui/components/choices.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { codesRole, type perimetres, roles } from "#referentiels/national/roles.ts";
import type { FicheAgent } from "../db/agents.ts";
import type { Lieux } from "./lieux.ts";

type Href = (path: string) => string;

function ChampsIdentite({ state }: { state: FormState }): VNode {
  const { values, problems } = state;
  return (
    <>
      <TextField
        name="prenom"
        label="Prénom"
        value={values["prenom"]}
        error={problems["prenom"]}
        width={20}
      />
      <TextField name="nom" label="Nom" value={values["nom"]} error={problems["nom"]} width={20} />
      <TextField
        name="courriel"
        label="Courriel professionnel"
        type="email"
        value={values["courriel"]}
        error={problems["courriel"]}
        width={20}
        optional
      />
    </>
  );
}

export function PageNouvelAgent({ state, href }: { state: FormState; href: Href }): VNode {
  return (
    <>
      <PageHeader title="Créer un agent" />
      <ErrorSummary problems={state.problems} />
      <Form action={href("/agents/nouveau")} busy="Création…">
        <ChampsIdentite state={state} />
        <TextField
          name="identifiant"
          label="Identifiant"
          hint="Ce que l’agent écrira pour se connecter, par exemple lea.martin. Il ne change plus ensuite."
          value={state.values["identifiant"]}
          error={state.problems["identifiant"]}
          width={20}
        />
        <p class="muted">
          Un mot de passe provisoire sera affiché une fois, à remettre à l’agent. Les droits se
          donnent ensuite.
        </p>
        <FormActions>
          <Button kind="primary">Créer l’agent</Button>
          <ButtonLink href={href("/agents")}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function PageMotDePasseProvisoire({
  titre,
  nom,
  motDePasse,
  agentHref,
}: {
  titre: string;
  nom: string;
  motDePasse: string;
  agentHref: string;
}): VNode {
  return (
    <>
      <PageHeader title={titre} />
      <div class="stack">
        <p>
          Voici le mot de passe provisoire de {nom}. <strong>Il ne sera plus affiché</strong> :
          remettez-le en main propre ou par téléphone, jamais par un courriel. Il sera remplacé à la
          première connexion.
        </p>
        <p>
          <code>{motDePasse}</code>
        </p>
        <div>
          <ButtonLink kind="primary" href={agentHref}>
            Continuer
          </ButtonLink>
        </div>
      </div>
    </>
  );
}

export function PageModifierAgent({
  id,
  version,
  state,
  actuelle,
  href,
}: {
  id: number;
  version: number;
  state: FormState;
  actuelle: FicheAgent | null;
  href: Href;
}): VNode {
  return (
    <>
      <PageHeader title="Modifier le compte" />
      <ErrorSummary problems={state.problems} />
      {actuelle && <Versions actuelle={actuelle} state={state} />}
      <Form action={href(`/agents/${id}/modifier`)} fields={{ version: String(version) }}>
        <ChampsIdentite state={state} />
        <FormActions>
          <Button kind="primary">{actuelle ? "Enregistrer ma version" : "Enregistrer"}</Button>
          <ButtonLink href={href(`/agents/${id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

function Versions({ actuelle, state }: { actuelle: FicheAgent; state: FormState }): VNode {
  const { values } = state;
  return (
    <Diff
      caption="Les deux versions"
      heads={["Enregistré par l’autre personne", "Votre saisie"]}
      lines={[
        { label: "Prénom", before: actuelle.prenom, after: values["prenom"] ?? "" },
        { label: "Nom", before: actuelle.nom, after: values["nom"] ?? "" },
        { label: "Courriel", before: actuelle.courriel ?? "", after: values["courriel"] ?? "" },
      ]}
    />
  );
}

interface PropsDonnerDroit {
  readonly fiche: FicheAgent;
  readonly lieux: Lieux;
  readonly state: FormState;
  readonly href: Href;
}

export function PageDonnerDroit({ fiche, lieux, state, href }: PropsDonnerDroit): VNode {
  const { values, problems } = state;
  return (
    <>
      <PageHeader over={`${fiche.prenom} ${fiche.nom}`} title="Donner un droit" />
      <ErrorSummary problems={problems} />
      <Form action={href(`/agents/${fiche.id}/droits/nouveau`)}>
        <Radios
          name="role"
          label="Quel rôle ?"
          value={values["role"]}
          error={problems["role"]}
          options={groupes.map(([perimetre, label]) => ({
            label,
            options: codesRole
              .filter((code) => roles[code].perimetre === perimetre)
              .map((code) => ({
                value: code,
                label: roles[code].libelle,
                hint: roles[code].description,
              })),
            more: (perimetre === "territoires" || perimetre === "structures") && (
              <ChoixLieux kind={perimetre} lieux={lieux} state={state} />
            ),
          }))}
        />
        <div class="form-columns">
          <DateField
            name="du"
            label="À partir du"
            hint="jj/mm/aaaa ; aujourd’hui si rien n’est écrit."
            value={values["du"]}
            error={problems["du"]}
            optional
          />
          <DateField
            name="au"
            label="Jusqu’au, ce jour compris"
            hint="jj/mm/aaaa ; sans fin si rien n’est écrit."
            value={values["au"]}
            error={problems["au"]}
            optional
          />
        </div>
        <FormActions>
          <Button kind="primary">Donner ce droit</Button>
          <ButtonLink href={href(`/agents/${fiche.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

/** What a role opens is said once for all those that open the same; the narrowest come first. */
const groupes = [
  ["portefeuille", "Ne voit que les personnes qui lui sont confiées"],
  ["structures", "Voit les personnes de ses structures"],
  ["territoires", "Voit les personnes de ses territoires"],
  ["departement", "Voit tout le département"],
] as const satisfies readonly (readonly [keyof typeof perimetres, string])[];

const questions = { territoires: "Quels territoires ?", structures: "Quelles structures ?" };
const absents = {
  territoires: "Le département n’a pas encore de territoire : définissez-les d’abord.",
  structures: "Le département n’a pas encore de structure : créez-les d’abord.",
};

function ChoixLieux({
  kind,
  lieux,
  state,
}: Pick<PropsDonnerDroit, "lieux" | "state"> & {
  readonly kind: "territoires" | "structures";
}): VNode {
  if (lieux[kind].length === 0) return <p class="muted">{absents[kind]}</p>;
  return (
    <Checkboxes
      name={kind}
      label={questions[kind]}
      values={state.all(kind)}
      error={state.problems[kind]}
      options={lieux[kind].map(({ id, nom }) => ({ value: String(id), label: nom }))}
    />
  );
}

export function PageFermerCompte({ fiche, href }: { fiche: FicheAgent; href: Href }): VNode {
  return (
    <>
      <PageHeader title={`Fermer le compte de ${fiche.prenom} ${fiche.nom}`} />
      <Form action={href(`/agents/${fiche.id}/fermer`)}>
        <p>
          Ses sessions s’arrêtent tout de suite, ses droits aussi, et il ne pourra plus se
          connecter. Ce qu’il a fait reste dans le journal. Un compte fermé ne se rouvre pas : il
          faudrait en créer un autre.
        </p>
        <FormActions>
          <Button kind="danger">Fermer ce compte</Button>
          <ButtonLink href={href(`/agents/${fiche.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function PageReinitialiser({ fiche, href }: { fiche: FicheAgent; href: Href }): VNode {
  return (
    <>
      <PageHeader title={`Nouveau mot de passe pour ${fiche.prenom} ${fiche.nom}`} />
      <Form action={href(`/agents/${fiche.id}/mot-de-passe`)}>
        <p>
          L’ancien mot de passe ne servira plus et ses sessions s’arrêtent. Assurez-vous que c’est
          bien cet agent qui vous le demande.
        </p>
        {fiche.secondFacteur && (
          <Checkbox
            name="retirerSecondFacteur"
            label="Retirer aussi son second facteur (téléphone perdu ou changé)"
          />
        )}
        <FormActions>
          <Button kind="primary">Donner un nouveau mot de passe</Button>
          <ButtonLink href={href(`/agents/${fiche.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
