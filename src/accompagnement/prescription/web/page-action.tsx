import type { VNode } from "preact";
import { Bars } from "#platform/ui/components/bars.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { daysBetween, formatDate, formatNumber } from "#platform/ui/format.ts";
import { etatsPrescription } from "../domain/etapes.ts";
import { libellesEtat } from "../domain/libelles.ts";
import type { PrescriptionVue } from "../usecases/consulter.ts";
import type { PrescriptionsDAction } from "../usecases/consulter-action.ts";
import { AConfirmer, type Href } from "./mots.tsx";
import { TablePrescriptions } from "./table.tsx";

interface Props {
  readonly consultees: PrescriptionsDAction;
  readonly href: Href;
}

/** What one action received: how many in each state, its waiting list in order, then the latest. */
export function PagePrescriptionsDAction(props: Props): VNode {
  const { consultees } = props;
  if (consultees.etats.length === 0) {
    return (
      <EmptyState
        title="Aucune prescription reçue"
        text="Les référents prescrivent une action depuis le dossier d’une personne."
      />
    );
  }
  return (
    <div class="stack">
      <Chiffres {...props} />
      {consultees.attente.length > 0 && <Attente {...props} />}
      {consultees.dernieres.length > 0 && <Dernieres {...props} />}
      <AConfirmer regle={consultees.regle} />
    </div>
  );
}

/** The list of all those of the action, or of those in one state. */
const adresse = (actionId: number, etat?: string) =>
  `/prescriptions/liste?action=${actionId}${etat === undefined ? "" : `&etat-prescription=${etat}`}`;

function Chiffres({ consultees, href }: Props): VNode {
  const { etats, actionId, delaiMedian } = consultees;
  const parEtat = new Map(etats.map(({ etat, nombre }) => [etat, nombre]));
  const toutes = etats.reduce((somme, { nombre }) => somme + nombre, 0);
  return (
    <div class="with-side">
      <Card title="Où elles en sont">
        <Bars
          caption="Prescriptions par état"
          heads={["État", "Prescriptions"]}
          lines={etatsPrescription.map((etat) => ({
            key: etat,
            label: libellesEtat[etat],
            value: parEtat.get(etat) ?? 0,
            href: href(adresse(actionId, etat)),
          }))}
        />
      </Card>
      <div class="stack">
        <Figure label="Reçues" value={formatNumber(toutes)} href={href(adresse(actionId))} />
        <Figure
          label="Délai médian avant l’entrée"
          value={delaiMedian === null ? "indéfini" : enJours(delaiMedian)}
          href={delaiMedian === null ? undefined : href(adresse(actionId, "entree,sortie"))}
        />
      </div>
    </div>
  );
}

function Attente({ consultees: { attente, le, etats, actionId }, href }: Props): VNode {
  const nombre = etats.find(({ etat }) => etat === "liste-attente")?.nombre ?? attente.length;
  return (
    <Card title="Liste d’attente, dans l’ordre">
      <TablePrescriptions
        legende="Liste d’attente"
        lignes={attente}
        le={le}
        href={href}
        sansAction
        suite={{
          titre: "Rang",
          dire: ({ rang, attenteLe }) => `N° ${rang ?? 1}, depuis le ${formatDate(attenteLe)}`,
        }}
      />
      {nombre > attente.length && (
        <p>
          <a href={href(adresse(actionId, "liste-attente"))}>
            {`Voir les ${formatNumber(nombre)} personnes en attente`}
          </a>
        </p>
      )}
    </Card>
  );
}

function Dernieres({
  consultees: { dernieres, attente, le, etats, actionId },
  href,
}: Props): VNode {
  const toutes = etats.reduce((somme, { nombre }) => somme + nombre, 0);
  const entieres = toutes <= dernieres.length + attente.length;
  return (
    <Card title={entieres ? "Reçues" : `Les ${dernieres.length} dernières reçues`}>
      <TablePrescriptions
        legende="Prescriptions reçues"
        lignes={dernieres}
        le={le}
        href={href}
        sansAction
        suite={{ titre: "Répondue en", dire: delai }}
      />
      {!entieres && (
        <p>
          <a href={href(adresse(actionId))}>{`Voir les ${formatNumber(toutes)} prescriptions`}</a>
        </p>
      )}
    </Card>
  );
}

const enJours = (jours: number) => (jours > 1 ? `${jours} jours` : `${jours} jour`);

function delai({ prescriteLe, repondueLe }: PrescriptionVue): string {
  return repondueLe === null ? "—" : enJours(Math.max(daysBetween(prescriteLe, repondueLe), 0));
}
