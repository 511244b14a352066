import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { Raison } from "../domain/entree.ts";
import type { EntreePreparee } from "../usecases/consulter.ts";
import { cheminParticipants, type Href, nomDe } from "./mots.tsx";

interface PersonneTrouvee {
  readonly id: number;
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  readonly commune: string | null;
}

interface Props {
  readonly preparee: EntreePreparee;
  readonly etat: FormState;
  readonly href: Href;
  readonly cherche: {
    readonly permise: boolean;
    readonly q: string;
    readonly trouvees: readonly PersonneTrouvee[];
  };
}

/** One entry: who, when, and what she shows that the files do not say. */
export function PageEntree(props: Props): VNode {
  const { preparee, etat, href } = props;
  const { action } = preparee;
  const raisons = raisonsDe(etat);
  return (
    <div class="with-side">
      <div class="stack">
        {raisons.length > 0 ? (
          <Refus raisons={raisons} />
        ) : (
          <ErrorSummary problems={etat.problems} />
        )}
        {preparee.personne === null && props.cherche.permise && <Chercher {...props} />}
        <Formulaire {...props} />
      </div>
      <Card title="Ce que demande la fiche">
        <FactsList
          layout="side"
          facts={[
            { label: "Public", value: action.fiche.publics.join(" ; ") },
            { label: "Contrat", value: action.fiche.contractualisation.texte },
            { label: "Durée", value: dureeEnMots(action.fiche.duree.maxMois) },
            {
              label: "RSA socle",
              value:
                action.fiche.socle === "entree"
                  ? "le jour de l’entrée"
                  : "le jour de l’entrée et pendant tout le séjour",
            },
          ]}
        />
        <p class="small">
          <a href={href(`/offre/fiches/${action.fiche.code}`)}>
            Lire la fiche {action.fiche.numero}
          </a>
        </p>
      </Card>
    </div>
  );
}

const dureeEnMots = (maxMois: number | null) =>
  maxMois === null ? "sans plafond" : `${maxMois} mois au plus`;

function raisonsDe({ refusal }: FormState): readonly Raison[] {
  const raisons = refusal?.details["raisons"];
  return Array.isArray(raisons) ? (raisons as readonly Raison[]) : [];
}

function Refus({ raisons }: { readonly raisons: readonly Raison[] }): VNode {
  return (
    <Alert
      tone="late"
      live
      title={
        raisons.length === 1
          ? "L’entrée n’est pas possible"
          : `L’entrée n’est pas possible, pour ${raisons.length} raisons`
      }
    >
      <ul>
        {raisons.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Chercher({ preparee, href, cherche }: Props): VNode {
  const ici = href(`${cheminParticipants(preparee.action.id)}/entrer`);
  return (
    <Card title="Une personne que vous suivez">
      <Form action={ici} method="get" layout="inline" label="Chercher une personne">
        <TextField
          name="q"
          label="Nom, prénom ou numéro"
          type="search"
          filter
          width={20}
          value={cherche.q}
        />
        <Button icon="recherche">Chercher</Button>
      </Form>
      {cherche.q !== "" && cherche.trouvees.length === 0 && (
        <p>Personne de ce nom dans votre périmètre. Vérifiez l’orthographe.</p>
      )}
      {cherche.trouvees.length > 0 && (
        <ul class="lines">
          {cherche.trouvees.map((une) => (
            <li key={une.id}>
              <a href={`${ici}?personne=${une.id}`}>{nomDe({ ...une, qualite: null })}</a>{" "}
              <span class="muted">
                {[une.dateNaissance === null ? null : formatDate(une.dateNaissance), une.commune]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Formulaire({ preparee, etat, href }: Props): VNode {
  const { action, personne, le } = preparee;
  const ici = `${cheminParticipants(action.id)}/entrer`;
  const champ = (name: string, defaut = "") => ({
    name,
    value: etat.values[name] ?? defaut,
    error: etat.problems[name],
  });
  return (
    <Form
      action={href(ici)}
      fields={personne === null ? {} : { personneId: String(personne.personneId) }}
      label="Noter une entrée"
    >
      <FormSection title="Qui">
        {personne === null ? (
          <>
            <TextField
              {...champ("numero")}
              label="Numéro d’allocataire ou de demande"
              hint="Tel qu’il est écrit sur l’attestation de la personne."
              width={10}
              inputMode="numeric"
            />
            <DateField {...champ("dateNaissance")} label="Date de naissance" />
          </>
        ) : (
          <p>
            <span class="strong">{nomDe(personne)}</span>
            {personne.dateNaissance !== null &&
              `, date de naissance : ${formatDate(personne.dateNaissance)}`}
            . <a href={href(ici)}>Choisir une autre personne</a>
          </p>
        )}
      </FormSection>
      <FormSection title="Quand">
        <DateField {...champ("le", formatDate(le))} label="Jour de l’entrée" />
      </FormSection>
      <FormSection title="Preuves montrées">
        <DateField
          {...champ("attestationLe")}
          label="Attestation de droit datée du"
          hint="Utile seulement si le dernier flux ne dit pas encore le droit de ce jour."
          optional
        />
        <Radios
          {...champ("contratPreuve")}
          label="Contrat ou inscription à France Travail"
          hint="Un contrat signé dans Jalon, ou une inscription que le dossier dit, se lit tout seul."
          options={[
            { value: "", label: "Rien de plus que ce que Jalon connaît" },
            { value: "contrat", label: "Un contrat signé ailleurs" },
            { value: "inscription-france-travail", label: "Une inscription à France Travail" },
          ]}
        />
        <DateField {...champ("contratLe")} label="Date de cette preuve" optional />
      </FormSection>
      <FormActions>
        <Button kind="primary">Noter l’entrée</Button>
        <ButtonLink href={href(cheminParticipants(action.id))} kind="quiet">
          Annuler
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
