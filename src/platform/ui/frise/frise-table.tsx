import type { VNode } from "preact";
import { Table } from "../components/table.tsx";
import { formatDate } from "../format.ts";
import { friseFacts } from "./layout.ts";
import type { FriseInput } from "./types.ts";

/** Every fact of the drawing, and those its bounds leave out. */
export function FriseTable({
  input,
  label,
  ticksLabel,
}: {
  input: FriseInput;
  label: string;
  ticksLabel: string;
}): VNode {
  const facts = friseFacts(input, ticksLabel);
  return (
    <details class="frise-table">
      <summary>Voir la frise en tableau</summary>
      <Table
        caption={`${label}, fait par fait`}
        captionHidden
        columns={[
          { key: "de", label: "Début", fit: true },
          { key: "a", label: "Fin", fit: true },
          { key: "bande", label: "Rubrique" },
          { key: "fait", label: "Fait" },
        ]}
        rows={facts.map(({ from, to, band, fact }, index) => ({
          key: `${index}`,
          cells: [
            formatDate(from),
            to === null ? "en cours" : formatDate(to),
            band,
            fact.href === undefined ? fact.detail : <a href={fact.href}>{fact.detail}</a>,
          ],
        }))}
      />
    </details>
  );
}
