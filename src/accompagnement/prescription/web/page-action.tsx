import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { daysBetween, formatDate, formatNumber } from "#platform/ui/format.ts";
import type { PrescriptionsDAction, PrescriptionVue } from "../usecases/consulter.ts";
import { AConfirmer, type Href } from "./mots.tsx";
import { TablePrescriptions } from "./table.tsx";

interface Props {
  readonly consultees: PrescriptionsDAction;
  readonly href: Href;
}

/** What one action received: its waiting list in order, then the latest. */
export function PagePrescriptionsDAction({ consultees, href }: Props): VNode {
  const { recues, attente, le, regle, actionId } = consultees;
  if (recues.length + attente.length === 0) {
    return (
      <EmptyState
        title="Aucune prescription reçue"
        text="Les référents prescrivent une action depuis le dossier d’une personne."
      />
    );
  }
  const toutes = [...recues, ...attente];
  const liste = (etats: string) =>
    href(`/prescriptions/liste?action=${actionId}&etat-prescription=${etats}`);
  const compter = (...etats: readonly string[]) =>
    formatNumber(toutes.filter(({ etat }) => etats.includes(etat)).length);
  return (
    <div class="stack">
      <div class="grid-4">
        <Figure
          label="Attendent une réponse"
          value={compter("prescrite")}
          href={liste("prescrite")}
        />
        <Figure
          label="En liste d’attente"
          value={formatNumber(attente.length)}
          href={liste("liste-attente")}
        />
        <Figure label="Refusées" value={compter("refusee")} href={liste("refusee")} />
        <Figure label="Délai médian avant l’entrée" value={mediane(toutes)} />
      </div>
      {attente.length > 0 && (
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
        </Card>
      )}
      {recues.length > 0 && (
        <Card title="Reçues">
          <TablePrescriptions
            legende="Prescriptions reçues"
            lignes={recues}
            le={le}
            href={href}
            sansAction
            suite={{ titre: "Répondue en", dire: delai }}
          />
        </Card>
      )}
      <AConfirmer regle={regle} />
    </div>
  );
}

const enJours = (jours: number) => (jours > 1 ? `${jours} jours` : `${jours} jour`);

function delai({ prescriteLe, repondueLe }: PrescriptionVue): string {
  return repondueLe === null ? "—" : enJours(Math.max(daysBetween(prescriteLe, repondueLe), 0));
}

function mediane(toutes: readonly PrescriptionVue[]): string {
  const delais = toutes
    .flatMap(({ prescriteLe, entreeLe }) =>
      entreeLe === null ? [] : [daysBetween(prescriteLe, entreeLe)],
    )
    .toSorted((a, b) => a - b);
  const milieu = delais[Math.floor(delais.length / 2)];
  return milieu === undefined ? "indéfini" : enJours(Math.max(milieu, 0));
}
