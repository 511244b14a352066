import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatPhone } from "#platform/ui/format.ts";
import { nomDe } from "./mots.tsx";
import type { PropsSeance } from "./props-seance.ts";

/** A session cancelled and not over: whom nobody has told yet. */
export function CarteAPrevenir({ lue, href }: PropsSeance): VNode | null {
  const { aPrevenir } = lue;
  if (aPrevenir.length === 0) return null;
  return (
    <Card
      id="a-prevenir"
      title={formatCount(aPrevenir.length, "personne à prévenir", "personnes à prévenir")}
    >
      <p class="muted small">
        Sans coordonnées, sans accord pour un courriel ou un SMS, ou dont le message n’est pas
        parti.
      </p>
      <Table
        caption="Personnes à prévenir"
        captionHidden
        columns={[
          { key: "personne", label: "Personne", phone: "title" },
          { key: "telephone", label: "Téléphone", fit: true, phone: "fact" },
        ]}
        rows={aPrevenir.map((une) => ({
          key: String(une.id),
          name: nomDe(une.personne),
          cells: [
            <a href={href(`/personnes/${une.personneId}`)}>{nomDe(une.personne)}</a>,
            formatPhone(une.personne?.telephone),
          ],
        }))}
      />
    </Card>
  );
}
