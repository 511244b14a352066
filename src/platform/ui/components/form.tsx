import type { ComponentChildren, VNode } from "preact";
import { classes } from "../tone.ts";

export interface FormProps {
  readonly action: string;
  readonly method?: "get" | "post" | undefined;
  readonly id?: string | undefined;
  readonly multipart?: boolean | undefined;
  /** Hidden fields: forged-form token, version read, key of the submission. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** `inline` for filters on one line, `wide` for forms that fill the page. */
  readonly layout?: "page" | "inline" | "wide" | undefined;
  /** Id of the region to refresh while the reader types or chooses (GET forms only). */
  readonly live?: string | undefined;
  /** What the button says while the form is on its way: « Import en cours… ». */
  readonly busy?: string | undefined;
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}

/** A form. Checks are the server's: `novalidate` lets the summary speak in place of the browser's bubbles. */
export function Form(props: FormProps): VNode {
  const { layout = "page" } = props;
  return (
    <form
      id={props.id}
      class={classes("form", layout !== "page" && `form-${layout}`)}
      action={props.action}
      method={props.method ?? "post"}
      enctype={props.multipart ? "multipart/form-data" : undefined}
      aria-label={props.label}
      data-live={props.live}
      data-busy={props.busy}
      novalidate
    >
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

/** A titled part of a long form. */
export function FormSection({
  title,
  children,
}: {
  title: string;
  children: ComponentChildren;
}): VNode {
  return (
    <fieldset class="form-section form-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** The buttons at the foot of a form. */
export function FormActions({ children }: { children: ComponentChildren }): VNode {
  return <div class="form-actions">{children}</div>;
}
