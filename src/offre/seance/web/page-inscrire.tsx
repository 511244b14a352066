import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Checkbox, Radios } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { formatCount } from "#platform/ui/format.ts";
import { libellesNature } from "../domain/natures.ts";
import type { InscriptionAPreparer } from "../usecases/lire-seances.ts";
import { type Href, nomDe, quand } from "./mots.tsx";
import { remplissage } from "./page-semaine.tsx";

interface Props {
  readonly prepare: InscriptionAPreparer;
  readonly etat: FormState;
  readonly href: Href;
}

const NOMS_DITS = 6;

/** Whom one chose first, the session next: from the page of a person, or from the list of persons. */
export function PageInscrire({ prepare, etat, href }: Props): VNode {
  const { personnes, seances } = prepare;
  const ids = personnes.map(({ personneId }) => personneId).join(",");
  return (
    <>
      <PageHeader
        title={`Inscrire ${quiEnMots(prepare)} à une séance`}
        meta={
          <span>
            {formatCount(seances.length, "séance ou série", "séances ou séries")} dans les six
            semaines
          </span>
        }
      />
      <ErrorSummary problems={etat.problems} />
      {seances.length === 0 ? (
        <EmptyState
          title="Aucune séance à venir"
          text="Aucune séance n’est ouverte dans les six semaines qui viennent."
        />
      ) : (
        <Form action={href("/seances/inscrire")} fields={{ personnes: ids }}>
          <Radios
            name="seanceId"
            label="Séance"
            layout="boxed"
            value={etat.values["seanceId"] ?? ""}
            error={etat.problems["seanceId"]}
            options={seances.map((une) => ({
              value: String(une.id),
              label: `${une.titre}, ${quand(une)}`,
              hint: [
                libellesNature[une.nature],
                une.structure,
                remplissage(une),
                ...autresDates(une.serieId, prepare),
              ].join(" · "),
            }))}
          />
          <Checkbox name="attente" label="Sur la liste d’attente si la séance est complète" />
          <Checkbox name="serie" label="À toutes les dates à venir de la série, s’il y en a une" />
          <FormActions>
            <Button kind="primary">Inscrire</Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}

function autresDates(serieId: number | null, { dates }: InscriptionAPreparer): readonly string[] {
  const autres = serieId === null ? 0 : (dates.get(serieId) ?? 1) - 1;
  return autres > 0 ? [formatCount(autres, "autre date ensuite", "autres dates ensuite")] : [];
}

function quiEnMots({ personnes }: InscriptionAPreparer): string {
  if (personnes.length > NOMS_DITS) return `${personnes.length} personnes`;
  return personnes.map(nomDe).join(", ");
}
