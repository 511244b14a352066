import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { Etat, Tag } from "#platform/ui/components/tag.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import { libellesGeste, resteResponsable } from "../domain/libelles.ts";
import type { PersonnePlacee, PrescriptionVue } from "../usecases/consulter.ts";
import { cheminActions, cheminPrescription, droitFaire } from "./cadre.ts";
import { ActionProposee, PourquoiPas } from "./classement.tsx";
import { AConfirmer, EtatDePrescription, type Href, phraseEtat } from "./mots.tsx";

interface Props {
  readonly placee: PersonnePlacee;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
  /** Every eligible action, and not the first ones alone. */
  readonly toutes: boolean;
  /** The picture of her path through the axes, drawn by who counts stays. */
  readonly parcours: VNode | null;
}

const PREMIERES = 6;

/** Her needs, where her prescriptions are, what could be prescribed and why, and the actions she is in. */
export function PageActions(props: Props): VNode {
  const { placee } = props;
  return (
    <div class="with-side">
      <div class="stack">
        {placee.prescriptions.length > 0 && <Prescriptions {...props} />}
        <Propositions {...props} />
        {props.parcours}
      </div>
      <div class="stack">
        <Besoins {...props} />
        <Sejours {...props} />
      </div>
    </div>
  );
}

const poids = { leger: "léger", important: "important", bloquant: "bloquant" } as const;

function Besoins({ placee, href }: Props): VNode {
  const { freins, freinId, personneId } = placee;
  const ici = href(cheminActions(personneId));
  return (
    <Card
      title="Ses freins"
      aside={<a href={href(`/personnes/${personneId}/situation`)}>Situation</a>}
    >
      {freins.length === 0 ? (
        <p class="muted">Aucun frein ouvert : une action se prescrit aussi d’un objectif.</p>
      ) : (
        <ul class="plain-list stack-tight" aria-label="Freins ouverts">
          {freins.map(({ id, libelle, poids: pese }) => (
            <li key={id} class="row-between">
              <span>
                {libelle} <span class="muted small">{poids[pese]}</span>
              </span>
              {id === freinId ? (
                <Tag tone="a">Choisi</Tag>
              ) : (
                <a class="small nowrap" href={`${ici}?frein=${id}#propositions`}>
                  Chercher une action
                  <span class="visually-hidden">{` pour : ${libelle}`}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {freinId !== null && (
        <p class="small">
          <a href={ici}>Chercher pour tous ses freins</a>
        </p>
      )}
    </Card>
  );
}

function Propositions({ placee, href, droits, toutes }: Props): VNode {
  const { classees, personneId, freinId, freins } = placee;
  const possibles = classees.filter(({ admissible }) => admissible);
  const montrees = toutes ? possibles : possibles.slice(0, PREMIERES);
  const frein = freins.find(({ id }) => id === freinId);
  const suite = freinId === null ? "?toutes=oui" : `?frein=${freinId}&toutes=oui`;
  return (
    <Card
      id="propositions"
      title={frein ? `Actions pour : ${frein.libelle}` : "Actions qui peuvent l’accueillir"}
      aside={<span class="muted small">{formatCount(possibles.length, "action", "actions")}</span>}
    >
      {possibles.length === 0 ? (
        <EmptyState
          title="Aucune action ne peut l’accueillir aujourd’hui"
          text={
            placee.personne.territoireId === null
              ? "Son adresse n’est dans aucun territoire du Département : faites-la corriger."
              : "Voyez ci-dessous ce qui empêche : une situation à corriger, ou une offre qui manque sur son territoire."
          }
        />
      ) : (
        <ol class="plain-list lines stack" aria-label="Actions proposées, dans l’ordre">
          {montrees.map((classee, rang) => (
            <ActionProposee
              key={classee.action.id}
              classee={classee}
              personneId={personneId}
              freinId={freinId}
              rang={rang + 1}
              prescrit={droits.has(droitFaire)}
              href={href}
            />
          ))}
        </ol>
      )}
      {possibles.length > montrees.length && (
        <p>
          <a href={href(`${cheminActions(personneId)}${suite}#propositions`)}>
            {`Voir les ${possibles.length} actions`}
          </a>
        </p>
      )}
      <PourquoiPas ecartees={classees.filter(({ admissible }) => !admissible)} href={href} />
    </Card>
  );
}

function Prescriptions(props: Props): VNode {
  const { placee } = props;
  return (
    <Card title="Ses prescriptions">
      <div class="stack">
        {placee.prescriptions.map((une) => (
          <UnePrescription key={une.id} {...props} une={une} />
        ))}
        <AConfirmer regle={placee.regle} />
      </div>
    </Card>
  );
}

function UnePrescription({
  une,
  placee,
  href,
  droits,
}: Props & { readonly une: PrescriptionVue }): VNode {
  const { le, regle } = placee;
  return (
    <section
      class="stack-tight"
      aria-label={`Prescription du ${formatDate(une.prescriteLe)} : ${une.action}`}
    >
      <div class="row-between">
        <p>
          <a class="strong" href={href(cheminPrescription(une.id))}>
            {une.action}
          </a>{" "}
          <span class="muted small">{une.operateur}</span>
        </p>
        <span class="row">
          {une.nouvelle && <Tag tone="a">Nouveau</Tag>}
          <EtatDePrescription prescription={une} le={le} />
        </span>
      </div>
      <p class="small">{phraseEtat(une, le, regle)}</p>
      {une.frein !== null && <p class="small muted">{`Pour lever : ${une.frein}`}</p>}
      {(une.etat === "refusee" || une.etat === "expiree" || une.etat === "absente") && (
        <p class="small">{resteResponsable}</p>
      )}
      <details>
        <summary>Ce qui s’est passé</summary>
        <Timeline
          label={`Histoire de la prescription : ${une.action}`}
          entries={une.evenements
            .toReversed()
            .map(({ id, geste, le: jour, auteur, commentaire }) => ({
              key: String(id),
              when: `${formatDate(jour)}, ${auteur}`,
              what: libellesGeste[geste],
              ...(commentaire !== null && { detail: commentaire }),
            }))}
        />
      </details>
      {une.nouvelle && droits.has(droitFaire) && une.parLaPersonne && (
        <Form
          action={href(`${cheminPrescription(une.id)}/vue`)}
          layout="inline"
          label={`J’ai pris connaissance : ${une.action}`}
        >
          <Button small>J’en ai pris connaissance</Button>
        </Form>
      )}
    </section>
  );
}

function Sejours({ placee, href }: Props): VNode {
  const { sejours, le } = placee;
  return (
    <Card title="Dans une action">
      {sejours.length === 0 ? (
        <p class="muted">Aucune action suivie jusqu’ici.</p>
      ) : (
        <ul class="plain-list lines stack-tight" aria-label="Actions suivies">
          {sejours.map((sejour) => {
            const dedans = sejour.sortiLe === null || sejour.sortiLe > le;
            return (
              <li key={sejour.id} class="stack-tight">
                <div class="row-between">
                  <a href={href(`/offre/actions/${sejour.actionId}`)}>{sejour.action}</a>
                  <Etat tone={dedans ? "ok" : "closed"}>{dedans ? "En cours" : "Terminée"}</Etat>
                </div>
                <p class="small muted">
                  {sejour.sortiLe === null
                    ? `${sejour.structure}, depuis le ${formatDate(sejour.entreLe)}`
                    : `${sejour.structure}, du ${formatDate(sejour.entreLe)} au ${formatDate(sejour.sortiLe)}`}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
