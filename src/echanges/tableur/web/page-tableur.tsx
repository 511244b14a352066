import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import type { Request } from "#platform/http/route.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Progress } from "#platform/ui/components/progress.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatCount, formatInstant, formatNumber } from "#platform/ui/format.ts";
import type { TableurConsulte } from "../usecases/consulter-tableur.ts";
import { Explication } from "./explication.tsx";
import { lieux } from "./lieux.ts";
import { etatDuDepot } from "./mots.ts";
import { LignesRefusees } from "./refusees.tsx";

const POLL_MS = 1000;

interface Props {
  readonly consulte: TableurConsulte;
  readonly form: FormState;
  readonly href: Request["href"];
}

/** One file: what it holds, what is asked of its operator, what became of its lines. */
export function PageTableur({ consulte, form, href }: Props): VNode {
  const { depot, comptes, manquants } = consulte;
  const enCours = depot.lanceLe !== null && depot.integreLe === null;
  const { mot, ton } = etatDuDepot(depot, comptes.refusee);
  return (
    <div id="tableur" class="stack-wide" data-poll={enCours ? POLL_MS : undefined}>
      <PageHeader
        over="Séjours tenus dans un tableur"
        title={depot.nom}
        meta={
          <>
            <Etat tone={ton}>{mot}</Etat>
            <span>{depot.structure}</span>
            <span>déposé le {formatInstant(depot.deposeLe)}</span>
          </>
        }
      />
      <ErrorSummary problems={form.problems} title="Rien n’a été fait : corrigez ce qui suit" />
      {enCours ? (
        <Avancement {...consulte} />
      ) : (
        <>
          {manquants.length === 0 && <Lancement consulte={consulte} href={href} />}
          <Comptes {...consulte} />
          <LignesRefusees consulte={consulte} href={href} />
          <Explication consulte={consulte} href={href} />
        </>
      )}
    </div>
  );
}

function Avancement({ depot, comptes }: TableurConsulte): VNode {
  const { "a-prendre": reste, prise, inchangee, refusee } = comptes;
  const faites = prise + inchangee + refusee;
  return (
    <Progress
      id="avancement"
      label="Lignes lues"
      value={faites}
      max={faites + reste}
      detail={
        depot.pasAvant === null
          ? "Vous pouvez quitter cette page : le travail continue sans elle."
          : `Trop de lignes nomment des personnes introuvables : les suivantes sont lues après le ${formatInstant(depot.pasAvant)}. Vérifiez les noms et les dates de naissance du fichier.`
      }
      tone="waiting"
    />
  );
}

function Lancement({ consulte, href }: Omit<Props, "form">): VNode | null {
  const { depot, comptes, motsInconnus } = consulte;
  const reste = comptes["a-prendre"] + comptes.refusee;
  if (reste === 0) return null;
  const inconnus = motsInconnus.actions.length + motsInconnus.natures.length;
  const premiere = depot.lanceLe === null;
  return (
    <Alert
      tone={inconnus > 0 ? "soon" : "waiting"}
      title={
        premiere
          ? `${formatCount(reste, "ligne prête", "lignes prêtes")} à prendre`
          : `${formatCount(reste, "ligne attend", "lignes attendent")} d’être reprises`
      }
    >
      {inconnus > 0 && (
        <p>
          {formatCount(inconnus, "mot n’est pas compris", "mots ne sont pas compris")} : dites plus
          bas ce qu’ils veulent dire, sinon leurs lignes seront refusées.
        </p>
      )}
      <div class="row">
        <Form action={href(lieux.lancer(depot.id))} layout="inline">
          <Button kind={inconnus > 0 ? undefined : "primary"}>
            {premiere ? "Prendre les séjours" : "Reprendre ces lignes"}
          </Button>
        </Form>
      </div>
    </Alert>
  );
}

function Comptes({ depot, comptes }: TableurConsulte): VNode | null {
  if (depot.lanceLe === null) return null;
  return (
    <section class="grid-3" aria-label="Ce que sont devenues les lignes">
      <Figure
        label="Prises"
        value={formatNumber(comptes.prise)}
        note="une entrée, une sortie ou les deux"
      />
      <Figure label="Inchangées" value={formatNumber(comptes.inchangee)} note="déjà connues" />
      <Figure
        label="Refusées"
        value={formatNumber(comptes.refusee)}
        note={comptes.refusee === 0 ? undefined : "rien n’est perdu : elles restent ici"}
        href={comptes.refusee === 0 ? undefined : "#refusees"}
        tone={comptes.refusee === 0 ? undefined : "late"}
      />
    </section>
  );
}
