import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { CourrierLu } from "../db/lire-courriers.ts";
import { moyensEnvoi, numeroCourrier } from "../domain/courrier.ts";
import type { Essai } from "../usecases/essayer.ts";
import { EtatCourrier, libelleChamp } from "./mots.tsx";
import type { Href } from "./ports.ts";

interface Modele {
  readonly code: string;
  readonly titre: string;
}

interface ListeProps {
  readonly courriers: readonly CourrierLu[];
  readonly modeles: readonly Modele[];
  readonly personneId: number;
  readonly href: Href;
  readonly peutEcrire: boolean;
  readonly aussi: VNode | null;
}

export function CourriersDeLaPersonne(props: ListeProps): VNode {
  return (
    <div class="stack-wide">
      <Lettres {...props} />
      {props.aussi}
    </div>
  );
}

function Lettres(props: ListeProps): VNode {
  const { courriers, personneId, href, peutEcrire } = props;
  const ecrire = peutEcrire && (
    <ButtonLink kind="primary" href={href(`/personnes/${personneId}/courriers/nouveau`)}>
      Écrire un courrier
    </ButtonLink>
  );
  if (courriers.length === 0) {
    return (
      <EmptyState
        title="Aucun courrier"
        text="Les courriers émis pour cette personne, un par un ou par lot, apparaîtront ici."
        actions={ecrire}
      />
    );
  }
  return (
    <div class="stack">
      <div class="row">{ecrire}</div>
      <Table
        caption="Courriers de la personne"
        captionHidden
        columns={[
          { key: "titre", label: "Courrier" },
          { key: "numero", label: "Numéro", fit: true },
          { key: "emis", label: "Émis le", fit: true },
          { key: "moyen", label: "Moyen", secondary: true },
          { key: "etat", label: "État", fit: true },
          { key: "pdf", label: "Document", fit: true },
        ]}
        rows={courriers.map((courrier) => ({
          key: String(courrier.id),
          name: courrier.titre,
          href: href(`/courriers/${courrier.id}`),
          cells: [
            courrier.titre,
            numeroCourrier(courrier.annee, courrier.rang),
            formatDate(courrier.emisLe),
            moyensEnvoi[courrier.moyen],
            <EtatCourrier key="etat" courrier={courrier} />,
            <a key="pdf" href={href(`/courriers/${courrier.id}/document.pdf`)}>
              PDF
            </a>,
          ],
        }))}
      />
    </div>
  );
}

interface EcrireProps {
  readonly personneId: number;
  readonly modeles: readonly Modele[];
  readonly code: string;
  readonly essai: Essai;
  readonly etat: FormState;
  readonly moyen: string | null;
  readonly href: Href;
}

/** The letter chosen on the left, as it will print on the right. */
export function EcrireALaPersonne(props: EcrireProps): VNode {
  const { personneId, modeles, code, essai, etat, moyen, href } = props;
  const ici = `/personnes/${personneId}/courriers`;
  const image = href(`${ici}/apercu.svg?modele=${encodeURIComponent(code)}`);
  return (
    <div class="halves">
      <div class="stack">
        <ErrorSummary problems={etat.problems} />
        <Form
          action={href(`${ici}/nouveau`)}
          method="get"
          label="Choisir le courrier"
          layout="wide"
        >
          <Select
            name="modele"
            label="Courrier"
            options={modeles.map((modele) => ({ value: modele.code, label: modele.titre }))}
            value={code}
          />
          <FormActions>
            <Button>Voir ce courrier</Button>
          </FormActions>
        </Form>
        {essai.manquants.length > 0 && (
          <Alert tone="late" title="Ce courrier ne peut pas partir">
            Il y manque : {essai.manquants.map(libelleChamp).join(", ")}.
          </Alert>
        )}
        <Form action={href(`${ici}/nouveau`)} fields={{ modele: code }}>
          <Radios
            name="moyen"
            label="Moyen d’envoi"
            options={Object.entries(moyensEnvoi).map(([value, label]) => ({ value, label }))}
            value={moyen ?? "lettre-simple"}
            error={etat.problems["moyen"]}
          />
          <FormActions>
            <Button kind="primary" disabled={essai.manquants.length > 0}>
              Émettre ce courrier
            </Button>
            <ButtonLink kind="quiet" href={href(ici)}>
              Annuler
            </ButtonLink>
          </FormActions>
          <p class="muted small">Un courrier émis reçoit son numéro et ne change plus.</p>
        </Form>
      </div>
      <figure class="sheet">
        <div class="sheet-paper">
          <img src={image} alt="Le courrier tel qu’il sera imprimé, ses champs surlignés" />
        </div>
      </figure>
    </div>
  );
}
