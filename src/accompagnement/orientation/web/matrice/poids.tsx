import type { VNode } from "preact";
import type { Matrice, QuestionDiagnostic } from "#commun/referentiel";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { FormSection } from "#platform/ui/components/form.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { axesEnMots, clePoids } from "../../domain/matrice/ecarts-matrices.ts";
import { signe } from "../../domain/matrice/libelles.ts";
import type { PoidsReponse } from "../../domain/matrice/proposition.ts";
import type { Saisie } from "./grille.tsx";
import { champs } from "./noms.ts";

interface Props {
  readonly matrice: Matrice;
  readonly questions: readonly QuestionDiagnostic[];
  readonly saisie?: Saisie | undefined;
  readonly reference?: Matrice | undefined;
}

/** What each answer weighs, question by question: the question is said once. */
export function PoidsMatrice({ matrice, questions, saisie, reference }: Props): VNode {
  const anciens = new Map(reference?.poids.map((un) => [clePoids(un), un.poids]));
  const rangees = [...Map.groupBy(matrice.poids, ({ question }) => question)];
  const libelle = (code: string) => questions.find((une) => une.code === code)?.libelle ?? code;
  return (
    <Table
      caption="Points de chaque réponse"
      captionHidden
      columns={[
        { key: "question", label: "Question" },
        { key: "reponse", label: "Se dit" },
        { key: "axe", label: "Pèse", fit: true },
        { key: "poids", label: "Points", numeric: true, fit: true },
      ]}
      rows={rangees.flatMap(([code, poids]) =>
        poids.map((un, rang) => ({
          key: clePoids(un),
          cells: [
            rang === 0 ? libelle(code) : null,
            un.libelle,
            axesEnMots[un.axe],
            <Points key="p" poids={un} saisie={saisie} ancien={anciens.get(clePoids(un))} />,
          ],
        })),
      )}
    />
  );
}

function Points({
  poids,
  saisie,
  ancien,
}: {
  readonly poids: PoidsReponse;
  readonly saisie: Saisie | undefined;
  readonly ancien: number | undefined;
}): VNode {
  const nom = champs.poids(poids);
  const etait = ancien !== undefined && ancien !== poids.poids && (
    <span class="tasks-hint">était {signe(ancien)}</span>
  );
  if (saisie === undefined) {
    return (
      <span>
        {signe(poids.poids)}
        {etait}
      </span>
    );
  }
  return (
    <span>
      <TextField
        name={nom}
        label={`Points de « ${poids.libelle} », ${axesEnMots[poids.axe]}`}
        labelHidden
        inputMode="numeric"
        width={2}
        value={saisie.valeurs[nom] ?? String(poids.poids)}
        error={saisie.problemes[nom]}
      />
      {etait}
    </span>
  );
}

/** One more answer that weighs. */
export function NouveauPoids({
  questions,
  saisie,
}: {
  readonly questions: readonly QuestionDiagnostic[];
  readonly saisie: Saisie;
}): VNode {
  const { valeurs, problemes } = saisie;
  return (
    <FormSection title="Ajouter un poids">
      <Select
        name={champs.nouvelle}
        label="Réponse"
        empty="Aucune"
        options={questions.map(({ code, libelle, reponses }) => ({
          label: libelle,
          options: Object.entries(reponses).map(([reponse, label]) => ({
            value: `${code}|${reponse}`,
            label,
          })),
        }))}
        value={valeurs[champs.nouvelle]}
        error={problemes[champs.nouvelle]}
        optional
      />
      <Radios
        name={champs.nouvelAxe}
        label="Pèse"
        layout="inline"
        options={[
          { value: "emploi", label: "Vers l’emploi" },
          { value: "social", label: "Comme un obstacle" },
        ]}
        value={valeurs[champs.nouvelAxe] ?? "emploi"}
      />
      <TextField
        name={champs.nouveauPoids}
        label="Points"
        inputMode="numeric"
        width={2}
        value={valeurs[champs.nouveauPoids]}
        error={problemes[champs.nouveauPoids]}
        optional
      />
      <TextField
        name={champs.nouveauLibelle}
        label="Comment le dire à la personne"
        hint="Se lit après « parce que » : expérience récente."
        value={valeurs[champs.nouveauLibelle]}
        error={problemes[champs.nouveauLibelle]}
        optional
      />
    </FormSection>
  );
}
