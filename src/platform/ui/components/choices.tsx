import type { ComponentChildren, VNode } from "preact";
import { classes } from "../tone.ts";
import {
  controlAttributes,
  controlId,
  describedBy,
  Field,
  type FieldProps,
  FieldTexts,
  type FieldWidth,
  inputClass,
  LabelText,
} from "./field.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

export interface SelectProps extends FieldProps {
  readonly options: readonly (Option | OptionGroup)[];
  readonly value?: string | undefined;
  /** The line of no choice: « Tous les territoires ». Without it the first option is chosen. */
  readonly empty?: string | undefined;
  readonly width?: FieldWidth | undefined;
}

export function Select(props: SelectProps): VNode {
  return (
    <Field field={props}>
      <select {...controlAttributes(props)} class={inputClass(props.width)}>
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map((option) => (
                <SelectOption key={option.value} option={option} value={props.value} />
              ))}
            </optgroup>
          ) : (
            <SelectOption key={entry.value} option={entry} value={props.value} />
          ),
        )}
      </select>
    </Field>
  );
}

function SelectOption({ option, value }: { option: Option; value: string | undefined }): VNode {
  return (
    <option value={option.value} selected={option.value === value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

/** Options that share something, said once above them. */
export interface ChoiceGroup {
  readonly label: string;
  readonly options: readonly Option[];
  /** What the options of this group ask besides: shown once one of them is chosen. */
  readonly more?: ComponentChildren;
}

interface ChoicesProps extends FieldProps {
  readonly options: readonly (Option | ChoiceGroup)[];
  /** `boxed` for a decision, `inline` for two short words. */
  readonly layout?: "lines" | "inline" | "boxed" | undefined;
}

export interface RadiosProps extends ChoicesProps {
  readonly value?: string | undefined;
}

export function Radios(props: RadiosProps): VNode {
  return (
    <Choices {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />
  );
}

export interface CheckboxesProps extends ChoicesProps {
  readonly values?: readonly string[] | undefined;
}

export function Checkboxes(props: CheckboxesProps): VNode {
  return <Choices {...props} type="checkbox" chosen={props.values ?? []} />;
}

export interface CheckboxProps extends FieldProps {
  readonly checked?: boolean | undefined;
  readonly value?: string | undefined;
}

/** One box alone: yes or no. */
export function Checkbox(props: CheckboxProps): VNode {
  const { "aria-required": _, ...attributes } = controlAttributes(props);
  return (
    <div class={classes("field", props.error !== undefined && "field-error")}>
      <label class="choice" for={attributes.id}>
        <input
          {...attributes}
          type="checkbox"
          value={props.value ?? "oui"}
          checked={props.checked}
        />
        <span>{props.label}</span>
      </label>
      <FieldTexts {...props} />
    </div>
  );
}

type Listed = ChoicesProps & {
  readonly type: "radio" | "checkbox";
  readonly chosen: readonly string[];
};

function Choices(props: Listed): VNode {
  const { layout = "lines", options } = props;
  const first = options[0] && "options" in options[0] ? options[0].options[0] : options[0];
  return (
    <fieldset
      class={classes("field", props.error !== undefined && "field-error")}
      aria-describedby={describedBy(props)}
    >
      <legend class={props.labelHidden ? "visually-hidden" : "label"}>
        <LabelText {...props} />
      </legend>
      <FieldTexts {...props} />
      <div class={classes("choices", layout !== "lines" && `choices-${layout}`)}>
        {options.map((entry) =>
          "options" in entry ? (
            <fieldset key={entry.label} class="choice-group">
              <legend>{entry.label}</legend>
              {entry.options.map((option) => (
                <Choice key={option.value} option={option} list={props} first={option === first} />
              ))}
              {entry.more !== undefined && <div class="choice-more">{entry.more}</div>}
            </fieldset>
          ) : (
            <Choice key={entry.value} option={entry} list={props} first={entry === first} />
          ),
        )}
      </div>
    </fieldset>
  );
}

/** The first of a list has the id of its field: the error summary leads to it. */
function Choice({ option, list, first }: { option: Option; list: Listed; first: boolean }): VNode {
  const id = controlId(list);
  return (
    <label class="choice">
      <input
        type={list.type}
        id={first ? id : `${id}-${option.value}`}
        name={list.name}
        value={option.value}
        checked={list.chosen.includes(option.value)}
        disabled={option.disabled}
        aria-invalid={list.error === undefined ? undefined : "true"}
      />
      <span>{option.label}</span>
      {option.hint !== undefined && <span class="hint">{option.hint}</span>}
    </label>
  );
}
