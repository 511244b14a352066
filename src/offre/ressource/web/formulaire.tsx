import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkboxes, Radios } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { fieldId } from "#platform/ui/components/field.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import type { RessourceLue } from "../db/ressources.ts";
import { categoriesBesoin, libelles } from "../domain/vocabulaire.ts";
import type { Href } from "./mots.tsx";

interface Props {
  readonly etat: FormState;
  readonly href: Href;
  /** What is changed; null for a new one. */
  readonly ressource: RessourceLue | null;
}

const champ = ({ etat }: Props, name: string) => ({
  name,
  value: etat.values[name] ?? "",
  error: etat.problems[name],
});

const choix = ({ etat }: Props, name: string, liste: Readonly<Record<string, string>>) => ({
  name,
  values: coches(etat, name),
  error: etat.problems[name],
  options: enOptions(liste),
});

const enOptions = (liste: Readonly<Record<string, string>>) =>
  Object.entries(liste).map(([value, label]) => ({ value, label }));

/** What was ticked: sent again, or as it is kept. */
function coches(etat: FormState, name: string): readonly string[] {
  const envoyes = etat.all(name);
  return envoyes.length > 0 ? envoyes : (etat.values[name] ?? "").split(",").filter(Boolean);
}

export function PageFormulaire(props: Props): VNode {
  const { etat, href, ressource } = props;
  const ici = ressource ? `/ressources/${ressource.id}` : "/ressources";
  return (
    <>
      <PageHeader title={ressource ? `Modifier « ${ressource.nom} »` : "Ajouter une ressource"} />
      <ErrorSummary problems={etat.problems} />
      {etat.status === 409 && ressource && (
        <p>
          <a href={href(`${ici}/modifier`)}>Voir ce qui est enregistré et repartir de là</a>
        </p>
      )}
      <Form
        action={href(ressource ? `${ici}/modifier` : "/ressources/nouvelle")}
        fields={ressource ? { version: etat.values["version"] ?? String(ressource.version) } : {}}
      >
        <Service {...props} />
        <Entree {...props} />
        <Lieu {...props} />
        <FormActions>
          <Button kind="primary">Enregistrer</Button>
          <ButtonLink href={href(ici)} kind="quiet">
            Revenir sans enregistrer
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

function Service(props: Props): VNode {
  const { etat } = props;
  return (
    <FormSection title="Le service">
      <TextField {...champ(props, "service.nom")} label="Nom du service" />
      <Textarea {...champ(props, "service.description")} label="Description" rows={4} />
      <Parmi {...props} name="service.type" label="Type" liste={libelles.type} />
      <Besoins etat={etat} />
      <Checkboxes
        {...choix(props, "service.publics", libelles.public)}
        label="Publics"
        hint="Aucun : tout le monde."
        optional
      />
      <TextField
        {...champ(props, "service.publicsPrecisions")}
        label="Précisions sur les publics"
        optional
      />
      <Parmi {...props} name="service.frais" label="Frais" liste={libelles.frais} />
      <TextField
        {...champ(props, "service.fraisPrecisions")}
        label="Précisions sur les frais"
        optional
      />
      <div class="row">
        <DateField {...champ(props, "service.du")} label="Proposé depuis le" optional />
        <DateField {...champ(props, "service.au")} label="Jusqu’au" optional />
      </div>
    </FormSection>
  );
}

/** Seventy needs in sixteen folds: those that hold a tick are open. */
function Besoins({ etat }: { etat: FormState }): VNode {
  const name = "service.besoins";
  const cochees = coches(etat, name);
  const error = etat.problems[name];
  return (
    <div class="stack-tight" id={fieldId(name)}>
      <p class="label">Besoins auxquels il répond</p>
      {error !== undefined && <p class="error">{error}</p>}
      {categoriesBesoin.map(({ code, libelle, besoins }) => (
        <Panel key={code} label={libelle} open={cochees.some((une) => une in besoins)}>
          <Checkboxes
            name={name}
            id={`besoins-${code}`}
            label={libelle}
            labelHidden
            values={cochees}
            options={enOptions(besoins)}
          />
        </Panel>
      ))}
    </div>
  );
}

function Entree(props: Props): VNode {
  return (
    <FormSection title="Comment y entrer">
      <Textarea
        {...champ(props, "service.conditions")}
        label="Conditions d’accès"
        rows={2}
        optional
      />
      <Checkboxes
        {...choix(props, "service.modesMobilisation", libelles.mode)}
        label="Démarche"
        optional
      />
      <Checkboxes
        {...choix(props, "service.mobilisablePar", libelles.qui)}
        label="Qui peut demander"
        optional
      />
      <Checkboxes
        {...choix(props, "service.modesAccueil", libelles.accueil)}
        label="Accueil"
        optional
      />
      <TextField
        {...champ(props, "service.mobilisationPrecisions")}
        label="Précisions sur la démarche"
        optional
      />
      <TextField {...champ(props, "service.lien")} label="Lien" optional />
      <TextField {...champ(props, "service.contact")} label="Personne à joindre" optional />
      <Joindre {...props} qui="service" du=" du service" hint="Vide : celui du lieu." />
      <Horaires {...props} name="service.horaires" label="Horaires du service" />
      <TextField
        {...champ(props, "service.zone")}
        label="Zone desservie"
        hint="Codes INSEE de communes, de départements ou d’intercommunalités, séparés par des virgules. Vide : pas de limite dite."
        optional
      />
      <div class="row">
        <TextField
          {...champ(props, "service.heuresSemaine")}
          label="Heures par semaine"
          inputMode="decimal"
          optional
          width={5}
        />
        <TextField
          {...champ(props, "service.semaines")}
          label="Nombre de semaines"
          inputMode="numeric"
          optional
          width={5}
        />
      </div>
    </FormSection>
  );
}

interface Une extends Props {
  readonly name: string;
  readonly label: string;
}

function Parmi(props: Une & { readonly liste: Readonly<Record<string, string>> }): VNode {
  const { name, label, liste } = props;
  return (
    <Radios
      {...champ(props, name)}
      label={label}
      optional
      layout="inline"
      options={enOptions(liste)}
    />
  );
}

/** How to reach a service or its place. */
function Joindre(
  props: Props & {
    readonly qui: "service" | "lieu";
    readonly du?: string;
    readonly hint?: string;
  },
): VNode {
  const { qui, du = "", hint } = props;
  const commun = { hint, optional: true } as const;
  return (
    <>
      <TextField
        {...champ(props, `${qui}.telephone`)}
        {...commun}
        label={`Téléphone${du}`}
        type="tel"
        width={20}
      />
      <TextField
        {...champ(props, `${qui}.courriel`)}
        {...commun}
        label={`Courriel${du}`}
        type="email"
      />
    </>
  );
}

function Horaires(props: Une): VNode {
  return (
    <TextField
      {...champ(props, props.name)}
      label={props.label}
      hint="Mo lundi, Tu mardi, We mercredi, Th jeudi, Fr vendredi, Sa samedi, Su dimanche, PH jours fériés. Exemple : Mo-Fr 08:30-12:30,13:30-17:00; PH off"
      optional
    />
  );
}

function Lieu(props: Props): VNode {
  const partage = props.ressource !== null;
  return (
    <FormSection title="Le lieu">
      {partage && (
        <p class="muted">Ce lieu est celui de tous ses services : ils changeront avec lui.</p>
      )}
      <TextField {...champ(props, "lieu.nom")} label="Nom de la structure ou du lieu" />
      <TextField {...champ(props, "lieu.adresse")} label="Adresse" optional />
      <div class="row">
        <TextField
          {...champ(props, "lieu.codePostal")}
          label="Code postal"
          inputMode="numeric"
          optional
          width={5}
        />
        <TextField {...champ(props, "lieu.commune")} label="Commune" optional width={20} />
      </div>
      <Joindre {...props} qui="lieu" />
      <TextField {...champ(props, "lieu.siteWeb")} label="Site internet" optional />
      <Horaires {...props} name="lieu.horaires" label="Horaires du lieu" />
      <TextField
        {...champ(props, "lieu.siret")}
        label="SIRET"
        inputMode="numeric"
        optional
        width={20}
      />
    </FormSection>
  );
}
