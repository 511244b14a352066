import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { dominantesEnMots } from "../domain/libelles.ts";
import { signe } from "../domain/matrice/libelles.ts";
import { phraseProposition } from "../domain/matrice/phrase-proposition.ts";
import { obstaclesEnMots } from "../domain/offre.ts";
import { libelleType } from "../domain/types.ts";
import type { CasADecider, FileDeDecision } from "../usecases/lire-file.ts";
import { CartePlaces } from "./carte-places.tsx";
import { Decision } from "./decision.tsx";
import {
  activiteEnMots,
  ageAu,
  commune,
  Delai,
  type Href,
  nommer,
  situationFamilialeEnMots,
} from "./mots.tsx";
import { problemesDuService } from "./options.ts";

interface Props {
  readonly file: FileDeDecision;
  readonly etat: FormState;
  /** Decided since the reader opened the queue. */
  readonly fait: number;
  /** The last case passed. */
  readonly apres: number | null;
  /** Which decision was refused, to open it again. */
  readonly acte: string | null;
  /** The case whose decision was refused no longer waits: this is another one, and what was typed is not hers. */
  readonly change: boolean;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

export function PageFile(props: Props): VNode {
  const { file, href } = props;
  const { suivant } = file;
  if (suivant === null) return <FileVide {...props} />;
  const { present } = suivant;
  const total = props.fait + file.restantes;
  const age = ageAu(present.dateNaissance, file.le);
  return (
    <>
      <PageHeader
        over={`Décider des orientations : ${props.fait + file.rang} sur ${total}`}
        title={[nommer(present), age === null ? null : `${age} ans`, commune(present.commune)]
          .filter(Boolean)
          .join(", ")}
        meta={
          <>
            {suivant.limite && <Delai limite={suivant.limite} le={file.le} />}
            {present.territoire && <span>Territoire {present.territoire}</span>}
            <a href={href(`/personnes/${present.personneId}`)}>Tout le dossier</a>
          </>
        }
        actions={
          <>
            <ButtonLink
              href={href(`/orientation/decider?apres=${suivant.cas.id}&fait=${props.fait}`)}
              shortcut="s"
            >
              Passer
            </ButtonLink>
            <ButtonLink kind="quiet" href={href("/orientation/lot")}>
              Accepter en lot
            </ButtonLink>
          </>
        }
      />
      <div class="stack">
        <Refus {...props} />
        {suivant.cas.aRevoirDepuis && (
          <Alert tone="soon" title="À revoir">
            {`Un diagnostic a été validé le ${formatDate(suivant.cas.aRevoirDepuis)}, depuis que la proposition a été faite : elle repose sur les réponses d’avant. Décidez autrement, ou renvoyez-la pour qu’elle soit refaite.`}
          </Alert>
        )}
        <div class="with-side with-side-early">
          <div class="stack">
            <CarteProposition suivant={suivant} />
            <CarteSituation suivant={suivant} le={file.le} />
          </div>
          <div class="stack">
            <Decision {...props} suivant={suivant} />
            <CartePlaces
              services={suivant.services}
              types={suivant.types}
              actualiser={href(
                `/orientation/places${present.territoireId === null ? "" : `?territoire=${present.territoireId}`}`,
              )}
            />
          </div>
          <CarteReponses suivant={suivant} />
        </div>
      </div>
    </>
  );
}

function FileVide(props: Props): VNode {
  const { href, fait, file } = props;
  return (
    <>
      <PageHeader over="Décider des orientations" title="Plus rien à décider" />
      <div class="stack">
        <Refus {...props} />
        <EmptyState
          title={
            fait === 0
              ? "Aucune proposition n’attend votre décision"
              : `Vous avez traité ${fait === 1 ? "un cas" : `${fait} cas`}`
          }
          text={
            file.restantes > 0
              ? `Il reste ${file.restantes === 1 ? "un cas" : `${file.restantes} cas`} que vous avez passés : reprenez la file depuis le début.`
              : "Les propositions à décider apparaîtront ici, la plus ancienne d’abord."
          }
          actions={
            <ButtonLink href={href(file.restantes > 0 ? "/orientation/decider" : "/orientation")}>
              {file.restantes > 0 ? "Reprendre la file" : "Revenir aux orientations"}
            </ButtonLink>
          }
        />
      </div>
    </>
  );
}

function Refus({ etat, change, href }: Props): VNode {
  if (etat.refusal?.code !== "proposition.conflit")
    return <ErrorSummary problems={problemesDuService(etat.problems)} />;
  const personne = Number(etat.refusal.details["personne"]);
  return (
    <Alert tone="late" title="Quelqu’un a enregistré avant vous" live>
      <p>
        {etat.problems[""]}{" "}
        <a href={href(`/personnes/${personne}/orientation`)}>Voir ce qui est enregistré</a>
      </p>
      {change && <p>Ce cas n’attend plus de décision : la file continue.</p>}
    </Alert>
  );
}

function CarteProposition({ suivant }: { readonly suivant: CasADecider }): VNode {
  const { cas, types, services } = suivant;
  const { explication } = cas;
  const service = services.find(
    ({ structureId, type }) => structureId === cas.structureId && type === cas.type,
  );
  const referent = service?.referents.find(({ id }) => id === cas.referentId);
  return (
    <Card title="Proposition">
      <div class="stack">
        <p class="strong">{phraseProposition({ ...explication, version: cas.versionMatrice })}</p>
        <FactsList
          layout="lines"
          facts={[
            { label: "Type", value: libelleType(types, cas.type) },
            {
              label: "Structure",
              value: service?.nom ?? (cas.structureId === null ? null : "ne prend plus ce type"),
            },
            {
              label: "Référent",
              value:
                referent?.nom ??
                (cas.referentId === null
                  ? "la structure le désignera"
                  : "n’est plus dans la structure"),
              note:
                referent && !referent.disponible ? "absent ou sans place aujourd’hui" : undefined,
            },
            {
              label: "Sinon",
              value: explication.suivante && dominantesEnMots[explication.suivante.dominante],
              note: explication.suivante?.pourquoi,
            },
          ]}
        />
        {cas.obstacle !== null && (
          <Alert tone="soon" title="La proposition n’a pas de structure">
            {`${obstaclesEnMots[cas.obstacle]}.`}
          </Alert>
        )}
        {cas.reporteeJusquAu !== null && (
          <p class="muted">
            Reportée au {formatDate(cas.reporteeJusquAu)} : {cas.motifReport}
          </p>
        )}
        <Why label="Comment la matrice a compté">
          <p>
            Matrice {cas.versionMatrice}, appliquée le {formatDate(cas.le)}. Emploi :{" "}
            {explication.scores.emploi} (niveau {explication.niveaux.emploi}) ; obstacles sociaux :{" "}
            {explication.scores.social} (niveau {explication.niveaux.social}).
          </p>
          {explication.contributions.length > 0 && (
            <ul>
              {explication.contributions.map(({ axe, question, reponse, poids, libelle }) => (
                <li key={`${axe}-${question}-${reponse}`}>
                  {libelle} : {signe(poids)} sur l’axe {axe}
                </li>
              ))}
            </ul>
          )}
        </Why>
      </div>
    </Card>
  );
}

function CarteSituation({
  suivant: { present, informeeLe },
  le,
}: {
  readonly suivant: CasADecider;
  readonly le: string;
}): VNode {
  const age = ageAu(present.dateNaissance, le);
  return (
    <Card title="Situation">
      <FactsList
        facts={[
          { label: "Âge", value: age === null ? null : `${age} ans` },
          {
            label: "Situation familiale",
            value: situationFamilialeEnMots(present.situationFamiliale),
          },
          { label: "Enfants à charge", value: present.enfantsACharge },
          { label: "Activité déclarée", value: activiteEnMots(present.activite) },
          {
            label: "Commune",
            value: commune(present.commune),
            note: present.territoire ?? undefined,
          },
          {
            label: "Information reçue",
            value: informeeLe && formatDate(informeeLe),
            note: present.soumisDepuis
              ? `droits et devoirs depuis le ${formatDate(present.soumisDepuis)}`
              : undefined,
          },
        ]}
      />
    </Card>
  );
}

function CarteReponses({ suivant }: { readonly suivant: CasADecider }): VNode {
  const { cas, questions } = suivant;
  const repondues = questions.filter(({ code }) => (cas.reponses[code] ?? []).length > 0);
  return (
    <Card title="Diagnostic">
      {repondues.length === 0 ? (
        <p class="muted">
          Aucune réponse n’est connue : la proposition suit la règle prévue dans ce cas.
        </p>
      ) : (
        <FactsList
          layout="lines"
          facts={repondues.map(({ code, libelle, reponses }) => ({
            label: libelle,
            value: (cas.reponses[code] ?? []).map((une) => reponses[une] ?? une).join(", "),
          }))}
        />
      )}
    </Card>
  );
}
