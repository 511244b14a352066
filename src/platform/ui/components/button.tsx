import type { ComponentChildren, VNode } from "preact";
import { classes } from "../tone.ts";
import { Icon, type IconName } from "./icon.tsx";

type ButtonKind = "primary" | "plain" | "danger" | "quiet";

interface Look {
  readonly kind?: ButtonKind | undefined;
  readonly small?: boolean | undefined;
  readonly icon?: IconName | undefined;
  /** Key that presses it from anywhere on the page: only where one decision is taken. */
  readonly shortcut?: string | undefined;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends Look {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: "submit" | "button" | undefined;
  /** Posts the form elsewhere than its own action. */
  readonly formAction?: string | undefined;
  /** Sends without the browser's own checks: for « Enregistrer le brouillon ». */
  readonly formNoValidate?: boolean | undefined;
  readonly form?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Asked before the act is sent; with scripts off, the act itself must ask. */
  readonly confirm?: string | undefined;
  /** The answer is a file, and the page stays: it may be asked again. */
  readonly download?: boolean | undefined;
}

export function Button(props: ButtonProps): VNode {
  return (
    <button
      class={lookClass(props)}
      type={props.type ?? "submit"}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      formnovalidate={props.formNoValidate}
      disabled={props.disabled}
      data-confirm={props.confirm}
      data-download={props.download}
      data-key={props.shortcut}
      aria-keyshortcuts={props.shortcut}
    >
      <Content {...props} />
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  readonly href: string;
  /** Id of a `Dialog` to open in place of following the link, when scripts are on. */
  readonly dialog?: string | undefined;
  readonly download?: boolean | undefined;
  /** Id of the region to refresh in place of loading the whole page. */
  readonly refresh?: string | undefined;
}

export function ButtonLink(props: ButtonLinkProps): VNode {
  return (
    <a
      class={lookClass(props)}
      href={props.href}
      download={props.download}
      data-dialog={props.dialog}
      data-refresh={props.refresh}
      data-key={props.shortcut}
      aria-keyshortcuts={props.shortcut}
    >
      <Content {...props} />
    </a>
  );
}

function lookClass({ kind = "plain", small }: Look): string {
  return classes("btn", kind !== "plain" && `btn-${kind}`, small && "btn-small");
}

function Content({ icon, small, shortcut, children }: Look): VNode {
  return (
    <>
      {icon && <Icon name={icon} small={small} />}
      {children}
      {shortcut !== undefined && <kbd>{shortcut.toUpperCase()}</kbd>}
    </>
  );
}
