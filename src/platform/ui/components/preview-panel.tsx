import type { ComponentChildren, VNode } from "preact";

const previewPanelId = "apercu";

/**
 * The side panel of a list. Empty (and hidden) in the list; the page at a line's `preview` address holds the same
 * panel filled in, which takes its place.
 */
export function PreviewPanel({ children }: { children?: ComponentChildren }): VNode {
  return (
    <aside
      class="preview"
      id={previewPanelId}
      aria-label="Aperçu de la ligne"
      hidden={children === undefined}
      data-preview-panel
    >
      {children}
    </aside>
  );
}
