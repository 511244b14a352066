import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { controlAttributes } from "#platform/ui/components/field.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Pagination } from "#platform/ui/components/pagination.tsx";
import { ScrollRegion } from "#platform/ui/components/scroll-region.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatCount, formatInstant, formatNumber } from "#platform/ui/format.ts";
import type { CauseDeRejet, LigneRejet } from "../db/listes-du-flux.ts";
import type { IntegrationDite } from "../usecases/lire-integration.ts";
import type { RejetOuvert } from "../usecases/lire-rejet.ts";
import { avec, type Href, lieux } from "./lieux.ts";
import { nommerCause, nommerFlux } from "./textes.ts";

interface PropsRejets {
  readonly integration: IntegrationDite;
  readonly causes: readonly CauseDeRejet[];
  /** The cause asked for, with its page of rejects. */
  readonly groupes: readonly {
    readonly cause: CauseDeRejet;
    readonly lignes: readonly LigneRejet[];
    readonly suite: number | null;
  }[];
  readonly peutCorriger: boolean;
  readonly href: Href;
}

/** Rejects by cause: what one correction teaches serves for the others. */
export function PageRejets({
  integration,
  causes,
  groupes,
  peutCorriger,
  href,
}: PropsRejets): VNode {
  const { id, rejetes, aCorriger } = integration;
  return (
    <div class="stack-wide">
      <PageHeader
        over={nommerFlux(integration)}
        title={
          rejetes === 0
            ? "Aucun rejet"
            : `${formatCount(rejetes, "rejet", "rejets")}, ${formatNumber(aCorriger)} à corriger`
        }
        meta={
          <span>
            Un dossier rejeté n’arrête pas le fichier : il attend ici d’être corrigé et rejoué.
          </span>
        }
        actions={
          groupes.length < causes.length ? (
            <ButtonLink href={href(lieux.rejets(id))}>Toutes les causes</ButtonLink>
          ) : undefined
        }
      />
      {groupes.length === 0 && (
        <EmptyState
          title="Aucun rejet dans ce fichier"
          text="Tous les dossiers lus ont pu être intégrés."
        />
      )}
      {groupes.map(({ cause, lignes, suite }) => (
        <Card
          key={cause.code}
          title={nommerCause(cause.code, cause.motif)}
          aside={<Compte cause={cause} />}
        >
          <div class="stack">
            <Lignes lignes={lignes} integrationId={id} peutCorriger={peutCorriger} href={href} />
            {(suite !== null || cause.nombre > lignes.length) && (
              <Pagination
                total={cause.nombre}
                noun={["rejet", "rejets"]}
                next={
                  suite === null
                    ? undefined
                    : href(avec(lieux.rejets(id), { code: cause.code, apres: suite }))
                }
              />
            )}
          </div>
        </Card>
      ))}
    </div>
  );
}

function Compte({ cause }: { readonly cause: CauseDeRejet }): VNode {
  if (cause.aCorriger === 0) return <Etat tone="ok">Tous rejoués</Etat>;
  return <Etat tone="late">{`${formatNumber(cause.aCorriger)} à corriger`}</Etat>;
}

interface PropsLignes {
  readonly lignes: readonly LigneRejet[];
  readonly integrationId: number;
  readonly peutCorriger: boolean;
  readonly href: Href;
}

function Lignes({ lignes, integrationId, peutCorriger, href }: PropsLignes): VNode {
  return (
    <Table
      caption="Dossiers rejetés"
      captionHidden
      columns={[
        { key: "numero", label: "Numéro de demande", fit: true },
        { key: "ligne", label: "Ligne", numeric: true, fit: true },
        { key: "motif", label: "Raison" },
        { key: "etat", label: "État", fit: true },
      ]}
      rows={lignes.map(({ id, numeroDemande, ligne, motif, rejoueLe }) => {
        const adresse = href(lieux.rejet(integrationId, id));
        const nom = numeroDemande ?? `enregistrement de la ligne ${ligne}`;
        return {
          key: String(id),
          name: nom,
          ...(peutCorriger ? { href: adresse } : {}),
          cells: [
            peutCorriger ? <a href={adresse}>{nom}</a> : nom,
            formatNumber(ligne),
            motif,
            rejoueLe === null ? <Etat tone="late">À corriger</Etat> : <Etat tone="ok">Rejoué</Etat>,
          ],
        };
      })}
    />
  );
}

interface PropsRejet {
  readonly rejet: RejetOuvert;
  readonly form: FormState;
  readonly href: Href;
}

