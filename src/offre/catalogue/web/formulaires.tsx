import type { ComponentChildren, VNode } from "preact";
import { type FicheAction, libellesCategorie } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { ActionLue } from "../db/actions.ts";
import type { OuvertureAPreparer } from "../usecases/preparer-ouverture.ts";
import { ChampsLieu, ChampsNom, ChampsPlaces } from "./champs.tsx";
import type { Href } from "./mots.tsx";

interface Ouverture {
  readonly preparee: OuvertureAPreparer;
  readonly state: FormState;
  readonly href: Href;
}

const choixDe = (lieux: readonly { readonly id: number; readonly nom: string }[]) =>
  lieux.map(({ id, nom }) => ({ value: String(id), label: nom }));

export function PageOuvrirAction({ preparee, state, href }: Ouverture): VNode {
  const { enVigueur, operateurs, territoires } = preparee;
  const { programme } = enVigueur;
  const { values, problems } = state;
  return (
    <>
      <PageHeader over={programme.titre} title="Ouvrir une action" />
      <ErrorSummary problems={problems} />
      <Form action={href("/offre/actions/nouvelle")} busy="Ouverture…">
        <p class="measure">
          Une action met une fiche en œuvre, avec un opérateur, sur un territoire. Elle gardera la
          fiche en vigueur le premier jour. Sur plusieurs territoires, ouvrez-en une pour chacun.
        </p>
        <Select
          name="ficheCode"
          label="Fiche"
          empty="Choisissez"
          value={values["ficheCode"]}
          error={problems["ficheCode"]}
          options={programme.axes.map(({ code, numero, libelle }) => ({
            label: `${numero} · ${libelle}`,
            options: programme.fiches
              .filter(({ axe }) => axe === code)
              .map((fiche) => ({ value: fiche.code, label: `${fiche.numero} · ${fiche.libelle}` })),
          }))}
        />
        <ChoixType fiches={programme.fiches} state={state} />
        <Select
          name="structureId"
          label="Opérateur"
          empty="Choisissez"
          value={values["structureId"]}
          error={problems["structureId"]}
          options={choixDe(operateurs)}
        />
        <Select
          name="categorieJuridique"
          label="Catégorie juridique de l’opérateur"
          hint="Celles que le programme admet."
          empty="Choisissez"
          value={values["categorieJuridique"]}
          error={problems["categorieJuridique"]}
          options={programme.categoriesAdmises.valeur.map((code) => ({
            value: code,
            label: libellesCategorie[code],
          }))}
        />
        <Select
          name="territoireId"
          label="Territoire"
          empty="Choisissez"
          value={values["territoireId"]}
          error={problems["territoireId"]}
          options={choixDe(territoires)}
        />
        <ChampsNom state={state} />
        <ChampsPlaces state={state} />
        <DateField name="du" label="Premier jour" value={values["du"]} error={problems["du"]} />
        <DateField
          name="dernierJour"
          label="Dernier jour"
          hint="jj/mm/aaaa ; sans fin si rien n’est écrit."
          value={values["dernierJour"]}
          error={problems["dernierJour"]}
          optional
        />
        <ChampsLieu state={state} />
        <FormActions>
          <Button kind="primary">Ouvrir l’action</Button>
          <ButtonLink href={href("/offre")}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

/** Only some sheets have types. */
function ChoixType({
  fiches,
  state: { values, problems },
}: {
  fiches: readonly FicheAction[];
  state: FormState;
}): VNode | null {
  const avecTypes = fiches.filter(({ types }) => types.length > 0);
  if (avecTypes.length === 0) return null;
  return (
    <Select
      name="ficheType"
      label="Type d’action"
      hint={`Demandé par ${avecTypes.length > 1 ? "les fiches" : "la fiche"} ${avecTypes.map(({ numero }) => numero).join(" et ")}.`}
      empty="Sans type"
      value={values["ficheType"]}
      error={problems["ficheType"]}
      options={avecTypes.map(({ numero, types }) => ({
        label: `Fiche ${numero}`,
        options: types.map(({ code, libelle }) => ({ value: code, label: libelle })),
      }))}
      optional
    />
  );
}

export interface Tenue {
  readonly action: ActionLue;
  readonly state: FormState;
  readonly href: Href;
}

export function Cadre({
  tenue: { action, state, href },
  titre,
  chemin,
  bouton,
  danger = false,
  version = false,
  children,
}: {
  tenue: Tenue;
  titre: string;
  chemin: string;
  bouton: string;
  danger?: boolean;
  /** Refused when somebody else changed the action meanwhile. */
  version?: boolean;
  children: ComponentChildren;
}): VNode {
  const ici = `/offre/actions/${action.id}`;
  const lue = state.status === 409 ? undefined : state.values["version"];
  return (
    <>
      <PageHeader over={action.nom} title={titre} />
      <ErrorSummary problems={state.problems} />
      <Form
        action={href(`${ici}/${chemin}`)}
        {...(version && { fields: { version: lue ?? String(action.version) } })}
      >
        {children}
        <FormActions>
          <Button kind={danger ? "danger" : "primary"}>{bouton}</Button>
          <ButtonLink href={href(ici)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function PagePlaces(tenue: Tenue): VNode {
  const { values, problems } = tenue.state;
  return (
    <Cadre tenue={tenue} titre="Changer les places" chemin="places" bouton="Enregistrer les places">
      <p class="measure">
        Le mois compte les places de son dernier jour. Ce qui était convenu avant reste.
      </p>
      <ChampsPlaces state={tenue.state} />
      <DateField name="du" label="À partir du" value={values["du"]} error={problems["du"]} />
      <DateField
        name="dernierJour"
        label="Jusqu’au, ce jour compris"
        hint="jj/mm/aaaa ; ensuite, les places d’avant reviennent. Sans fin si rien n’est écrit."
        value={values["dernierJour"]}
        error={problems["dernierJour"]}
        optional
      />
      <TextField
        name="texte"
        label="Accord"
        hint="Par exemple « avenant n° 2 »."
        value={values["texte"]}
        error={problems["texte"]}
        width={20}
        optional
      />
    </Cadre>
  );
}

export function PageFermer(tenue: Tenue): VNode {
  const { values, problems } = tenue.state;
  return (
    <Cadre
      tenue={tenue}
      titre="Fermer l’action"
      chemin="fermer"
      bouton="Fermer cette action"
      danger
      version
    >
      <p class="measure">
        Ouverte depuis le {formatDate(tenue.action.du)}. Plus personne n’y entrera après ce jour ;
        les personnes qui y sont doivent en être sorties. Son passé et ses chiffres restent.
      </p>
      <DateField
        name="dernierJour"
        label="Dernier jour"
        value={values["dernierJour"]}
        error={problems["dernierJour"]}
      />
      <TextField
        name="motif"
        label="Pourquoi elle s’arrête"
        value={values["motif"]}
        error={problems["motif"]}
        width={20}
      />
    </Cadre>
  );
}

export function PageIntervenant({
  equipe,
  ...tenue
}: Tenue & { equipe: readonly { readonly id: number; readonly nom: string }[] }): VNode {
  const { values, problems } = tenue.state;
  return (
    <Cadre
      tenue={tenue}
      titre="Affecter un intervenant"
      chemin="intervenants"
      bouton="Affecter à l’action"
    >
      <Select
        name="referentId"
        label="Qui"
        hint={`L’équipe de ${tenue.action.structure}.`}
        empty="Choisissez"
        value={values["referentId"]}
        error={problems["referentId"]}
        options={choixDe(equipe)}
      />
      <TextField
        name="mission"
        label="Mission"
        value={values["mission"]}
        error={problems["mission"]}
        width={20}
        suggestions={["Accompagnement", "Coordination", "Encadrement technique", "Animation"]}
      />
      <TextField
        name="etp"
        label="Temps dans cette action"
        hint="En part d’un temps plein : 0,5 pour un mi-temps."
        inputMode="decimal"
        value={values["etp"]}
        error={problems["etp"]}
        width={5}
        suffix="ETP"
      />
      <DateField name="du" label="À partir du" value={values["du"]} error={problems["du"]} />
      <DateField
        name="dernierJour"
        label="Jusqu’au, ce jour compris"
        value={values["dernierJour"]}
        error={problems["dernierJour"]}
        optional
      />
    </Cadre>
  );
}

export function PageModifier(tenue: Tenue): VNode {
  return (
    <Cadre
      tenue={tenue}
      titre="Modifier la fiche pratique"
      chemin="modifier"
      bouton={tenue.state.status === 409 ? "Enregistrer ma version" : "Enregistrer"}
      version
    >
      <ChampsNom state={tenue.state} />
      <ChampsLieu state={tenue.state} />
    </Cadre>
  );
}
