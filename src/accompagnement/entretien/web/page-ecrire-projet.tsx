import type { VNode } from "preact";
import type { Choix } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkboxes, Radios } from "#platform/ui/components/choices.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { type ContenuProjet, suitesProjet, transports } from "../domain/projet.ts";
import type { EtatProjet } from "../domain/synthese.ts";
import type { ProjetConsulte } from "../usecases/projets.ts";
import type { Href } from "./cadre.ts";
import { ecartsProjet } from "./page-projet.tsx";

interface Props {
  readonly projet: ProjetConsulte;
  /** Offered while typing; the directory answers by name as well. */
  readonly metiers: readonly Choix[];
  readonly etat: FormState;
  /** What was typed, as a project, to be compared with what another wrote. */
  readonly saisie: ContenuProjet | null;
  readonly href: Href;
}

/** Lines of occupations offered. */
export const LIGNES_METIERS = 3;

const gestes: Readonly<Record<EtatProjet, string>> = {
  emergence: "Il émerge encore",
  validation: "Il est validé avec la personne",
  reevaluation: "Il est à réévaluer",
  abandon: "Il est abandonné",
};

/** The project said anew: it is written whole each time, from what was last said. */
export function PageEcrireProjet(props: Props): VNode {
  const { projet, etat, href } = props;
  const [dernier] = projet.actes;
  const depart = dernier && dernier.etat !== "abandon" ? dernier.contenu : null;
  const conflit = etat.refusal?.code === "projet.conflit";
  const valeur = (nom: string, initiale: string) => etat.values[nom] ?? initiale;
  const suites = suitesProjet(dernier?.etat ?? null);
  return (
    <div class="stack measure">
      <h2>Le projet aujourd’hui</h2>
      {conflit ? <Conflit {...props} /> : <ErrorSummary problems={etat.problems} />}
      <Form
        action={href(`/personnes/${projet.personneId}/projet`)}
        fields={{
          precedentId: conflit
            ? String(dernier?.id ?? 0)
            : valeur("precedentId", String(dernier?.id ?? 0)),
        }}
        label="Projet"
      >
        <Radios
          name="etat"
          label="Où il en est"
          options={suites.map((value) => ({ value, label: gestes[value] }))}
          value={valeur("etat", suites[0] ?? "emergence")}
          error={etat.problems["etat"]}
        />
        <TextField
          name="intitule"
          label="En quelques mots"
          optional
          value={valeur("intitule", depart?.intitule ?? "")}
          error={etat.problems["contenu.intitule"]}
        />
        <Metiers {...props} depart={depart} />
        <Recherche {...props} depart={depart} />
        <Refus {...props} depart={depart} />
        <Textarea
          name="commentaire"
          label="Commentaire"
          optional
          rows={3}
          value={valeur("commentaire", depart?.commentaire ?? "")}
        />
        <DateField
          name="reevaluerLe"
          label="À réévaluer le"
          optional
          value={valeur("reevaluerLe", "")}
          error={etat.problems["reevaluerLe"]}
        />
        <FormActions>
          <Button kind="primary">Enregistrer le projet</Button>
          <ButtonLink kind="quiet" href={href(`/personnes/${projet.personneId}/projet`)}>
            Annuler
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  );
}

type PropsPartie = Props & { readonly depart: ContenuProjet | null };

function Metiers({ metiers, etat, depart }: PropsPartie): VNode {
  const ecrit = ({ code, libelle }: Choix) => `${code} ${libelle}`;
  const suggestions = metiers.map(ecrit);
  return (
    <FormSection title="Métiers visés">
      <p class="hint">Tapez un nom ou un code ROME : « aide à domicile », K1304.</p>
      {Array.from({ length: LIGNES_METIERS }, (_, rang) => {
        const connu = depart?.metiers[rang];
        const name = `metier${rang + 1}`;
        return (
          <TextField
            key={name}
            name={name}
            label={`Métier ${rang + 1}`}
            optional={rang > 0}
            filter={rang === 0}
            suggestions={suggestions}
            value={etat.values[name] ?? (connu ? ecrit(connu) : "")}
            error={etat.problems[name] ?? (rang === 0 ? etat.problems["metiers"] : undefined)}
          />
        );
      })}
    </FormSection>
  );
}

function Recherche({ etat, depart }: PropsPartie): VNode {
  const valeur = (nom: string, initiale: string) => etat.values[nom] ?? initiale;
  return (
    <FormSection title="La recherche">
      <div class="form-columns">
        <TextField
          name="rayonKm"
          label="Rayon"
          suffix="km"
          inputMode="numeric"
          width={5}
          optional
          value={valeur("rayonKm", String(depart?.rayonKm ?? ""))}
          error={etat.problems["contenu.rayonKm"]}
        />
        <TextField
          name="heures"
          label="Heures acceptées"
          suffix="h par semaine"
          inputMode="numeric"
          width={5}
          optional
          value={valeur("heures", String(depart?.heures ?? ""))}
          error={etat.problems["contenu.heures"]}
        />
      </div>
      <Checkboxes
        name="transports"
        label="Moyens de transport"
        filter
        options={Object.entries(transports).map(([value, label]) => ({ value, label }))}
        values={etat.status === 200 ? (depart?.transports ?? []) : etat.all("transports")}
      />
    </FormSection>
  );
}

const refusProposes = {
  metiers: ["refusMetiers", "Métiers ou secteurs"],
  distance: ["refusDistance", "Distance et horaires"],
  salaire: ["refusSalaire", "Salaire"],
  autre: ["refusAutre", "Autre"],
} as const;

function Refus({ etat, depart }: PropsPartie): VNode {
  const champs = Object.entries(refusProposes) as readonly [
    keyof typeof refusProposes,
    readonly [string, string],
  ][];
  return (
    <FormSection title="Ce que la personne ne veut pas">
      {champs.map(([cle, [name, label]]) => (
        <TextField
          key={name}
          name={name}
          label={label}
          optional
          value={etat.values[name] ?? depart?.refus[cle] ?? ""}
          error={etat.problems[`contenu.refus.${cle}`]}
        />
      ))}
    </FormSection>
  );
}

function Conflit({ projet, etat, saisie }: Props): VNode {
  const [dernier] = projet.actes;
  return (
    <>
      <Alert tone="late" title="Quelqu’un a écrit le projet avant vous" live>
        {etat.problems[""]}
      </Alert>
      {saisie && (
        <Diff
          caption="Ce qui est enregistré, et ce que vous avez saisi"
          heads={["Enregistré", "Votre saisie"]}
          kind="compare"
          lines={ecartsProjet(dernier?.contenu ?? null, saisie)}
        />
      )}
    </>
  );
}
