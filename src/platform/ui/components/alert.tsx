import type { ComponentChildren, VNode } from "preact";
import { classes, type State, toneClass } from "../tone.ts";
import { Icon, type IconName } from "./icon.tsx";

export interface AlertProps {
  readonly tone: State;
  readonly title?: string | undefined;
  /** Read at once by screen readers: only for what has just happened. */
  readonly live?: boolean | undefined;
  readonly children?: ComponentChildren;
}

export function Alert({ tone, title, live, children }: AlertProps): VNode {
  return (
    <div class={classes("alert", toneClass(tone))} role={live ? "alert" : undefined}>
      {title !== undefined && <p class="alert-title">{title}</p>}
      {typeof children === "string" ? <p>{children}</p> : children}
    </div>
  );
}

const icons: Readonly<Record<State, IconName>> = {
  ok: "valide",
  late: "refus",
  soon: "attention",
  waiting: "info",
  closed: "info",
  neutral: "info",
};

/** Shown once, after an act. */
export function Message({ text, tone = "ok" }: { text: string; tone?: State | undefined }): VNode {
  return (
    <div class={classes("alert message", toneClass(tone))} role="status">
      <Icon name={icons[tone]} />
      <p>{text}</p>
    </div>
  );
}
