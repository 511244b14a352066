import type { ComponentChildren, VNode } from "preact";
import { classes } from "../tone.ts";

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
  /** Small line under the value: since when, from whom. */
  readonly note?: string | undefined;
}

export interface FactsListProps {
  readonly facts: readonly Fact[];
  /** `columns` flows, `lines` puts label and value side by side, `side` stacks in a narrow column. */
  readonly layout?: "columns" | "lines" | "side" | undefined;
}

/** What is known, as labels and values. A fact without value says « non renseigné ». */
export function FactsList({ facts, layout = "columns" }: FactsListProps): VNode {
  return (
    <dl class={classes("facts", layout !== "side" && `facts-${layout}`)}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {isEmpty(fact.value) ? <span class="muted">non renseigné</span> : fact.value}
            {fact.note !== undefined && <span class="facts-note">{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: ComponentChildren): boolean {
  return value === null || value === undefined || value === "";
}
