import type { VNode } from "preact";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatDate, formatNumber, formatPhone } from "#platform/ui/format.ts";
import type { Absence, FicheReferent } from "../db/referents.ts";
import { libellesMotif } from "../domain/libelles.ts";
import { contient, veille } from "../domain/periodes.ts";
import { chargeDuReferent, tonDeCharge } from "./bilan-charges.ts";
import { Presence } from "./carte-equipe.tsx";
import { nomDe } from "./mots.ts";
import { placesLibres } from "./places-en-mots.ts";
import type { Charges } from "./ports.ts";

export interface PageReferentProps {
  readonly referent: FicheReferent;
  readonly charges: Charges;
  readonly le: string;
  readonly peutGerer: boolean;
  readonly href: (path: string) => string;
}

export function PageReferent(props: PageReferentProps): VNode {
  const { referent, le, href, peutGerer } = props;
  const ici = href(`/referents/${referent.id}`);
  const parti = referent.jusque !== null && referent.jusque <= le;
  return (
    <>
      <PageHeader
        over={referent.fonction}
        title={nomDe(referent)}
        meta={
          <>
            <Presence referent={referent} le={le} />
            <a href={href(`/structures/${referent.structureId}`)}>{referent.structure}</a>
          </>
        }
        actions={
          peutGerer && !parti ? (
            <>
              <ButtonLink kind="primary" href={`${ici}/absences`}>
                Déclarer une absence
              </ButtonLink>
              <ButtonLink href={`${ici}/modifier`}>Modifier</ButtonLink>
              {referent.jusque === null && (
                <ButtonLink kind="quiet" href={`${ici}/depart`}>
                  Enregistrer son départ
                </ButtonLink>
              )}
            </>
          ) : undefined
        }
      />
      <div class="with-side">
        <div class="stack">
          <Chiffres {...props} />
          <CarteAbsences {...props} />
        </div>
        <CarteFiche referent={referent} />
      </div>
    </>
  );
}

function Chiffres({ referent, charges, href }: PageReferentProps): VNode {
  const charge = chargeDuReferent(charges, referent);
  return (
    <div class="grid-2">
      <Figure
        label="Personnes qui lui sont confiées"
        value={formatNumber(charge.suivies)}
        of={charge.places === null ? undefined : `/ ${formatNumber(charge.places)}`}
        href={
          charge.visibles === 0
            ? undefined
            : href(`/personnes?beneficiaire=tous&referent=${referent.id}`)
        }
        note={placesLibres(charge)}
        tone={tonDeCharge(charge)}
      />
      <Figure
        label="Proposées, pas encore décidées"
        value={formatNumber(charge.attendues)}
        note={charge.attendues === 0 ? "rien en attente" : "prochaines arrivées possibles"}
      />
    </div>
  );
}

function CarteFiche({ referent }: { referent: FicheReferent }): VNode {
  return (
    <Card title="Fiche">
      <FactsList
        layout="side"
        facts={[
          { label: "Fonction", value: referent.fonction },
          {
            label: "Temps de travail",
            value:
              referent.etp === 1
                ? "temps plein"
                : `${formatNumber(referent.etp, 2).replace(/0$/u, "")} ETP`,
          },
          { label: "Téléphone", value: formatPhone(referent.telephone) },
          {
            label: "Courriel",
            value: referent.courriel && (
              <a href={`mailto:${referent.courriel}`}>{referent.courriel}</a>
            ),
          },
          { label: "Arrivée", value: formatDate(referent.du) },
          ...(referent.jusque === null
            ? []
            : [{ label: "Dernier jour", value: formatDate(veille(referent.jusque)) }]),
          {
            label: "Compte",
            value: referent.agentId === null ? "aucun" : "relié à un compte de l’application",
          },
        ]}
      />
    </Card>
  );
}

function CarteAbsences(props: PageReferentProps): VNode {
  const { absences } = props.referent;
  return (
    <Card title="Absences">
      {absences.length === 0 ? (
        <EmptyState
          title="Aucune absence déclarée"
          text="Une absence déclarée évite de lui confier quelqu’un pendant ce temps, et dit qui la remplace."
        />
      ) : (
        <ul class="lines">
          {absences.map((absence) => (
            <LigneAbsence key={absence.id} absence={absence} {...props} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function LigneAbsence({
  absence,
  le,
  peutGerer,
  href,
}: PageReferentProps & { absence: Absence }): VNode {
  const { id, du, jusque, motif, remplacePar } = absence;
  const finie = jusque !== null && jusque <= le;
  return (
    <li class="stack-tight">
      <div class="row-between">
        <span>
          <span class="strong">{libellesMotif[motif]}</span> du {formatDate(du)}{" "}
          {jusque === null ? "sans date de retour" : `au ${formatDate(veille(jusque))}`}
          <span class="muted">
            {remplacePar === null ? "" : `, remplacement par ${remplacePar}`}
          </span>
        </span>
        <EtatAbsence absence={absence} le={le} />
      </div>
      {peutGerer && !finie && (
        <Form action={href(`/absences/${id}/fin`)} layout="inline" label="Abréger cette absence">
          <DateField
            id={`reprise-${id}`}
            name="reprise"
            label="De retour le"
            value={formatDate(du > le ? du : le)}
          />
          <FormActions>
            <Button small>{du > le ? "Annuler ou abréger" : "Noter le retour"}</Button>
          </FormActions>
        </Form>
      )}
    </li>
  );
}

function EtatAbsence({ absence, le }: { absence: Absence; le: string }): VNode {
  if (contient(absence, le)) return <Etat tone="soon">en cours</Etat>;
  if (absence.du > le) return <Etat tone="waiting">à venir</Etat>;
  return <Etat tone="closed">passée</Etat>;
}
