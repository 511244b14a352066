import type { ComponentChildren, VNode } from "preact";
import { classes } from "../tone.ts";

/** What every field takes. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The refusal of this field, as a sentence that says what to type. */
  readonly error?: string | undefined;
  /** The last answer given, shown to be confirmed or changed. */
  readonly previous?: string | undefined;
  /** Fields are required unless they say otherwise: « (facultatif) » is written after the label. */
  readonly optional?: boolean | undefined;
  /** In a filter nothing is required, and nothing needs to say so. */
  readonly filter?: boolean | undefined;
  /** Hides the label from sight, never from screen readers: search boxes and filters whose button says it. */
  readonly labelHidden?: boolean | undefined;
  /** Two forms of one page may hold the same name: the second takes an id of its own. */
  readonly id?: string | undefined;
}

/** Id of the control of a field; the error summary links to it. */
export function fieldId(name: string): string {
  return `champ-${name.replace(/[^a-zA-Z0-9_-]/g, "-")}`;
}

export function controlId(props: FieldProps): string {
  return props.id ?? fieldId(props.name);
}

/** Ids of the texts that describe the control, or nothing. */
export function describedBy(props: FieldProps): string | undefined {
  const id = controlId(props);
  const ids = [
    props.hint !== undefined && `${id}-aide`,
    props.previous !== undefined && `${id}-avant`,
    props.error !== undefined && `${id}-erreur`,
  ].filter((one) => one !== false);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export function FieldTexts(props: FieldProps): VNode {
  const id = controlId(props);
  return (
    <>
      {props.hint !== undefined && (
        <span class="hint" id={`${id}-aide`}>
          {props.hint}
        </span>
      )}
      {props.previous !== undefined && (
        <span class="previous" id={`${id}-avant`}>
          {props.previous}
        </span>
      )}
      {props.error !== undefined && (
        <span class="error" id={`${id}-erreur`}>
          {props.error}
        </span>
      )}
    </>
  );
}

export function LabelText({ label, optional }: FieldProps): VNode {
  return (
    <>
      {label}
      {optional && <span class="label-optional"> (facultatif)</span>}
    </>
  );
}

/** Label, texts, then the control. */
export function Field({
  field,
  children,
}: {
  field: FieldProps;
  children: ComponentChildren;
}): VNode {
  return (
    <div class={classes("field", field.error !== undefined && "field-error")}>
      <label class={field.labelHidden ? "visually-hidden" : "label"} for={controlId(field)}>
        <LabelText {...field} />
      </label>
      <FieldTexts {...field} />
      {children}
    </div>
  );
}

/** The attributes every control shares. */
export function controlAttributes(props: FieldProps): {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
  "aria-required": "true" | undefined;
} {
  return {
    id: controlId(props),
    name: props.name,
    "aria-describedby": describedBy(props),
    "aria-invalid": props.error === undefined ? undefined : "true",
    "aria-required": props.optional || props.filter || props.labelHidden ? undefined : "true",
  };
}

/** Names of characters a width is made for. */
export type FieldWidth = 2 | 5 | 10 | 20 | "full";

export function inputClass(width: FieldWidth = "full"): string {
  return classes("input", width !== "full" && `input-${width}`);
}
