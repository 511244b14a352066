import type { ComponentChildren, VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { type autours, conclusions } from "../schemas.ts";
import type { EnCoursConsulte, ParcoursConsulte } from "../usecases/consulter-parcours.ts";
import type { Href } from "./mots.tsx";

export interface PropsActes {
  readonly parcours: ParcoursConsulte;
  readonly etat: FormState;
  /** The act that was refused, to open it again; with the line it was about. */
  readonly acte: string | null;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

interface Acte {
  readonly cle: string;
  readonly titre: string;
  readonly bouton: string;
  readonly droit: string;
  readonly possible: (parcours: ParcoursConsulte, enCours: EnCoursConsulte | null) => boolean;
  readonly champs: (props: PropsActes) => ComponentChildren;
}

/** What this agent can do of the path of this person, now. */
export function CarteActes(props: PropsActes): VNode | null {
  const { parcours, droits } = props;
  const offerts = actes.filter(
    ({ droit, possible }) => droits.has(droit) && possible(parcours, parcours.enCours),
  );
  if (offerts.length === 0) return null;
  return (
    <Card title="Agir">
      <div class="stack">
        {offerts.map((acte) => (
          <details key={acte.cle} id={`acte-${acte.cle}`} open={props.acte === acte.cle}>
            <summary>{acte.titre}</summary>
            <FormulaireActe {...props} cle={acte.cle} titre={acte.titre} bouton={acte.bouton}>
              {acte.champs(props)}
            </FormulaireActe>
          </details>
        ))}
      </div>
    </Card>
  );
}

interface FormulaireProps extends PropsActes {
  readonly cle: string;
  readonly titre: string;
  readonly bouton: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly children: ComponentChildren;
}

export function FormulaireActe(props: FormulaireProps): VNode {
  const { parcours, href, cle, titre, bouton, fields, children } = props;
  const [acte = cle] = cle.split(".");
  return (
    <Form
      action={href(`/personnes/${parcours.personneId}/parcours/${acte}`)}
      layout="wide"
      label={titre}
      fields={{
        version: String(parcours.enCours?.accompagnement.version ?? 0),
        ...fields,
      }}
    >
      {children}
      <FormActions>
        <Button kind="primary">{bouton}</Button>
      </FormActions>
    </Form>
  );
}

/** Several forms share the page: each has ids of its own, but the one refused, which the summary links to. */
export function champ({ etat, acte }: PropsActes, cle: string, name: string) {
  return {
    name,
    id: acte === cle ? undefined : `${cle.replace(".", "-")}-${name}`,
    value: acte === cle ? (etat.values[name] ?? "") : "",
    error: acte === cle ? etat.problems[name] : undefined,
  };
}

const options = (liste: readonly { readonly code: string; readonly libelle: string }[]) =>
  liste.map(({ code, libelle }) => ({ value: code, label: libelle }));
const choix = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

const actes: readonly Acte[] = [
  {
    cle: "suspendre",
    titre: "Suspendre le compteur",
    bouton: "Suspendre",
    droit: "parcours:tenir",
    possible: (_, enCours) =>
      enCours !== null &&
      enCours.regle.suspensions.length > 0 &&
      enCours.compteur.etat !== "suspendu" &&
      enCours.compteur.etat !== "attend-le-contrat",
    champs: (props) => (
      <>
        <Select
          {...champ(props, "suspendre", "motif")}
          label="Motif"
          options={options(props.parcours.enCours?.regle.suspensions ?? [])}
        />
        <TextField
          {...champ(props, "suspendre", "details")}
          label="Précision"
          hint="L’organisme, l’intitulé"
          optional
        />
        <DateField {...champ(props, "suspendre", "du")} label="Premier jour suspendu" />
        <DateField
          {...champ(props, "suspendre", "au")}
          label="Jour de la reprise"
          hint="S’il est connu"
          optional
        />
      </>
    ),
  },
  {
    cle: "reprendre",
    titre: "Noter la reprise",
    bouton: "Reprendre",
    droit: "parcours:tenir",
    possible: (_, enCours) => enCours?.compteur.etat === "suspendu",
    champs: (props) => (
      <DateField {...champ(props, "reprendre", "le")} label="Premier jour de la reprise" />
    ),
  },
  {
    cle: "renouveler",
    titre: "Renouveler",
    bouton: "Renouveler",
    droit: "parcours:tenir",
    possible: (_, enCours) =>
      enCours !== null &&
      enCours.renouvelables !== 0 &&
      enCours.accompagnement.moisAccordes !== null &&
      enCours.compteur.etat !== "attend-le-contrat",
    champs: (props) => (
      <>
        {props.parcours.enCours?.regle.duree.moisRenouveles === null && (
          <TextField
            {...champ(props, "renouveler", "mois")}
            label="Nombre de mois"
            hint={`${props.parcours.enCours.renouvelables ?? "Autant qu’il faut"} au plus`}
            width={5}
          />
        )}
        <Textarea {...champ(props, "renouveler", "motif")} label="Motif" rows={3} />
      </>
    ),
  },
  {
    cle: "deroger",
    titre: "Accorder une dérogation de durée",
    bouton: "Accorder",
    droit: "parcours:deroger",
    possible: (_, enCours) =>
      enCours !== null && enCours.regle.derogations.length > 0 && enCours.renouvelables === 0,
    champs: (props) => (
      <>
        <Radios
          {...champ(props, "deroger", "fondement")}
          label="Fondement"
          options={options(props.parcours.enCours?.regle.derogations ?? [])}
        />
        <TextField {...champ(props, "deroger", "mois")} label="Nombre de mois" width={5} />
        <TextField
          {...champ(props, "deroger", "preuve")}
          label="Pièce"
          hint="Décision, attestation, et sa date"
          optional
        />
        <Textarea {...champ(props, "deroger", "motif")} label="Pourquoi" rows={3} />
      </>
    ),
  },
  {
    cle: "cadre",
    titre: "Changer d’accompagnement",
    bouton: "Changer",
    droit: "parcours:tenir",
    possible: (_, enCours) => enCours !== null && enCours.autres.length > 0,
    champs: (props) => (
      <>
        <Select
          {...champ(props, "cadre", "regle")}
          label="Nouvel accompagnement"
          hint="L’orientation ne change pas ; un nouveau compteur commence aujourd’hui"
          empty="Choisissez"
          options={options(props.parcours.enCours?.autres ?? [])}
        />
        <Textarea {...champ(props, "cadre", "motif")} label="Motif" rows={3} />
      </>
    ),
  },
  {
    cle: "conclure",
    titre: "Conclure l’accompagnement",
    bouton: "Conclure",
    droit: "parcours:tenir",
    possible: (_, enCours) => enCours !== null,
    champs: (props) => (
      <>
        <Radios
          {...champ(props, "conclure", "conclusion")}
          label="Conclusion"
          options={choix(conclusions)}
        />
        <Textarea {...champ(props, "conclure", "motif")} label="Où en est la personne" rows={3} />
      </>
    ),
  },
  {
    cle: "soutien",
    titre: "Noter un besoin d’appui",
    bouton: "Noter",
    droit: "parcours:tenir",
    possible: () => true,
    champs: ChampsSoutien,
  },
  {
    cle: "signaler",
    titre: "Signaler un manquement",
    bouton: "Signaler au département",
    droit: "manquement:signaler",
    possible: (_, enCours) => enCours !== null,
    champs: (props) => <ChampsManquement {...props} cle="signaler" />,
  },
];

function ChampsSoutien(props: PropsActes): VNode {
  return (
    <>
      <Select
        {...champ(props, "soutien", "nature")}
        label="Appui"
        empty="Choisissez"
        options={options(props.parcours.regles.soutiens)}
      />
      <Select
        {...champ(props, "soutien", "autour")}
        label="Autour"
        empty="Choisissez"
        options={choix({
          formation: "d’une formation",
          emploi: "d’un emploi",
          demarches: "de démarches",
        } satisfies Record<keyof typeof autours, string>)}
      />
      <Textarea {...champ(props, "soutien", "besoin")} label="Besoin" rows={2} />
      <DateField {...champ(props, "soutien", "du")} label="Premier jour" />
      <DateField {...champ(props, "soutien", "au")} label="Dernier jour" optional />
      <TextField {...champ(props, "soutien", "mobilise")} label="Ce qui est mobilisé" optional />
      <TextField {...champ(props, "soutien", "financePar")} label="Financé par" optional />
      <TextField {...champ(props, "soutien", "cout")} label="Coût en euros" width={10} optional />
    </>
  );
}

export function ChampsManquement(props: PropsActes & { readonly cle: string }): VNode {
  const { cle, parcours } = props;
  return (
    <>
      <Select
        {...champ(props, cle, "engagement")}
        label="Engagement non tenu"
        empty="Choisissez"
        options={options(parcours.regles.manquements)}
      />
      <DateField {...champ(props, cle, "survenuLe")} label="Jour des faits" />
      <Textarea
        {...champ(props, cle, "faits")}
        label="Faits"
        hint="Ce qui était attendu, ce qui s’est passé, ce que vous avez tenté"
        rows={4}
      />
      <Textarea
        {...champ(props, cle, "preuves")}
        label="Pièces"
        hint="Numéros des convocations et des courriers, relances faites"
        rows={2}
        optional
      />
      <Textarea
        {...champ(props, cle, "explications")}
        label="Ce que la personne explique"
        rows={3}
        optional
      />
    </>
  );
}
