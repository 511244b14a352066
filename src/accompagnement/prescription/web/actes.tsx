import type { ComponentChildren, VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, Textarea } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { type GestePrescription, passage } from "../domain/etapes.ts";
import { resteResponsable } from "../domain/libelles.ts";
import type { PrescriptionConsultee } from "../usecases/consulter.ts";
import { cheminPrescription, droitFaire, droitRepondre } from "./cadre.ts";
import { type Href, options } from "./mots.tsx";

export interface PropsActes {
  readonly consultee: PrescriptionConsultee;
  readonly etat: FormState;
  /** The act that was refused, to open it again. */
  readonly acte: string | null;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

/** What this agent can do now, the answer awaited of her first. */
export function CartesActes(props: PropsActes): VNode | null {
  const { consultee, droits } = props;
  const { prescription } = consultee;
  const repond = prescription.parLAction && droits.has(droitRepondre);
  const prescrit = prescription.parLaPersonne && droits.has(droitFaire);
  const peut = (geste: GestePrescription) => passage(prescription.etat, geste) !== null;
  return (
    <>
      {repond && peut("accepter") && <Repondre {...props} />}
      {repond && peut("recevoir") && <PremierAccueil {...props} />}
      {prescription.parLAction && droits.has("participation:tenir") && peut("entrer") && (
        <Entrer {...props} />
      )}
      {repond && !peut("accepter") && peut("refuser") && <Refuser {...props} />}
      {prescrit && <DuPrescripteur {...props} peut={peut} />}
    </>
  );
}

interface FormulaireProps extends PropsActes {
  readonly cle: string;
  readonly titre: string;
  readonly bouton: string;
  readonly principal?: boolean;
  readonly champs?: Readonly<Record<string, string>>;
  readonly children?: ComponentChildren;
}

function Formulaire(props: FormulaireProps): VNode {
  const { consultee, href, cle, titre, bouton, champs, principal = true, children } = props;
  const { id, version } = consultee.prescription;
  return (
    <Form
      action={href(`${cheminPrescription(id)}/${cle}`)}
      label={titre}
      fields={{ version: String(version), ...champs }}
    >
      {children}
      <FormActions>
        <Button kind={principal ? "primary" : "plain"}>{bouton}</Button>
      </FormActions>
    </Form>
  );
}

/** Several forms share the page: each has ids of its own, but the one refused, which the summary links to. */
function champ({ etat, acte }: PropsActes, cle: string, name: string, defaut = "") {
  return {
    name,
    id: acte === cle ? undefined : `${cle}-${name}`,
    value: acte === cle ? (etat.values[name] ?? "") : defaut,
    error: acte === cle ? etat.problems[name] : undefined,
  };
}

function Repondre(props: PropsActes): VNode {
  const { regle, prescription } = props.consultee;
  const enListe = prescription.etat === "liste-attente";
  return (
    <Card title={enListe ? "Une place se libère ?" : "Votre réponse"}>
      <Formulaire {...props} cle="repondre" titre="Répondre à la prescription" bouton="Répondre">
        <Radios
          {...champ(props, "repondre", "reponse", "accepter")}
          label="Réponse"
          options={[
            { value: "accepter", label: "Accepter" },
            ...(enListe
              ? []
              : [{ value: "mettre-en-attente", label: "Mettre en liste d’attente" }]),
            { value: "refuser", label: "Refuser, avec un motif" },
          ]}
        />
        <DateField
          {...champ(props, "repondre", "accueilPrevuLe")}
          label="Premier accueil"
          hint="Si vous acceptez, et si le jour est connu"
          optional
        />
        <Select
          {...champ(props, "repondre", "motif")}
          label="Motif du refus"
          hint="Si vous refusez"
          optional
          empty="Choisissez un motif"
          options={options(regle.valeur.motifsRefus)}
        />
        <Textarea
          {...champ(props, "repondre", "commentaire")}
          label="Commentaire"
          rows={2}
          optional
        />
        <p class="small">{resteResponsable}</p>
      </Formulaire>
    </Card>
  );
}

function PremierAccueil(props: PropsActes): VNode {
  const { le, prescription } = props.consultee;
  const prevu = prescription.accueilPrevuLe;
  return (
    <Card title="Premier accueil">
      <Formulaire
        {...props}
        cle="premier-accueil"
        titre="Noter le premier accueil"
        bouton="Enregistrer"
      >
        {prevu !== null && <p class="small muted">{`Prévu le ${formatDate(prevu)}.`}</p>}
        <Radios
          {...champ(props, "premier-accueil", "issue", "recue")}
          label="La personne"
          options={[
            { value: "recue", label: "A été reçue" },
            { value: "absente", label: "N’est pas venue" },
          ]}
        />
        <DateField {...champ(props, "premier-accueil", "le", formatDate(le))} label="Le" />
        <Textarea
          {...champ(props, "premier-accueil", "commentaire")}
          label="Commentaire pour le référent"
          rows={2}
          optional
        />
      </Formulaire>
    </Card>
  );
}

function Entrer(props: PropsActes): VNode {
  const { le, prescription } = props.consultee;
  const premier = prescription.etat === "recue";
  return (
    <Card title="Entrée dans l’action">
      <details open={premier || props.acte === "entrer"}>
        <summary>Noter l’entrée</summary>
        <Formulaire
          {...props}
          cle="entrer"
          titre="Noter l’entrée dans l’action"
          bouton="Faire entrer"
          principal={premier}
        >
          <DateField {...champ(props, "entrer", "le", formatDate(le))} label="Entrée le" />
          <DateField
            {...champ(props, "entrer", "attestationLe")}
            label="Attestation de droit montrée, du"
            hint="Si le droit n’est pas connu du fichier de ce jour"
            optional
          />
          <Select
            {...champ(props, "entrer", "contratPreuve")}
            label="Preuve montrée"
            hint="Si le contrat n’est pas connu"
            optional
            empty="Aucune"
            options={[
              { value: "contrat", label: "Un contrat signé" },
              { value: "inscription-france-travail", label: "Une inscription à France Travail" },
            ]}
          />
          <DateField
            {...champ(props, "entrer", "contratLe")}
            label="Date de cette preuve"
            optional
          />
        </Formulaire>
      </details>
    </Card>
  );
}

/** The ground, which must be given, and what may be added to it. */
function Pourquoi(
  props: PropsActes & {
    readonly cle: string;
    readonly label: string;
    readonly motifs: Parameters<typeof options>[0];
  },
): VNode {
  const { cle, label, motifs } = props;
  return (
    <>
      <Select
        {...champ(props, cle, "motif")}
        label={label}
        empty="Choisissez un motif"
        options={options(motifs)}
      />
      <Textarea {...champ(props, cle, "commentaire")} label="Commentaire" rows={2} optional />
    </>
  );
}

function Refuser(props: PropsActes): VNode {
  const { regle } = props.consultee;
  const ouvert =
    props.acte === "repondre" ||
    (props.acte === null && props.consultee.prescription.etat === "absente");
  return (
    <Card title="La personne n’entrera pas">
      <details open={ouvert}>
        <summary>Refuser, avec un motif</summary>
        <Formulaire
          {...props}
          cle="repondre"
          titre="Refuser la prescription"
          bouton="Refuser"
          principal={false}
          champs={{ reponse: "refuser" }}
        >
          <Pourquoi
            {...props}
            cle="repondre"
            label="Motif du refus"
            motifs={regle.valeur.motifsRefus}
          />
        </Formulaire>
      </details>
    </Card>
  );
}

function DuPrescripteur(
  props: PropsActes & { readonly peut: (geste: GestePrescription) => boolean },
): VNode | null {
  const { consultee, peut } = props;
  const { prescription, regle } = consultee;
  const offre = prescription.nouvelle || peut("relancer") || peut("annuler");
  if (!offre) return null;
  return (
    <Card title="Votre suivi">
      <div class="stack">
        <p class="small">{resteResponsable}</p>
        {prescription.nouvelle && (
          <Formulaire
            {...props}
            cle="vue"
            titre="Prendre connaissance"
            bouton="J’en ai pris connaissance"
          />
        )}
        {peut("relancer") && (
          <Formulaire
            {...props}
            cle="relancer"
            titre="Relancer l’opérateur"
            bouton="Relancer l’opérateur"
            principal={false}
          >
            {prescription.relanceeLe !== null && (
              <p class="small muted">{`Déjà relancé le ${formatDate(prescription.relanceeLe)}.`}</p>
            )}
          </Formulaire>
        )}
        {peut("annuler") && (
          <details open={props.acte === "annuler"}>
            <summary>Annuler la prescription</summary>
            <Formulaire
              {...props}
              cle="annuler"
              titre="Annuler la prescription"
              bouton="Annuler la prescription"
              principal={false}
            >
              <Pourquoi
                {...props}
                cle="annuler"
                label="Motif"
                motifs={regle.valeur.motifsAnnulation}
              />
            </Formulaire>
          </details>
        )}
      </div>
    </Card>
  );
}
