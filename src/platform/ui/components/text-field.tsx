import { h, type VNode } from "preact";
import {
  controlAttributes,
  Field,
  type FieldProps,
  type FieldWidth,
  inputClass,
} from "./field.tsx";

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "password" | "search" | "time" | undefined;
  /** `numeric` and `decimal` bring up digits on a phone, and keep the text as typed. */
  readonly inputMode?: "numeric" | "decimal" | undefined;
  readonly width?: FieldWidth | undefined;
  /** `username`, `current-password`, `one-time-code`… */
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
  /** Unit after the field: `€`, `heures par semaine`. */
  readonly suffix?: string | undefined;
  readonly readOnly?: boolean | undefined;
  /** Values offered while typing. */
  readonly suggestions?: readonly string[] | undefined;
  readonly autofocus?: boolean | undefined;
}

export function TextField(props: TextFieldProps): VNode {
  const attributes = controlAttributes(props);
  const list = props.suggestions === undefined ? undefined : `${attributes.id}-choix`;
  const shared = {
    ...attributes,
    class: inputClass(props.width),
    value: props.value ?? "",
    inputmode: props.inputMode,
    autocomplete: props.autocomplete ?? "off",
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    readonly: props.readOnly,
    autofocus: props.autofocus,
  };
  const control =
    list === undefined ? (
      h("input", { ...shared, type: props.type ?? "text" })
    ) : (
      <input {...shared} type="text" list={list} />
    );
  return (
    <Field field={props}>
      {props.suffix === undefined ? (
        control
      ) : (
        <span class="affix">
          {control}
          <span>{props.suffix}</span>
        </span>
      )}
      {list !== undefined && (
        <datalist id={list}>
          {(props.suggestions ?? []).map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

export interface DateFieldProps extends FieldProps {
  /** As typed (`jj/mm/aaaa`), so that what was typed is never lost. See `formatDate` and `parseDate`. */
  readonly value?: string | undefined;
}

export function DateField(props: DateFieldProps): VNode {
  const field = { ...props, hint: props.hint ?? "jj/mm/aaaa" };
  return (
    <Field field={field}>
      <input
        {...controlAttributes(field)}
        class={inputClass(5)}
        type="text"
        value={props.value ?? ""}
        inputmode="numeric"
        autocomplete="off"
        maxLength={10}
        data-date
      />
    </Field>
  );
}

export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

export function Textarea(props: TextareaProps): VNode {
  return (
    <Field field={props}>
      <textarea
        {...controlAttributes(props)}
        class="input"
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
      >
        {props.value ?? ""}
      </textarea>
    </Field>
  );
}

export interface FileFieldProps extends FieldProps {
  /** `.xml,.zip` */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

export function FileField(props: FileFieldProps): VNode {
  return (
    <Field field={props}>
      <input
        {...controlAttributes(props)}
        class="file"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
      />
    </Field>
  );
}