/** One rejected record, as received, to be corrected and taken again. */
export function PageRejet({ rejet, form, href }: PropsRejet): VNode {
  const { id, integrationId, ligne, motif, code, numeroDemande, rejoueLe } = rejet;
  const texte = form.values["texte"] ?? rejet.corrige ?? rejet.recu;
  return (
    <div class="stack">
      <PageHeader
        over={`${nommerFlux(rejet)}, ligne ${formatNumber(ligne)}`}
        title={
          numeroDemande === null
            ? `Enregistrement rejeté, ligne ${formatNumber(ligne)}`
            : `Dossier ${numeroDemande}, rejeté`
        }
        meta={
          rejoueLe === null ? <Etat tone="late">À corriger</Etat> : <Etat tone="ok">Rejoué</Etat>
        }
      />
      {form.status !== 409 && (
        <ErrorSummary problems={form.problems} title="Ce dossier ne peut toujours pas être pris" />
      )}
      {form.status === 409 && <Conflit rejet={rejet} form={form} href={href} />}
      {rejoueLe === null ? (
        <>
          <Alert tone="late" title={nommerCause(code, motif)}>
            {motif}
          </Alert>
          <Form
            action={href(lieux.rejet(integrationId, id))}
            fields={{ version: String(rejet.version) }}
            layout="wide"
            busy="Lecture du dossier…"
          >
            <Enregistrement
              texte={texte}
              {...(form.problems["texte"] === undefined ? {} : { erreur: form.problems["texte"] })}
            />
            <FormActions>
              <Button kind="primary">Corriger et rejouer</Button>
              <ButtonLink href={href(lieux.rejets(integrationId))} kind="quiet">
                Revenir aux rejets
              </ButtonLink>
            </FormActions>
            <p class="small muted">
              Le dossier corrigé est relu avec les mêmes règles que le fichier. L’enregistrement
              reçu reste conservé à côté de votre correction.
            </p>
          </Form>
        </>
      ) : (
        <Rejoue rejet={rejet} />
      )}
    </div>
  );
}

function Enregistrement({
  texte,
  erreur,
}: {
  readonly texte: string;
  readonly erreur?: string;
}): VNode {
  const lignes = Math.min(32, Math.max(10, texte.split("\n").length + 1));
  return (
    <div class="field">
      <label class="label" for="champ-texte">
        Enregistrement reçu
      </label>
      <span class="hint" id="champ-texte-aide">
        Texte du fichier, balises comprises. Corrigez ce que la raison désigne, rien d’autre.
      </span>
      <textarea
        {...controlAttributes({
          name: "texte",
          label: "Enregistrement reçu",
          hint: "",
          ...(erreur === undefined ? {} : { error: erreur }),
        })}
        class="input code-record"
        rows={lignes}
        spellcheck={false}
        wrap="off"
      >
        {`\n${texte}`}
      </textarea>
    </div>
  );
}

function Conflit({ rejet, form, href }: PropsRejet): VNode {
  return (
    <Alert tone="soon" title="Quelqu’un a rejoué ce dossier avant vous">
      <p>
        Votre texte n’a rien écrit ; il est conservé ci-dessous pour comparer. La version à jour est
        celle de cette page.
      </p>
      <details class="why">
        <summary>Votre texte</summary>
        <pre class="code-record">{form.values["texte"]}</pre>
      </details>
      <p>
        <a href={href(lieux.rejet(rejet.integrationId, rejet.id))}>Ouvrir la version à jour</a>
      </p>
    </Alert>
  );
}

function Rejoue({ rejet }: { readonly rejet: RejetOuvert }): VNode {
  const { rejoueLe, corrige, recu, motif } = rejet;
  return (
    <div class="stack">
      <FactsList
        facts={[
          { label: "Rejoué le", value: rejoueLe === null ? null : formatInstant(rejoueLe) },
          { label: "Rejeté parce que", value: motif },
        ]}
      />
      <Card title="Enregistrement corrigé">
        <Texte label="Enregistrement corrigé" texte={corrige ?? ""} />
      </Card>
      <Card title="Enregistrement reçu">
        <Texte label="Enregistrement reçu" texte={recu} />
      </Card>
    </div>
  );
}

function Texte({ label, texte }: { readonly label: string; readonly texte: string }): VNode {
  return (
    <ScrollRegion className="table-frame-scroll" label={label}>
      <pre class="code-record">{texte}</pre>
    </ScrollRegion>
  );
}
