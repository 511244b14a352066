import type { ComponentChildren, VNode } from "preact";

/** The reason or the text behind a line, on demand: « Pourquoi ? ». */
export function Why({
  label = "Pourquoi ?",
  children,
}: {
  label?: string | undefined;
  children: ComponentChildren;
}): VNode {
  return (
    <details class="why">
      <summary>{label}</summary>
      <div class="why-body">{children}</div>
    </details>
  );
}
