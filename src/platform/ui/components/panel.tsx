import type { ComponentChildren, VNode } from "preact";

export interface PanelProps {
  /** « Affiner » */
  readonly label: string;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A part of the page kept folded. */
export function Panel({ label, open, children }: PanelProps): VNode {
  return (
    <details class="panel" open={open}>
      <summary>{label}</summary>
      <div class="panel-body">{children}</div>
    </details>
  );
}
