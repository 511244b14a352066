import type { VNode } from "preact";
import { ScrollRegion } from "./scroll-region.tsx";

export interface DiffLine {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface DiffProps {
  readonly caption: string;
  readonly lines: readonly DiffLine[];
  /** `change` strikes what is gone; `compare` leaves both standing, to choose from. */
  readonly kind?: "change" | "compare" | undefined;
  /** Heads of the two columns. */
  readonly heads?: readonly [before: string, after: string] | undefined;
}

/** Before and after, field by field; what changed is marked by more than colour. */
export function Diff({
  caption,
  lines,
  heads = ["Avant", "Après"],
  kind = "change",
}: DiffProps): VNode {
  return (
    <ScrollRegion className="table-frame table-frame-scroll" label={caption}>
      <table class={`table diff diff-${kind}`}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Information</th>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.label} line={line} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Line({ line }: { line: DiffLine }): VNode {
  const changed = line.before !== line.after;
  return (
    <tr class={changed ? "diff-changed" : undefined}>
      <th scope="row">{line.label}</th>
      <td class={line.before === null ? "diff-before diff-none" : "diff-before"}>
        {line.before ?? "non renseigné"}
      </td>
      <td class="diff-after">
        {changed && <span class="visually-hidden">Modifié : </span>}
        {line.after ?? "non renseigné"}
      </td>
    </tr>
  );
}
