import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { SelectionBar } from "#platform/ui/components/selection-bar.tsx";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import type { BoitePrescriptions } from "../usecases/consulter.ts";
import { droitFaire, droitRepondre } from "./cadre.ts";
import { AConfirmer, type Href, options } from "./mots.tsx";
import { TablePrescriptions } from "./table.tsx";

interface Props {
  readonly boite: BoitePrescriptions;
  readonly etat: FormState;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

const LISTE = "/prescriptions/liste";

/** What waits for this agent: to answer, to receive, to hear of. */
export function PageBoite(props: Props): VNode {
  const { boite, etat, href, droits } = props;
  return (
    <>
      <PageHeader
        title={titre(props)}
        over="Prescriptions"
        actions={<ButtonLink href={href(LISTE)}>Toutes les prescriptions</ButtonLink>}
      />
      <div class="stack">
        <ErrorSummary problems={etat.problems} />
        <Chiffres {...props} />
        {droits.has(droitRepondre) && <ARepondre {...props} />}
        {droits.has(droitRepondre) && boite.aRecevoir.length > 0 && <ARecevoir {...props} />}
        {droits.has(droitFaire) && <Nouvelles {...props} />}
        <AConfirmer regle={boite.regle} />
      </div>
    </>
  );
}

function titre({ boite: { comptes, nouvelles }, droits }: Props): string {
  if (droits.has(droitRepondre)) {
    return comptes.aRepondre === 0
      ? "Aucune réponse à donner"
      : `${formatCount(comptes.aRepondre, "prescription attend", "prescriptions attendent")} votre réponse`;
  }
  if (droits.has(droitFaire)) {
    return nouvelles.length === 0
      ? "Vos prescriptions"
      : formatCount(nouvelles.length, "prescription a changé", "prescriptions ont changé");
  }
  return "Prescriptions";
}

function Chiffres({ boite: { comptes }, href, droits }: Props): VNode {
  const liste = (filtre: string) => href(`${LISTE}?${filtre}`);
  const repond = droits.has(droitRepondre);
  return (
    <div class="grid-4">
      {repond ? (
        <>
          <Figure
            label="Attendent une réponse"
            value={formatNumber(comptes.aRepondre)}
            href={liste("etat-prescription=prescrite")}
            {...(comptes.aRepondreEnRetard > 0 && {
              note: `${formatNumber(comptes.aRepondreEnRetard)} en retard`,
              tone: "late" as const,
            })}
          />
          <Figure
            label="Premier accueil à noter"
            value={formatNumber(comptes.aRecevoir)}
            href={liste("etat-prescription=acceptee,absente")}
          />
          <Figure
            label="Entrées à noter"
            value={formatNumber(comptes.aEntrer)}
            href={liste("etat-prescription=recue")}
          />
        </>
      ) : (
        <>
          <Figure
            label="Réponses en retard"
            value={formatNumber(comptes.sansReponse)}
            href={liste("en-retard=oui")}
            {...(comptes.sansReponse > 0 && { tone: "late" as const, note: "à relancer" })}
          />
          <Figure
            label="À quoi donner suite"
            value={formatNumber(comptes.sansSuite)}
            href={liste("etat-prescription=refusee,expiree,absente")}
          />
        </>
      )}
      <Figure
        label="En liste d’attente"
        value={formatNumber(comptes.enAttente)}
        href={liste("etat-prescription=liste-attente")}
      />
    </div>
  );
}

const LOT = "reponses";

function ARepondre({ boite, etat, href }: Props): VNode {
  const { aRepondre, le, regle } = boite;
  if (aRepondre.length === 0) {
    return (
      <EmptyState
        title="Aucune prescription n’attend de réponse"
        text="Celles que les référents vous adressent apparaîtront ici, les plus anciennes d’abord."
      />
    );
  }
  return (
    <Card title="À répondre">
      <TablePrescriptions
        legende="Prescriptions qui attendent une réponse"
        lignes={aRepondre}
        le={le}
        href={href}
        selection={LOT}
        suite={{
          titre: "Répondre avant le",
          dire: ({ reponseAttendueLe }) => formatDate(reponseAttendueLe),
        }}
      />
      <SelectionBar
        id={LOT}
        action={href("/prescriptions/lot")}
        noun={["prescription choisie", "prescriptions choisies"]}
      >
        <DateField
          name="accueilPrevuLe"
          label="Premier accueil"
          optional
          value={etat.values["accueilPrevuLe"] ?? ""}
          error={etat.problems["accueilPrevuLe"]}
        />
        <Button kind="primary" name="reponse" value="accepter" shortcut="a">
          Accepter
        </Button>
        <Button name="reponse" value="mettre-en-attente" shortcut="l">
          Mettre en liste d’attente
        </Button>
        <Select
          name="motif"
          label="Motif du refus"
          optional
          empty="Choisissez un motif"
          value={etat.values["motif"] ?? ""}
          error={etat.problems["motif"]}
          options={options(regle.valeur.motifsRefus)}
        />
        <Button kind="quiet" name="reponse" value="refuser">
          Refuser
        </Button>
      </SelectionBar>
    </Card>
  );
}

function ARecevoir({ boite: { aRecevoir, le }, href }: Props): VNode {
  return (
    <Card title="À recevoir, puis à faire entrer">
      <TablePrescriptions
        legende="Prescriptions acceptées"
        lignes={aRecevoir}
        le={le}
        href={href}
        suite={{
          titre: "Premier accueil",
          dire: ({ accueilPrevuLe, recueLe }) =>
            recueLe !== null
              ? `Fait le ${formatDate(recueLe)}`
              : accueilPrevuLe === null
                ? "À fixer"
                : formatDate(accueilPrevuLe),
        }}
      />
    </Card>
  );
}

function Nouvelles({ boite: { nouvelles, le }, href }: Props): VNode {
  if (nouvelles.length === 0) {
    return (
      <EmptyState
        title="Aucune nouvelle à lire"
        text="Les réponses des opérateurs, les entrées et les sorties des personnes que vous accompagnez apparaîtront ici. Une action se prescrit depuis le dossier de la personne."
      />
    );
  }
  return (
    <Card title="Ce qui a changé">
      <TablePrescriptions
        legende="Prescriptions qui ont changé"
        lignes={nouvelles}
        le={le}
        href={href}
        suite={{ titre: "Depuis le", dire: ({ etatLe }) => formatDate(etatLe) }}
      />
    </Card>
  );
}
