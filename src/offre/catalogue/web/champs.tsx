import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Radios } from "#platform/ui/components/choices.tsx";
import { FormSection } from "#platform/ui/components/form.tsx";
import { Textarea, TextField } from "#platform/ui/components/text-field.tsx";

interface Champs {
  readonly state: FormState;
}

export function ChampsNom({ state: { values, problems } }: Champs): VNode {
  return (
    <>
      <TextField
        name="nom"
        label="Nom de l’action"
        hint="Comme on l’appelle sur le territoire : « Chantier maraîchage de Hem »."
        value={values["nom"]}
        error={problems["nom"]}
        width={20}
      />
      <TextField
        name="numero"
        label="Numéro de la convention"
        value={values["numero"]}
        error={problems["numero"]}
        width={10}
        optional
      />
      <Radios
        name="entree"
        label="On y entre"
        layout="inline"
        value={values["entree"]}
        error={problems["entree"]}
        options={[
          { value: "continue", label: "toute l’année" },
          { value: "sessions", label: "par sessions" },
        ]}
      />
    </>
  );
}

export function ChampsPlaces({ state: { values, problems } }: Champs): VNode {
  return (
    <>
      <TextField
        name="places"
        label="Nombre de places"
        inputMode="numeric"
        value={values["places"]}
        error={problems["places"]}
        width={5}
      />
      <TextField
        name="placesQuartiers"
        label="Dont places prévues pour les quartiers prioritaires"
        inputMode="numeric"
        value={values["placesQuartiers"]}
        error={problems["placesQuartiers"]}
        width={5}
        optional
      />
    </>
  );
}

const lieux = [
  ["public", "Public particulier", 20],
  ["adresse", "Adresse", 20],
  ["codePostal", "Code postal", 5],
  ["horaires", "Horaires", 20],
  ["telephone", "Téléphone", 10],
  ["courriel", "Courriel", 20],
] as const;

export function ChampsLieu({ state: { values, problems } }: Champs): VNode {
  return (
    <FormSection title="Où, quand, comment joindre">
      {lieux.map(([name, label, width]) => (
        <TextField
          key={name}
          name={name}
          label={label}
          value={values[name]}
          error={problems[name]}
          width={width}
          optional
        />
      ))}
      <Textarea
        name="communes"
        label="Communes desservies"
        hint="Une par ligne, avec au besoin un quartier prioritaire : « Denain : Les Provinces (QN05901) ». Rien : tout le territoire."
        value={values["communes"]}
        error={problems["communes"]}
        rows={4}
        optional
      />
    </FormSection>
  );
}
