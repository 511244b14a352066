import type { VNode } from "preact";
import type { TickKind } from "./types.ts";

/** One shape per kind: told apart without colour. */
export function TickMark({ kind, x, y }: { kind: TickKind; x: number; y: number }): VNode {
  switch (kind) {
    case "meeting":
      return <circle class="frise-tick" cx={x} cy={y} r={4.5} />;
    case "letter":
      return <path class="frise-tick" d={`M${x - 5},${y - 3.5}h10v7h-10zl5,4l5,-4`} />;
    case "decision":
      return <path class="frise-tick" d={`M${x},${y - 5.5}l5.5,5.5l-5.5,5.5l-5.5,-5.5z`} />;
    case "other":
      return <path class="frise-tick" d={`M${x},${y - 5}l5,9h-10z`} />;
  }
}
