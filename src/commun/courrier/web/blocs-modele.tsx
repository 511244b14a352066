import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { FormSection } from "#platform/ui/components/form.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { champs, groupesChamps } from "../domain/champs.ts";
import type { ModeleSaisi } from "./saisie-modele.ts";

type Bloc = ModeleSaisi["blocs"][number];

const natures: readonly { readonly value: Bloc["nature"]; readonly label: string }[] = [
  { value: "paragraphe", label: "Paragraphe" },
  { value: "titre", label: "Titre" },
  { value: "liste", label: "Liste, une ligne par point" },
  { value: "encadre", label: "Encadré" },
  { value: "si", label: "Paragraphe montré si un champ est connu" },
];

interface Props {
  readonly blocs: readonly Bloc[];
  readonly problems: Readonly<Record<string, string>>;
}

/** The body of the letter, block by block; each gesture saves the draft. */
export function BlocsDuModele({ blocs, problems }: Props): VNode {
  return (
    <>
      {blocs.map((bloc, rang) => (
        <UnBloc key={rang} {...{ bloc, rang, problems }} dernier={rang === blocs.length - 1} />
      ))}
      <div class="row">
        <span class="muted">Ajouter :</span>
        {natures.map(({ value, label }) => (
          <Button key={value} small name="geste" value={`ajouter:${value}`}>
            {label.split(/,| montré/u)[0]}
          </Button>
        ))}
      </div>
    </>
  );
}

function UnBloc({
  bloc,
  rang,
  dernier,
  problems,
}: {
  readonly bloc: Bloc;
  readonly rang: number;
  readonly dernier: boolean;
  readonly problems: Props["problems"];
}): VNode {
  const numero = rang + 1;
  const texte = bloc.nature === "liste" ? bloc.lignes.join("\n") : bloc.texte;
  const erreur = (nom: string) => problems[`contenu.blocs.${rang}.${nom}`];
  return (
    <FormSection title={`Bloc ${numero}`}>
      <Select
        id={`bloc-${rang}-nature`}
        name="bloc-nature"
        label={`Nature du bloc ${numero}`}
        labelHidden
        options={natures}
        value={bloc.nature}
      />
      {bloc.nature === "si" ? (
        <Select
          id={`bloc-${rang}-champ`}
          name="bloc-champ"
          label="Montré si ce champ est connu"
          options={groupesChamps.map((groupe) => ({
            label: groupe,
            options: champs
              .filter((champ) => champ.groupe === groupe)
              .map(({ code, libelle }) => ({ value: code, label: libelle })),
          }))}
          value={bloc.champ}
          error={erreur("champ")}
        />
      ) : (
        <input type="hidden" name="bloc-champ" value="" />
      )}
      <Textarea
        id={`bloc-${rang}-texte`}
        name="bloc-texte"
        label={`Texte du bloc ${numero}`}
        labelHidden
        rows={Math.min(8, Math.max(2, Math.ceil(texte.length / 70) + texte.split("\n").length - 1))}
        value={texte}
        error={erreur("texte") ?? erreur("lignes")}
      />
      <div class="row">
        {rang > 0 && (
          <Button small kind="quiet" name="geste" value={`monter:${rang}`}>
            {`Monter le bloc ${numero}`}
          </Button>
        )}
        {!dernier && (
          <Button small kind="quiet" name="geste" value={`descendre:${rang}`}>
            {`Descendre le bloc ${numero}`}
          </Button>
        )}
        <Button small kind="quiet" name="geste" value={`supprimer:${rang}`}>
          {`Supprimer le bloc ${numero}`}
        </Button>
      </div>
    </FormSection>
  );
}
