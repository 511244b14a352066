import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { TaskList } from "#platform/ui/components/task-list.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { sectionsContrat, sectionsIncompletes } from "../domain/contenu.ts";
import { libellesMoyen, libellesQualite, libellesSection } from "../domain/libelles.ts";
import { signaturesManquantes } from "../domain/signature.ts";
import type { ContratConsulte } from "../usecases/consulter-contrats.ts";
import { cheminContrat, type Href } from "./cadre.ts";
import { ContenuDuContrat } from "./contenu.tsx";
import { EtatVersion } from "./mots.tsx";

interface Props {
  readonly consulte: ContratConsulte;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
  /** Of the act refused just now. */
  readonly problemes: Readonly<Record<string, string>>;
}

type Preparation = NonNullable<ContratConsulte["preparation"]>;
type Vue = Props & { readonly preparation: Preparation; readonly base: string };

/** The draft as a task list, then the signatures: what remains, and who does it. */
export function PreparationDuContrat(props: Props): VNode | null {
  const { consulte, href } = props;
  const { preparation, contrat, nature } = consulte;
  if (!preparation || !nature) return null;
  const base = href(cheminContrat(contrat.personneId, contrat.id));
  const vue = { ...props, preparation, base };
  const titre = preparation.numero === 1 ? nature.libelle : `Avenant n° ${preparation.numero - 1}`;
  return (
    <Card title={titre} aside={<EtatVersion etape={preparation.etape} />}>
      <div class="stack">
        {preparation.motif !== null && <p>{preparation.motif}</p>}
        <p class="muted">
          {`Rédigé par ${preparation.redigeeParNom}, le ${formatDate(preparation.redigeeLe)}.`}
          {contrat.renouvellements > 0 && ` Renouvellement n° ${contrat.renouvellements}.`}
        </p>
        {preparation.etape === "refusee" && (
          <Alert tone="late" title={`Refusé le ${formatDate(preparation.refuseeLe)}`}>
            {preparation.motifRefus}
          </Alert>
        )}
        {preparation.etape === "brouillon" ? <Taches {...vue} /> : <ARelire {...vue} />}
        <Suites {...vue} />
      </div>
    </Card>
  );
}

function Taches({ preparation, consulte, base, droits }: Vue): VNode {
  const avecHeures = consulte.nature?.heures !== null;
  const manquent = sectionsIncompletes(preparation.contenu, { heures: avecHeures });
  const redige = droits.has("contrat:rediger");
  return (
    <TaskList
      label="Le contrat, partie par partie"
      tasks={sectionsContrat
        .filter((section) => avecHeures || section !== "heures")
        .map((section) => ({
          key: section,
          label: libellesSection[section],
          ...(redige ? { href: `${base}/rediger/${section}` } : {}),
          state: manquent.includes(section) ? (
            <Etat tone="soon">À remplir</Etat>
          ) : (
            <Etat tone="ok">Rempli</Etat>
          ),
        }))}
    />
  );
}

function ARelire({ preparation, consulte, base, droits }: Vue): VNode {
  const { nature } = consulte;
  const signable =
    preparation.etape === "validee" || (preparation.etape === "proposee" && !nature?.validation);
  const donnees = preparation.signatures;
  const manquent = signaturesManquantes(
    nature?.signataires ?? [],
    donnees.map(({ qualite }) => qualite),
  );
  const peut = (qualite: string) =>
    signable && droits.has(qualite === "departement" ? "contrat:valider" : "contrat:rediger");
  return (
    <>
      <Panel label="Relire le contrat" open={donnees.length === 0}>
        <ContenuDuContrat contenu={preparation.contenu} nature={nature} />
      </Panel>
      <TaskList
        label="Signatures"
        tasks={(nature?.signataires ?? []).map((qualite) => {
          const donnee = donnees.find((une) => une.qualite === qualite);
          return {
            key: qualite,
            label: `Signature : ${libellesQualite[qualite].toLocaleLowerCase("fr")}`,
            hint: donnee
              ? `${donnee.nom}, ${libellesMoyen[donnee.moyen]}, le ${formatDate(donnee.le)}`
              : undefined,
            ...(manquent.includes(qualite) && peut(qualite)
              ? { href: `${base}/signer/${qualite}` }
              : {}),
            state: donnee ? <Etat tone="ok">Signé</Etat> : <Etat tone="soon">À signer</Etat>,
          };
        })}
      />
      {nature?.validation && preparation.etape === "proposee" && (
        <p class="muted">Le Département valide le contrat avant qu’il soit signé.</p>
      )}
    </>
  );
}

function Suites({ preparation, consulte, base, droits, problemes }: Vue): VNode {
  const { etape, revision } = preparation;
  const fields = { revision: String(revision) };
  const redige = droits.has("contrat:rediger");
  const valide = droits.has("contrat:valider") && consulte.nature?.validation;
  return (
    <>
      {etape === "brouillon" && redige && (
        <Form action={`${base}/proposer`} fields={fields}>
          <FormActions>
            <Button kind="primary">Proposer le contrat</Button>
          </FormActions>
        </Form>
      )}
      {etape === "proposee" && valide && (
        <>
          <Form action={`${base}/valider`} fields={fields}>
            <FormActions>
              <Button kind="primary">Valider le contrat</Button>
            </FormActions>
          </Form>
          <Panel label="Refuser le contrat">
            <Form action={`${base}/refuser`} fields={fields}>
              <Textarea
                name="motif"
                label="Motif du refus"
                hint="Le référent reprend le contrat d’après ce motif."
                error={problemes["motif"]}
              />
              <FormActions>
                <Button>Refuser</Button>
              </FormActions>
            </Form>
          </Panel>
        </>
      )}
      {redige && (
        <div class="row">
          {etape !== "brouillon" && (
            <Form action={`${base}/reprendre`} fields={fields} layout="inline">
              <Button
                kind={etape === "refusee" ? "primary" : "plain"}
                confirm={
                  preparation.signatures.length > 0
                    ? "Reprendre la rédaction ? Les signatures déjà données ne vaudront plus."
                    : undefined
                }
              >
                Reprendre la rédaction
              </Button>
            </Form>
          )}
          <Form action={`${base}/abandonner`} fields={fields} layout="inline">
            <Button
              kind="quiet"
              confirm="Abandonner cette préparation ? Elle reste dans l’historique."
            >
              Abandonner
            </Button>
          </Form>
        </div>
      )}
    </>
  );
}

/** Nothing is being prepared: what may be. */
export function Rediger({
  action,
  natures,
}: {
  readonly action: string;
  readonly natures: readonly { readonly code: string; readonly libelle: string }[];
}): VNode {
  return (
    <div class="row">
      {natures.map(({ code, libelle }, rang) => (
        <Form key={code} action={action} fields={{ nature: code }} layout="inline">
          <Button kind={rang === 0 ? "primary" : "plain"}>
            {`Rédiger un ${libelle.charAt(0).toLocaleLowerCase("fr")}${libelle.slice(1)}`}
          </Button>
        </Form>
      ))}
    </div>
  );
}

export function LienPdf({ href }: { readonly href: string }): VNode {
  return (
    <ButtonLink href={href} icon="fichier">
      Le contrat signé (PDF)
    </ButtonLink>
  );
}
