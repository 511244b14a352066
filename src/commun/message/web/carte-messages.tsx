import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { MessageLu } from "../db/lire-messages.ts";
import { libellesCanal, libellesUsageMessage } from "../domain/mots.ts";
import { EtatDuMessage } from "./page-message.tsx";
import type { Href } from "./ports.ts";

interface Props {
  readonly messages: readonly MessageLu[];
  readonly href: Href;
}

/** The e-mails and SMS of a person, under her letters. */
export function CarteMessages({ messages, href }: Props): VNode {
  return (
    <Card title="Courriels et SMS">
      {messages.length === 0 ? (
        <EmptyState
          title="Aucun courriel ni SMS"
          text="Les convocations et les rappels envoyés à cette personne, si elle en est d’accord, apparaîtront ici avec la preuve de leur départ."
        />
      ) : (
        <Table
          caption="Courriels et SMS de la personne"
          captionHidden
          columns={[
            { key: "message", label: "Message" },
            { key: "canal", label: "Par", fit: true, secondary: true },
            { key: "jour", label: "Écrit le", fit: true },
            { key: "etat", label: "Départ", fit: true },
          ]}
          rows={messages.map((message) => ({
            key: String(message.id),
            name: libellesUsageMessage[message.usage],
            href: href(`/messages/${message.id}`),
            cells: [
              libellesUsageMessage[message.usage],
              libellesCanal[message.canal],
              formatDate(message.jour),
              <EtatDuMessage key="etat" message={message} />,
            ],
          }))}
        />
      )}
    </Card>
  );
}
