import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Checkbox, Radios, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import {
  conclusionsBilan,
  libellesBilan,
  libellesFin,
  libellesRealisation,
  type MotifFin,
  motifsFin,
  realisations,
} from "../domain/libelles.ts";
import type { ContratConsulte } from "../usecases/consulter-contrats.ts";
import { motifsDeTerme } from "../usecases/mettre-fin.ts";

interface Props {
  readonly consulte: ContratConsulte;
  /** Address of the contract, with the département. */
  readonly base: string;
  readonly aujourdhui: string;
  readonly droits: ReadonlySet<string>;
  /** The act refused just now, with what was typed. */
  readonly acte: string | null;
  readonly valeurs: Readonly<Record<string, string>>;
  readonly problemes: Readonly<Record<string, string>>;
}

type Formulaire = Props & { readonly cle: string };

/** What may be done of a contract in force, the most frequent first. */
export function SuitesDuContrat(props: Props): VNode | null {
  const { consulte, droits } = props;
  const redige = droits.has("contrat:rediger");
  const valide = droits.has("contrat:valider");
  if (consulte.contrat.etat !== "signe" || !(redige || valide)) return null;
  const { nature, contrat, preparation } = consulte;
  const actuel = nature?.aRemplacer === false;
  return (
    <div class="stack-tight">
      {redige && <FaireLeBilan {...props} cle="bilan" />}
      {redige && actuel && !preparation && <Renouveler {...props} cle="renouveler" />}
      {redige && actuel && !preparation && <Amender {...props} cle="amender" />}
      {redige && nature?.offreRaisonnable && !contrat.social && contrat.offreDefinieLe === null && (
        <DefinirOffre {...props} cle="offre" />
      )}
      {valide && (nature?.derogations.length ?? 0) > 0 && <Deroger {...props} cle="derogation" />}
      {redige && (
        <MettreFin {...props} cle="fin" titre="Terminer le contrat" motifs={motifsDeTerme} />
      )}
      {valide && (
        <MettreFin {...props} cle="resilier" titre="Résilier le contrat" motifs={motifsFin} />
      )}
    </div>
  );
}

function Cadre({
  titre,
  formulaire: { cle, base, acte, problemes },
  bouton,
  confirmer,
  children,
}: {
  readonly titre: string;
  readonly formulaire: Formulaire;
  readonly bouton: string;
  readonly confirmer?: string;
  readonly children: VNode;
}): VNode {
  const refuse = acte === cle;
  return (
    <Panel label={titre} open={refuse}>
      {refuse && <ErrorSummary problems={problemes} />}
      <Form action={`${base}/${cle}`} label={titre}>
        {children}
        <FormActions>
          <Button kind="primary" confirm={confirmer}>
            {bouton}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  );
}

/** Fields of one form among several on the page: its values and its errors are its own. */
function de({ cle, acte, valeurs, problemes }: Formulaire) {
  const sien = acte === cle;
  return (name: string, defaut = "") => ({
    name,
    id: `${cle}-${name}`,
    value: sien ? (valeurs[name] ?? defaut) : defaut,
    error: sien ? problemes[name] : undefined,
  });
}

function FaireLeBilan(props: Formulaire): VNode {
  const { consulte, aujourdhui } = props;
  const champ = de(props);
  const actions = consulte.courante?.contenu.actions ?? [];
  return (
    <Cadre titre="Faire le bilan" formulaire={props} bouton="Enregistrer le bilan">
      <>
        <DateField {...champ("le", formatDate(aujourdhui))} label="Bilan fait le" />
        {actions.map((action, rang) => (
          <Radios
            key={action.libelle}
            {...champ(`realisation-${rang}`)}
            label={action.libelle}
            layout="inline"
            options={realisations.map((value) => ({ value, label: libellesRealisation[value] }))}
          />
        ))}
        <Radios
          {...champ("conclusion", "continue")}
          label="Ce que l’on conclut ensemble"
          options={conclusionsBilan.map((value) => ({ value, label: libellesBilan[value] }))}
        />
        <Textarea {...champ("commentaire")} label="Ce qui a été dit" optional rows={3} />
        <DateField
          {...champ("suivantLe")}
          label="Prochain bilan le"
          hint="Sans date, selon la périodicité du contrat."
          optional
        />
        {consulte.contrat.social && (
          <Checkbox
            name="reexamen"
            id="bilan-reexamen"
            label="Ce bilan vaut réexamen de l’accompagnement social avec France Travail"
          />
        )}
      </>
    </Cadre>
  );
}

function Renouveler(props: Formulaire): VNode {
  const { nature } = props.consulte;
  const champ = de(props);
  return (
    <Cadre titre="Renouveler" formulaire={props} bouton="Préparer le renouvellement">
      <TextField
        {...champ("mois", String(nature?.duree.defaut ?? ""))}
        label="Durée du nouveau contrat"
        hint={nature?.duree.texte}
        suffix="mois"
        inputMode="numeric"
        width={5}
      />
    </Cadre>
  );
}

function Amender(props: Formulaire): VNode {
  const champ = de(props);
  return (
    <Cadre titre="Faire un avenant" formulaire={props} bouton="Préparer l’avenant">
      <Textarea
        {...champ("motif")}
        label="Ce que l’avenant change, et pourquoi"
        hint="Le contrat reste tel qu’il est jusqu’à la dernière signature de l’avenant."
        rows={2}
      />
    </Cadre>
  );
}

function DefinirOffre(props: Formulaire): VNode {
  const champ = de(props);
  return (
    <Cadre titre="Définir l’offre raisonnable d’emploi" formulaire={props} bouton="Enregistrer">
      <DateField
        {...champ("le", formatDate(props.aujourdhui))}
        label="Ses éléments sont définis avec la personne depuis le"
        hint="Code du travail, art. L5411-6-1 : dans les six mois de la signature."
      />
    </Cadre>
  );
}

function Deroger(props: Formulaire): VNode {
  const champ = de(props);
  const { derogations } = props.consulte.nature ?? { derogations: [] };
  return (
    <Cadre titre="Accorder une dérogation de durée" formulaire={props} bouton="Accorder">
      <>
        <Select
          {...champ("code")}
          label="Motif prévu"
          empty="Choisir un motif"
          options={derogations.map(({ code, libelle }) => ({ value: code, label: libelle }))}
        />
        <Textarea
          {...champ("motif")}
          label="Ce qui la justifie pour cette personne"
          hint="Votre nom et ce motif restent au dossier."
          rows={2}
        />
      </>
    </Cadre>
  );
}

function MettreFin(
  props: Formulaire & { readonly titre: string; readonly motifs: readonly MotifFin[] },
): VNode {
  const champ = de(props);
  return (
    <Cadre
      titre={props.titre}
      formulaire={props}
      bouton={props.titre}
      confirmer={`${props.titre} ? La personne ne sera plus sous contrat à partir de ce jour.`}
    >
      <>
        <DateField {...champ("le", formatDate(props.aujourdhui))} label="Le contrat prend fin le" />
        <Radios
          {...champ("motif")}
          label="Motif"
          options={props.motifs.map((value) => ({ value, label: libellesFin[value] }))}
        />
        <Textarea {...champ("precision")} label="Précision" optional rows={2} />
      </>
    </Cadre>
  );
}
