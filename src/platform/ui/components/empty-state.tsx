import type { ComponentChildren, VNode } from "preact";

export interface EmptyStateProps {
  /** Why nothing is here: « Aucune personne ne correspond à ces filtres ». */
  readonly title: string;
  /** What to do about it. */
  readonly text?: string | undefined;
  readonly actions?: ComponentChildren;
}

export function EmptyState({ title, text, actions }: EmptyStateProps): VNode {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {actions !== undefined && <div class="empty-actions">{actions}</div>}
    </div>
  );
}
