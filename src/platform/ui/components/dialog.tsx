import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";

export interface DialogProps {
  readonly id: string;
  readonly title: string;
  /** Opened by the `?` key. */
  readonly help?: boolean | undefined;
  readonly children: ComponentChildren;
}

/**
 * A native dialog, opened by a link with `data-dialog={id}` (see `ButtonLink`). The link's own address is
 * the same form as a page, for when scripts are off.
 */
export function Dialog({ id, title, help, children }: DialogProps): VNode {
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-titre`} data-help={help}>
      <div class="dialog-head">
        <h2 id={`${id}-titre`}>{title}</h2>
        <form method="dialog">
          <button type="submit" class="btn btn-quiet btn-small">
            <Icon name="fermer" small />
            Fermer
          </button>
        </form>
      </div>
      {children}
    </dialog>
  );
}
