import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { champs, groupesChamps } from "../domain/champs.ts";
import type { ModeleSaisi } from "./saisie-modele.ts";

type Bloc = ModeleSaisi["blocs"][number];

const natures: readonly {
  readonly value: Bloc["nature"];
  readonly label: string;
  readonly court: string;
}[] = [
  { value: "paragraphe", label: "Paragraphe", court: "Paragraphe" },
  { value: "titre", label: "Titre", court: "Titre" },
  { value: "liste", label: "Liste, une ligne par point", court: "Liste" },
  { value: "encadre", label: "Encadré", court: "Encadré" },
  {
    value: "si",
    label: "Paragraphe montré si un champ est connu",
    court: "Paragraphe si un champ est connu",
  },
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
        {natures.map(({ value, court }) => (
          <Button key={value} small name="geste" value={`ajouter:${value}`}>
            {court}
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
    <fieldset class="letter-block">
      <legend>{`Bloc ${numero}`}</legend>
      <div class="row-between">
        <Select
          id={`bloc-${rang}-nature`}
          name="bloc-nature"
          label={`Nature du bloc ${numero}`}
          labelHidden
          options={natures.map(({ value, label }) => ({ value, label }))}
          value={bloc.nature}
        />
        <div class="row">
          {rang > 0 && <Geste nom="Monter" geste={`monter:${rang}`} numero={numero} />}
          {!dernier && <Geste nom="Descendre" geste={`descendre:${rang}`} numero={numero} />}
          <Geste nom="Supprimer" geste={`supprimer:${rang}`} numero={numero} />
        </div>
      </div>
      {bloc.nature === "si" ? (
        <Select
          id={`bloc-${rang}-champ`}
          name="bloc-champ"
          label="Montré si ce champ est connu"
          options={optionsDesChamps}
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
        rows={Math.min(8, Math.max(1, hauteur(texte)))}
        value={texte}
        error={erreur("texte") ?? erreur("lignes")}
      />
    </fieldset>
  );
}

const optionsDesChamps = groupesChamps.map((groupe) => ({
  label: groupe,
  options: champs
    .filter((champ) => champ.groupe === groupe)
    .map(({ code, libelle }) => ({ value: code, label: libelle })),
}));

/** Lines this text takes in the width of the form. */
function hauteur(texte: string): number {
  return texte.split("\n").reduce((somme, ligne) => somme + Math.ceil((ligne.length + 1) / 56), 0);
}

function Geste({
  nom,
  geste,
  numero,
}: {
  readonly nom: string;
  readonly geste: string;
  readonly numero: number;
}): VNode {
  return (
    <Button small kind="quiet" name="geste" value={geste}>
      {nom}
      <span class="visually-hidden">{` le bloc ${numero}`}</span>
    </Button>
  );
}
