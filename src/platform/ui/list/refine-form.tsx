import type { VNode } from "preact";
import type { ListFilter, Option } from "../../db/list/definition.ts";
import { frenchDay, periodLabel, periods } from "../../db/list/periods.ts";
import { allowed } from "../../db/list/state.ts";
import type { FilterValue } from "../../db/list/values.ts";
import { Button, ButtonLink } from "../components/button.tsx";
import { Checkboxes, Select } from "../components/choices.tsx";
import { Form, FormActions } from "../components/form.tsx";
import { Panel } from "../components/panel.tsx";
import { DateField, TextField } from "../components/text-field.tsx";
import type { ListModel } from "./model.ts";

/** Search and filters: one form, sent by address. What it shows is the whole of the filters. */
export function RefineForm({ model, live }: { model: ListModel; live: string }): VNode {
  const { definition, droits, list, href } = model;
  const filters = allowed(definition.filters, droits);
  const search = filters.find((filter) => filter.kind === "search");
  const others = filters.filter((filter) => filter !== search);
  return (
    <Form
      action={href}
      method="get"
      layout="wide"
      live={live}
      label="Chercher et affiner"
      fields={keptFields(model)}
    >
      {search && (
        <div class="list-search">
          <TextField
            name={search.key}
            label={search.label}
            hint={search.hint}
            type="search"
            labelHidden
            placeholder={search.label}
            value={textOf(list.state.filters[search.key])}
            optional
          />
          <Button>Chercher</Button>
        </div>
      )}
      {others.length > 0 && (
        <Panel label="Affiner">
          <div class="filters">
            {others.map((filter) => (
              <FilterField
                key={filter.key}
                filter={filter}
                value={list.state.filters[filter.key]}
                options={list.options.get(filter.key) ?? []}
              />
            ))}
          </div>
          <FormActions>
            <Button kind="primary">Appliquer</Button>
            <ButtonLink kind="quiet" href={href}>
              Revenir à la liste de départ
            </ButtonLink>
          </FormActions>
        </Panel>
      )}
    </Form>
  );
}

function keptFields({ list, definition }: ListModel): Readonly<Record<string, string>> {
  const { sort, columns } = list.state;
  return {
    affine: "1",
    ...(sort.key === definition.defaultSort.key ? {} : { tri: sort.key }),
    ...(sort.dir === "desc" ? { tri: sort.key, sens: "desc" } : {}),
    ...(columns ? { colonnes: columns.join(",") } : {}),
  };
}

interface FilterFieldProps {
  readonly filter: ListFilter;
  readonly value: FilterValue | undefined;
  readonly options: readonly Option[];
}

function FilterField({ filter, value, options }: FilterFieldProps): VNode {
  const { key: name, label, hint } = filter;
  switch (filter.kind) {
    case "choice":
      return (
        <Select
          name={name}
          label={label}
          hint={hint}
          options={options}
          empty="Tous"
          value={chosenOf(value)[0]}
          optional
        />
      );
    case "choices":
      return (
        <Checkboxes
          name={name}
          label={label}
          hint={hint}
          options={options}
          values={chosenOf(value)}
          optional
        />
      );
    case "bool":
      return (
        <Select
          name={name}
          label={label}
          hint={hint}
          empty="Indifférent"
          options={[
            { value: "oui", label: capital(filter.words.yes) },
            { value: "non", label: capital(filter.words.no) },
          ]}
          value={value?.kind === "bool" ? (value.value ? "oui" : "non") : undefined}
          optional
        />
      );
    case "date-range":
      return <DateRange filter={filter} value={value} />;
    case "int-range":
      return <IntRange filter={filter} value={value} />;
    case "text":
    case "search":
      return <TextField name={name} label={label} hint={hint} value={textOf(value)} optional />;
  }
}

function DateRange({ filter, value }: Omit<FilterFieldProps, "options">): VNode {
  const range = value?.kind === "date-range" ? value : null;
  const period = range?.period ?? "";
  const rolling = period !== "" && !periods.some((one) => one.key === period);
  const choices = [
    ...periods,
    ...(rolling ? [{ key: period, label: periodLabel(period) ?? period }] : []),
  ];
  const typed = (bound: string | null | undefined) =>
    period === "" && bound ? frenchDay(bound) : "";
  return (
    <fieldset class="field">
      <legend class="label">{filter.label}</legend>
      <div class="row">
        <DateField name={`${filter.key}.min`} label="Du" value={typed(range?.from)} optional />
        <DateField name={`${filter.key}.max`} label="Au" value={typed(range?.to)} optional />
      </div>
      <Select
        name={filter.key}
        label="ou une période"
        empty="Aucune"
        options={choices.map(({ key, label }) => ({ value: key, label: capital(label) }))}
        value={period}
        optional
      />
    </fieldset>
  );
}

function IntRange({ filter, value }: Omit<FilterFieldProps, "options">): VNode {
  const range = value?.kind === "int-range" ? value : null;
  return (
    <fieldset class="field">
      <legend class="label">{filter.label}</legend>
      <div class="row">
        <TextField
          name={`${filter.key}.min`}
          label="De"
          inputMode="numeric"
          width={5}
          value={String(range?.from ?? "")}
          optional
        />
        <TextField
          name={`${filter.key}.max`}
          label="À"
          inputMode="numeric"
          width={5}
          value={String(range?.to ?? "")}
          optional
        />
      </div>
    </fieldset>
  );
}

function chosenOf(value: FilterValue | undefined): readonly string[] {
  return value?.kind === "choices" ? value.values : [];
}

function textOf(value: FilterValue | undefined): string {
  return value?.kind === "text" ? value.text : "";
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
