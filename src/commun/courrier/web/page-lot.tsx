import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Progress } from "#platform/ui/components/progress.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatInstant } from "#platform/ui/format.ts";
import { moyensEnvoi } from "../domain/courrier.ts";
import type { EcarteeNommee, LotLu, SuiviDeLot } from "../usecases/lots.ts";
import { Feuille } from "./feuille.tsx";
import { enAttente, raisonEcartee } from "./mots.tsx";
import type { Href } from "./ports.ts";

interface Props {
  readonly lu: LotLu;
  readonly href: Href;
  readonly moyen: string;
}

export function PageLot(props: Props): VNode {
  const { lot } = props.lu;
  return (
    <>
      <PageHeader
        over={`Lot de courriers n° ${lot.id}`}
        title={lot.libelle}
        meta={
          <span class="muted">
            Préparé le {formatInstant(lot.prepareLe)} par {lot.preparePar}
          </span>
        }
      />
      {lot.etat === "prepare" && <Preparation {...props} />}
      {lot.etat === "emis" && <Suivi {...props} />}
      {lot.etat === "abandonne" && (
        <Alert tone="closed" title="Ce lot a été abandonné">
          Aucun courrier n’a été émis. Choisissez de nouveau les personnes dans leur liste.
        </Alert>
      )}
    </>
  );
}

/** Before: which letter, how it leaves, who cannot be written to and why. */
function Preparation(props: Props): VNode {
  const { lu, href, moyen } = props;
  const { lot, modeles, essai, ecartes } = lu;
  const ici = `/courriers/lots/${lot.id}`;
  const modele = essai?.modele ?? "";
  const prets = essai?.prets ?? 0;
  return (
    <div class="halves">
      <div class="stack">
        <Form
          action={href(ici)}
          method="get"
          layout="wide"
          label="Choisir le courrier"
          live="essai"
        >
          <Select
            name="modele"
            label="Courrier"
            options={modeles.map(({ modele: un }) => ({ value: un.code, label: un.titre }))}
            value={modele}
          />
          <Radios
            name="moyen"
            label="Moyen d’envoi"
            options={Object.entries(moyensEnvoi).map(([value, label]) => ({ value, label }))}
            value={moyen}
          />
          <FormActions>
            <Button>Vérifier</Button>
          </FormActions>
        </Form>
      </div>
      <div id="essai" class="stack">
        <Verdict prets={prets} ecartes={ecartes} />
        <Form action={href(`${ici}/emettre`)} fields={{ modele, moyen }}>
          <FormActions>
            <Button
              kind="primary"
              disabled={prets === 0}
              confirm="Les courriers seront numérotés et ne changeront plus. Les émettre ?"
            >
              {prets === 0 ? "Émettre" : `Émettre ${formatCount(prets, "courrier", "courriers")}`}
            </Button>
            <Button kind="quiet" formAction={href(`${ici}/abandonner`)}>
              Abandonner ce lot
            </Button>
          </FormActions>
        </Form>
        <Ecartees ecartes={ecartes} href={href} />
        {essai?.premier != null && (
          <Feuille
            titre="Le premier courrier du lot"
            image={href(
              `/personnes/${essai.premier}/courriers/apercu.svg?modele=${encodeURIComponent(modele)}`,
            )}
            pdf={href(
              `/personnes/${essai.premier}/courriers/nouveau?modele=${encodeURIComponent(modele)}`,
            )}
            lien="Voir le premier courrier"
          />
        )}
      </div>
    </div>
  );
}

function Verdict({
  prets,
  ecartes,
}: {
  readonly prets: number;
  readonly ecartes: readonly EcarteeNommee[];
}): VNode {
  const partira =
    prets === 0
      ? "Aucun courrier ne peut partir"
      : formatCount(prets, "courrier peut partir", "courriers peuvent partir");
  if (ecartes.length === 0) return <Alert tone="ok" title={partira} />;
  return (
    <Alert tone={prets === 0 ? "late" : "soon"} title={partira}>
      {formatCount(ecartes.length, "personne serait écartée", "personnes seraient écartées")} : un
      courrier incomplet ne part pas.
    </Alert>
  );
}

function Ecartees({
  ecartes,
  href,
}: {
  readonly ecartes: readonly EcarteeNommee[];
  readonly href: Href;
}): VNode | null {
  if (ecartes.length === 0) return null;
  return (
    <Table
      caption="Personnes écartées"
      columns={[
        { key: "personne", label: "Personne" },
        { key: "raison", label: "Pourquoi" },
      ]}
      rows={ecartes.slice(0, 200).map(({ personneId, nom, manquants }) => ({
        key: String(personneId),
        name: nom ?? `Personne n° ${personneId}`,
        ...(nom === null ? {} : { href: href(`/personnes/${personneId}`) }),
        cells: [nom ?? `Personne n° ${personneId}`, raisonEcartee(manquants)],
      }))}
    />
  );
}

/** After: how far the printing is, then what remains to be done. */
function Suivi({ lu, href }: Props): VNode {
  const { lot, avancement, ecartes } = lu;
  const ici = `/courriers/lots/${lot.id}`;
  return (
    <div class="stack">
      <Avancement suivi={lu} href={href} />
      <div class="row">
        <ButtonLink kind="primary" href={href(`${ici}/impression.pdf`)} icon="fichier">
          Ouvrir tout le lot pour l’imprimer
        </ButtonLink>
        <ButtonLink href={href(`/courriers?lot=${lot.id}..${lot.id}`)}>
          Voir les courriers
        </ButtonLink>
        {avancement.envoyes < avancement.emis && (
          <Form action={href(`${ici}/envoyer`)} layout="inline">
            <Button>Noter l’envoi du lot aujourd’hui</Button>
          </Form>
        )}
      </div>
      <Ecartees ecartes={ecartes} href={href} />
    </div>
  );
}

/** Asks for itself again while documents are being printed. */
export function Avancement({ suivi, href }: { suivi: SuiviDeLot; href: Href }): VNode {
  const { lot, avancement } = suivi;
  const fini = avancement.imprimes >= avancement.emis;
  return (
    <div
      id="avancement"
      class="stack"
      {...enAttente(!fini, href(`/courriers/lots/${lot.id}/avancement`))}
    >
      <Progress
        id="impression"
        label="Courriers imprimés"
        value={avancement.imprimes}
        max={avancement.emis}
        tone={fini ? "ok" : "waiting"}
        detail={
          fini
            ? "Tous les documents sont prêts."
            : "Les documents se préparent. Vous pouvez quitter cette page : rien ne sera perdu."
        }
      />
      <p>
        {formatCount(avancement.envoyes, "envoi noté", "envois notés")},{" "}
        {formatCount(avancement.recus, "réception connue", "réceptions connues")},{" "}
        {formatCount(lot.ecartes.length, "personne écartée", "personnes écartées")}.
      </p>
    </div>
  );
}
