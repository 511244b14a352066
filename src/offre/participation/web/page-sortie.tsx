import type { ComponentChildren, VNode } from "preact";
import { libellesNatureSortie, type NatureSortie } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { type ChoiceGroup, Radios, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { libellesPreuveSortie, libellesSiae } from "../domain/libelles.ts";
import type { SejourConsulte } from "../usecases/consulter.ts";
import { cheminSejour, type Href, nomDe } from "./mots.tsx";

interface Props {
  readonly consulte: SejourConsulte;
  readonly etat: FormState;
  readonly href: Href;
  /** A former exit is corrected. */
  readonly rectifie: boolean;
}

const groupes: readonly {
  readonly label: string;
  readonly natures: readonly NatureSortie[];
  readonly demande: "contrat" | "formation" | null;
}[] = [
  {
    label: "Un emploi",
    natures: [
      ...(["cdi", "cdd", "interim", "saisonnier", "cesu", "alternance"] as const),
      ...([
        "contrat-aide-non-marchand",
        "contrat-aide-marchand",
        "titularisation",
        "creation",
      ] as const),
    ],
    demande: "contrat",
  },
  {
    label: "Une autre étape",
    natures: ["formation-qualifiante", "autre-action", "autres-droits"],
    demande: "formation",
  },
  {
    label: "Autre",
    natures: [
      ...(["fin-rsa", "fin-de-duree", "abandon", "demenagement"] as const),
      ...(["incarceration", "deces", "autre"] as const),
    ],
    demande: null,
  },
];

/** An exit in the order of the conversation: when, towards what, with which facts, proved how. */
export function PageSortie({ consulte, etat, href, rectifie }: Props): VNode {
  const { sejour } = consulte;
  const valeurs = etat.status === 200 ? valeursConnues(consulte, rectifie) : etat.values;
  const champ = (name: string) => ({
    name,
    value: valeurs[name] ?? "",
    error: etat.problems[name],
  });
  const acte = rectifie ? "Corriger la sortie" : "Noter la sortie";
  return (
    <div class="stack measure">
      <PageHeader over={`${nomDe(sejour)}, ${consulte.action.nom}`} title={acte} />
      <ErrorSummary problems={etat.problems} />
      <Form
        action={href(`${cheminSejour(sejour.id)}/${rectifie ? "rectifier" : "sortir"}`)}
        fields={{ version: String(sejour.version) }}
        label={acte}
      >
        <FormSection title="Quand">
          <DateField
            {...champ("le")}
            label={`${nomDe(sejour)} sort le`}
            hint={`Entrée le ${formatDate(sejour.entreLe)}. Le jour de la sortie, la place est libre.`}
          />
        </FormSection>
        <Radios
          {...champ("nature")}
          label="Vers quoi"
          options={groupes.map(
            (groupe): ChoiceGroup => ({
              label: groupe.label,
              options: groupe.natures.map((value) => ({
                value,
                label: libellesNatureSortie[value],
              })),
              more: suiteDe(groupe.demande, champ),
            }),
          )}
        />
        <FormSection title="Preuve">
          <Select
            {...champ("preuve")}
            label="Ce qui prouve la sortie"
            options={Object.entries(libellesPreuveSortie).map(([value, label]) => ({
              value,
              label,
            }))}
          />
          <Textarea {...champ("precision")} label="Précision" optional rows={3} />
          {rectifie && (
            <Textarea
              {...champ("motif")}
              label="Pourquoi la sortie est corrigée"
              hint="La sortie précédente reste lisible, avec ce motif."
              rows={2}
            />
          )}
        </FormSection>
        <p class="muted small">
          La classe de la sortie se déduit de ces faits, d’après la table du Département.
        </p>
        <FormActions>
          <Button kind="primary">{acte}</Button>
          <ButtonLink href={href(cheminSejour(sejour.id))} kind="quiet">
            Annuler
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  );
}

function suiteDe(demande: "contrat" | "formation" | null, champ: Champ): ComponentChildren {
  if (demande === "contrat") return <Contrat champ={champ} />;
  return demande === "formation" ? <Formation champ={champ} /> : undefined;
}

type Champ = (name: string) => {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
};

function Contrat({ champ }: { readonly champ: Champ }): ComponentChildren {
  return (
    <div class="stack-tight">
      <div class="form-columns">
        <DateField {...champ("debut")} label="Début du contrat" optional />
        <DateField
          {...champ("fin")}
          label="Dernier jour du contrat"
          hint="Sans date si le contrat n’a pas de fin connue."
          optional
        />
      </div>
      <Select
        {...champ("structureSiae")}
        label="Dans une structure de l’insertion par l’activité économique"
        empty="Non"
        options={Object.entries(libellesSiae).map(([value, label]) => ({ value, label }))}
      />
      <div class="form-columns">
        <TextField {...champ("employeur")} label="Employeur" optional />
        <TextField {...champ("siret")} label="SIRET" inputMode="numeric" width={10} optional />
        <TextField
          {...champ("heures")}
          label="Heures par semaine"
          inputMode="decimal"
          width={5}
          optional
        />
      </div>
    </div>
  );
}

function Formation({ champ }: { readonly champ: Champ }): ComponentChildren {
  return (
    <div class="stack-tight">
      <p class="muted small">Pour une formation :</p>
      <div class="form-columns">
        <DateField {...champ("formationDebut")} label="Début de la formation" optional />
        <DateField {...champ("formationFin")} label="Dernier jour" optional />
      </div>
      <TextField {...champ("organisme")} label="Organisme de formation" optional />
    </div>
  );
}

function valeursConnues(
  { sejour, le }: SejourConsulte,
  rectifie: boolean,
): Readonly<Record<string, string>> {
  if (!rectifie || sejour.sortie === null) return { le: formatDate(le), preuve: "declaratif" };
  const { debut, fin, structureSiae, employeur, siret, heures, precision } = sejour.sortie;
  return {
    le: formatDate(sejour.sortiLe),
    nature: sejour.sortieNature ?? "",
    preuve: sejour.preuve ?? "declaratif",
    debut: formatDate(debut),
    fin: formatDate(fin),
    formationDebut: formatDate(debut),
    formationFin: formatDate(fin),
    organisme: employeur ?? "",
    structureSiae: structureSiae ?? "",
    employeur: employeur ?? "",
    siret: siret ?? "",
    heures: heures === null ? "" : String(heures).replace(".", ","),
    precision: precision ?? "",
  };
}
