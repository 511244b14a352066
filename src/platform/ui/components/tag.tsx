import type { VNode } from "preact";
import { classes, type State, type Tone, toneClass } from "../tone.ts";

/** A state: dot, colour and word. */
export function Etat({ tone, children }: { tone: State; children: string }): VNode {
  return <span class={classes("tag etat", toneClass(tone))}>{children}</span>;
}

/** A kind: word on a quiet ground, or outlined. */
export function Tag({ tone, children }: { tone?: Tone | undefined; children: string }): VNode {
  return (
    <span class={classes("tag", tone === undefined ? "tag-plain" : toneClass(tone))}>
      {children}
    </span>
  );
}
