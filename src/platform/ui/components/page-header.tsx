import type { ComponentChildren, VNode } from "preact";

export interface PageHeaderProps {
  /** Names the thing: « Mme Exemple, orientée Emploi, contrat à échéance le 12/12 ». */
  readonly title: string;
  /** Small line over the title: the kind of thing. */
  readonly over?: string | undefined;
  /** States and facts under the title. */
  readonly meta?: ComponentChildren;
  /** One primary action, then the quiet ones. */
  readonly actions?: ComponentChildren;
}

export function PageHeader({ title, over, meta, actions }: PageHeaderProps): VNode {
  return (
    <div class="page-header">
      <div class="page-header-text">
        {over !== undefined && <p class="page-header-over">{over}</p>}
        <h1>{title}</h1>
        {meta !== undefined && <div class="page-header-meta">{meta}</div>}
      </div>
      {actions !== undefined && <div class="page-header-actions">{actions}</div>}
    </div>
  );
}
