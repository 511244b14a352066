import type { VNode } from "preact";
import { classes, type State, toneClass } from "../tone.ts";
import { Trend } from "./trend.tsx";

export interface FigureProps {
  readonly label: string;
  /** Already written for people: `57`, `81 %`, `96 800 €`. */
  readonly value: string;
  /** « / 60 » */
  readonly of?: string | undefined;
  /** The list behind the figure. A figure without door is only for what has no lines. */
  readonly href?: string | undefined;
  readonly note?: string | undefined;
  /** Colour of the note. */
  readonly tone?: State | undefined;
  readonly trend?: { readonly values: readonly number[]; readonly label: string } | undefined;
}

/** A figure that is a door. */
export function Figure(props: FigureProps): VNode {
  const className = classes("figure", toneClass(props.tone));
  if (props.href === undefined) {
    return (
      <div class={className}>
        <Content {...props} />
      </div>
    );
  }
  return (
    <a class={className} href={props.href}>
      <Content {...props} />
    </a>
  );
}

function Content({ label, value, of, note, trend }: FigureProps): VNode {
  return (
    <>
      <span class="figure-label">{label}</span>
      <span>
        <span class="figure-value">{value}</span>
        {of !== undefined && <span class="figure-of"> {of}</span>}
      </span>
      {trend !== undefined && (
        <span class="figure-trend">
          <Trend {...trend} />
        </span>
      )}
      {note !== undefined && <span class="figure-note">{note}</span>}
    </>
  );
}
