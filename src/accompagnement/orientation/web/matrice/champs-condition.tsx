import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Checkbox, Checkboxes, Radios, Select } from "#platform/ui/components/choices.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import {
  type Catalogue,
  choixDe,
  estGroupe,
  groupes,
  nomDeSorte,
  optionsDeTypes,
  sortesDeConditions,
} from "./catalogue.ts";
import { type ConditionSaisie, sous } from "./condition-saisie.ts";

interface Props {
  readonly saisie: ConditionSaisie;
  readonly chemin: string;
  readonly catalogue: Catalogue;
  readonly problemes: Readonly<Record<string, string>>;
}

/** Conditions put together, each taken away by its own button, one more added at the end. */
export function GroupeDeConditions({ saisie, chemin, catalogue, problemes }: Props): VNode {
  const racine = !chemin.includes("-");
  const ajout = `${chemin}-ajout`;
  const offerts = groupes.filter(({ value }) => value !== "pas-toutes" || saisie.sur === value);
  return (
    <fieldset class="condition condition-group" id={chemin}>
      <legend>{racine ? "Les conditions" : "Un groupe de conditions"}</legend>
      <Radios
        name={chemin}
        label="Combien doivent être vraies"
        layout="inline"
        options={offerts}
        value={saisie.sur}
      />
      {saisie.de.map((partie, rang) => {
        const ici = sous(chemin, rang);
        const commun = { saisie: partie, chemin: ici, catalogue, problemes };
        return estGroupe(partie.sur) ? (
          <GroupeDeConditions key={ici} {...commun} />
        ) : (
          <UneCondition key={ici} {...commun} />
        );
      })}
      <div class="form-inline">
        <Select
          name={ajout}
          label={racine ? "Ajouter une condition" : "Ajouter une condition à ce groupe"}
          empty="Choisir…"
          options={sortesDeConditions(catalogue, { avecGroupe: racine })}
          error={problemes[ajout]}
          filter
        />
        <Button name="geste" value={`ajouter:${chemin}`}>
          Ajouter
          {!racine && <span class="visually-hidden"> à ce groupe</span>}
        </Button>
        {!racine && (
          <Button kind="quiet" name="geste" value={`retirer:${chemin}`}>
            Retirer le groupe
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function UneCondition(props: Props): VNode {
  const { saisie, chemin, catalogue } = props;
  const nom = nomDeSorte(saisie.sur, catalogue);
  return (
    <fieldset class="condition" id={chemin}>
      <legend>{nom}</legend>
      <input type="hidden" name={chemin} value={saisie.sur} />
      <ChampsDeCondition {...props} />
      <div class="row-between">
        <Checkbox
          name={`${chemin}-contraire`}
          label="Vraie quand ce n’est pas le cas"
          checked={saisie.contraire}
          optional
        />
        <Button kind="quiet" small name="geste" value={`retirer:${chemin}`}>
          Retirer
          <span class="visually-hidden">{` la condition « ${nom} »`}</span>
        </Button>
      </div>
    </fieldset>
  );
}

function ChampsDeCondition({ saisie, chemin, catalogue, problemes }: Props): VNode {
  const champ = (nom: "min" | "max", label: string, suffix: string) => (
    <TextField
      name={`${chemin}-${nom}`}
      label={label}
      inputMode="numeric"
      width={2}
      suffix={suffix}
      value={saisie[nom]}
      error={problemes[`${chemin}-${nom}`]}
      optional={saisie.sur === "age"}
    />
  );
  switch (saisie.sur) {
    case "age":
      return (
        <div class="form-columns">
          {champ("min", "À partir de", "ans")}
          {champ("max", "Jusqu’à", "ans compris")}
        </div>
      );
    case "enfants-a-charge":
      return champ("min", "À partir de", "enfants à charge");
    case "capacite":
      return (
        <div class="form-columns">
          <Select
            name={`${chemin}-type`}
            label="Type d’orientation"
            empty="Choisir…"
            options={optionsDeTypes(catalogue)}
            value={saisie.type}
            error={problemes[`${chemin}-type`]}
          />
          {champ("min", "Il reste au moins", "places")}
        </div>
      );
    default:
      return (
        <Checkboxes
          name={`${chemin}-parmi`}
          label="L’une de ces réponses"
          labelHidden
          options={choixDe(saisie.sur, catalogue, saisie.parmi) ?? []}
          values={saisie.parmi}
          error={problemes[`${chemin}-parmi`]}
        />
      );
  }
}
