import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkbox, Radios, Select } from "#platform/ui/components/choices.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { type ActionContrat, naturesAction, type SectionContrat } from "../domain/contenu.ts";
import { libellesSection } from "../domain/libelles.ts";
import type { ContratConsulte, ContratsConsultes } from "../usecases/consulter-contrats.ts";
import { cheminContrat, cheminContrats, type Href } from "./cadre.ts";
import { differences } from "./histoire.tsx";
import { Source } from "./mots.tsx";
import { contenuSaisi, LIGNES_ACTIONS } from "./saisies.ts";

interface Props {
  readonly consulte: ContratsConsultes;
  readonly un: ContratConsulte;
  readonly preparation: NonNullable<ContratConsulte["preparation"]>;
  readonly section: SectionContrat;
  readonly etat: FormState;
  readonly href: Href;
}

/** What a field shows: as typed when the form came back, as kept otherwise. */
type Champ = (
  name: string,
  garde: string,
) => { readonly name: string; readonly value: string; readonly error: string | undefined };

const BLANCHES = 3;

/** One part of the draft, in the order of the conversation. */
export function PageSection(props: Props): VNode {
  const { un, preparation, section, etat, href } = props;
  const { id, personneId } = un.contrat;
  const conflit = etat.refusal?.code === "contrat.conflit";
  const envoye = etat.status !== 200;
  const champ: Champ = (name, garde) => ({
    name,
    value: envoye ? (etat.values[name] ?? "") : garde,
    error: etat.problems[name],
  });
  return (
    <div class="stack measure">
      <h2>{libellesSection[section]}</h2>
      {conflit ? <Conflit {...props} /> : <ErrorSummary problems={etat.problems} />}
      <Form
        action={href(`${cheminContrat(personneId, id)}/rediger/${section}`)}
        fields={{
          revision:
            envoye && !conflit ? (etat.values["revision"] ?? "") : String(preparation.revision),
        }}
      >
        <Champs {...props} champ={champ} envoye={envoye} />
        <FormActions>
          <Button kind="primary">Enregistrer</Button>
          <ButtonLink kind="quiet" href={href(cheminContrats(personneId))}>
            Retour au contrat
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  );
}

type Partie = Props & { readonly champ: Champ; readonly envoye: boolean };

function Champs(props: Partie): VNode {
  const { contenu } = props.preparation;
  switch (props.section) {
    case "duree":
      return <Duree {...props} />;
    case "objectifs":
      return (
        <Lignes
          {...props}
          name="objectifs"
          label="Objectifs, un par ligne"
          hint="Ce que la personne veut atteindre, avec ses mots."
          lignes={contenu.objectifs}
        />
      );
    case "actions":
      return <Actions {...props} />;
    case "heures":
      return <Heures {...props} />;
    case "engagements":
      return (
        <>
          <Lignes
            {...props}
            name="engagementsPersonne"
            label="La personne s’engage à, un engagement par ligne"
            lignes={contenu.engagementsPersonne}
          />
          <Lignes
            {...props}
            name="engagementsOrganisme"
            label="L’organisme référent s’engage à, un engagement par ligne"
            lignes={contenu.engagementsOrganisme}
          />
        </>
      );
  }
}

function Duree({ champ, preparation, un, consulte }: Partie): VNode {
  const { contenu } = preparation;
  const { nature, contrat } = un;
  return (
    <>
      <DateField
        {...champ("debut", formatDate(contenu.debut))}
        label="Premier jour du contrat"
        hint={contrat.debut === null ? undefined : "Un avenant ne le change pas."}
      />
      <TextField
        {...champ("mois", String(contenu.mois ?? ""))}
        label="Durée"
        suffix="mois"
        inputMode="numeric"
        width={5}
      />
      {nature && <Source texte={nature.duree.texte} certitude={nature.duree.certitude} />}
      <TextField
        {...champ("bilanMois", String(contenu.bilanMois ?? ""))}
        label="Un bilan tous les"
        suffix="mois"
        inputMode="numeric"
        width={5}
      />
      {contrat.social && (
        <Select
          {...champ("vulnerabilite", contenu.vulnerabilite ?? "")}
          label="Vulnérabilité identifiée"
          hint="Avec elle, la situation est réexaminée à douze mois au lieu de six (CASF, D262-65-2-1)."
          empty="Aucune"
          options={consulte.regle.vulnerabilites.map(({ code, libelle }) => ({
            value: code,
            label: libelle,
          }))}
        />
      )}
    </>
  );
}

function Lignes({
  champ,
  name,
  label,
  hint,
  lignes,
}: Partie & {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly lignes: readonly string[];
}): VNode {
  return (
    <Textarea
      {...champ(name, lignes.join("\n"))}
      label={label}
      hint={hint}
      rows={Math.max(5, lignes.length + 2)}
    />
  );
}

