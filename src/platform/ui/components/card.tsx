import type { ComponentChildren, VNode } from "preact";
import { classes, type State, toneClass } from "../tone.ts";

export interface CardProps {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** 2 (default) or 3, after the place of the card in the page. */
  readonly level?: 2 | 3 | undefined;
  /** A link or a state at the right of the title. */
  readonly aside?: ComponentChildren;
  readonly foot?: ComponentChildren;
  readonly tone?: State | undefined;
  readonly children: ComponentChildren;
}

export function Card({ id, title, level = 2, aside, foot, tone, children }: CardProps): VNode {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <section class={classes("card", toneClass(tone))} id={id}>
      {(title !== undefined || aside !== undefined) && (
        <div class="card-head">
          {title !== undefined && <Title>{title}</Title>}
          {aside}
        </div>
      )}
      {children}
      {foot !== undefined && <div class="card-foot">{foot}</div>}
    </section>
  );
}