const actionVide: ActionContrat = {
  libelle: "",
  nature: "accompagnement",
  heures: null,
  collective: false,
  encadree: false,
  jusqua: null,
};

function Actions({ champ, preparation, envoye, etat }: Partie): VNode {
  const gardees = preparation.contenu.actions;
  const envoyees = envoye ? Number(etat.values["nombre"]) || 0 : 0;
  const nombre = Math.min(LIGNES_ACTIONS, envoyees || gardees.length + BLANCHES);
  const options = Object.entries(naturesAction).map(([value, label]) => ({ value, label }));
  const coche = (name: string, garde: boolean) =>
    envoye ? etat.values[name] !== undefined : garde;
  return (
    <>
      <input type="hidden" name="nombre" value={nombre} />
      <p class="muted">Une action laissée sans intitulé n’est pas gardée.</p>
      {Array.from({ length: nombre }, (_, rang) => {
        const action = gardees[rang] ?? actionVide;
        const cle = `actions.${rang}`;
        return (
          <FormSection key={cle} title={`Action ${rang + 1}`}>
            <TextField {...champ(`${cle}.libelle`, action.libelle)} label="Intitulé" />
            <Select {...champ(`${cle}.nature`, action.nature)} label="Nature" options={options} />
            <div class="form-columns">
              <TextField
                {...champ(
                  `${cle}.heures`,
                  action.heures === null ? "" : formatNumber(action.heures),
                )}
                label="Heures"
                suffix="par semaine"
                inputMode="decimal"
                width={5}
                optional
              />
              <DateField
                {...champ(`${cle}.jusqua`, formatDate(action.jusqua))}
                label="Jusqu’au"
                optional
              />
            </div>
            <div class="row">
              <Checkbox
                name={`${cle}.collective`}
                label="En groupe"
                checked={coche(`${cle}.collective`, action.collective)}
              />
              <Checkbox
                name={`${cle}.encadree`}
                label="Encadrée par quelqu’un"
                checked={coche(`${cle}.encadree`, action.encadree)}
              />
            </div>
          </FormSection>
        );
      })}
    </>
  );
}

function Heures({ champ, preparation, un }: Partie): VNode | null {
  const regle = un.nature?.heures;
  if (!regle) return null;
  const gardees = preparation.contenu.heures;
  const motifs = [
    ...regle.motifsReduction.map((motif) => ({ ...motif, pour: "durée réduite" })),
    ...regle.motifsDispense
      .filter(({ code }) => !regle.motifsReduction.some((autre) => autre.code === code))
      .map((motif) => ({ ...motif, pour: "sans durée" })),
  ];
  return (
    <>
      <Radios
        {...champ("regime", gardees?.regime ?? "ordinaire")}
        label="Durée hebdomadaire d’activité"
        options={[
          { value: "ordinaire", label: `${regle.minimum} heures ou plus` },
          {
            value: "reduite",
            label: "Durée réduite, avec un motif",
            hint: "Elle n’est jamais nulle.",
          },
          {
            value: "dispense",
            label: "Sans durée, à la demande de la personne",
            hint: "Santé, handicap, invalidité, ou parent isolé sans solution de garde pour un enfant de moins de douze ans.",
          },
        ]}
      />
      <TextField
        {...champ(
          "hebdomadaires",
          gardees === null
            ? String(regle.minimum)
            : String(gardees.hebdomadaires ?? "").replace(".", ","),
        )}
        label="Heures par semaine"
        hint="Rien quand il n’y a pas de durée."
        inputMode="decimal"
        width={5}
        optional
      />
      <Select
        {...champ("motif", gardees?.motif ?? "")}
        label="Motif d’une durée réduite ou de l’absence de durée"
        empty="Aucun"
        options={motifs.map(({ code, libelle }) => ({ value: code, label: libelle }))}
      />
      <Textarea
        {...champ("precision", gardees?.precision ?? "")}
        label="Précision"
        hint="Sans détail médical."
        optional
        rows={2}
      />
      <Source texte={regle.texte} certitude={regle.certitude} />
    </>
  );
}

function Conflit({ etat, un, section, preparation }: Props): VNode {
  const { contenu } = preparation;
  const saisi = contenuSaisi(section, etat.values, contenu);
  return (
    <>
      <Alert tone="late" title="Quelqu’un a enregistré avant vous" live>
        {etat.problems[""]}
      </Alert>
      {saisi && (
        <Diff
          caption="Ce qui est enregistré, et ce que vous avez saisi"
          heads={["Enregistré", "Votre saisie"]}
          kind="compare"
          lines={differences(contenu, saisi, un).filter(({ before, after }) => before !== after)}
        />
      )}
    </>
  );
}
