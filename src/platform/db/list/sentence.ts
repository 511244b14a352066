import type { ListDefinition, ListFilter, Range } from "./definition.ts";
import type { OptionsByFilter } from "./options.ts";
import { frenchDay, periodLabel } from "./periods.ts";
import type { ListState } from "./state.ts";
import type { FilterValue } from "./values.ts";

/** One filter in force, in words, with the state of the list once it is removed. */
export interface Chip {
  readonly key: string;
  readonly text: string;
  readonly without: ListState;
}

export function chipsOf(
  definition: ListDefinition,
  state: ListState,
  options: OptionsByFilter,
  count = 2,
): readonly Chip[] {
  return definition.filters.flatMap((filter) => {
    const value = state.filters[filter.key];
    if (!value) return [];
    const { [filter.key]: _removed, ...filters } = state.filters;
    const text = fragment(filter, value, options, count >= 2);
    return [{ key: filter.key, text, without: { ...state, filters, cursor: null } }];
  });
}

/** « 37 personnes sans téléphone, territoire d’Amiens, entrées depuis le 01/10/2026 ». */
export function listSentence(
  definition: ListDefinition,
  state: ListState,
  options: OptionsByFilter,
  count: number,
): string {
  const [first, ...others] = chipsOf(definition, state, options, count).map((chip) => chip.text);
  const subject = counted(definition, count);
  if (first === undefined) return subject;
  const link = first.includes(" : ") ? ", " : " ";
  return [`${subject}${link}${first}`, ...others].join(", ");
}

export function counted({ noun }: ListDefinition, count: number): string {
  if (count === 0) return `${noun.feminine ? "Aucune" : "Aucun"} ${noun.one}`;
  return `${frenchNumber(count)} ${count === 1 ? noun.one : noun.many}`;
}

const french = new Intl.NumberFormat("fr-FR");

export function frenchNumber(value: number): string {
  return french.format(value);
}

function fragment(
  filter: ListFilter,
  value: FilterValue,
  options: OptionsByFilter,
  plural: boolean,
): string {
  const labels = labelsOf(filter, value, options);
  const values = labels.join(" ou ");
  if (filter.sentence) return filter.sentence({ values, labels, plural });
  if (filter.kind === "bool") return values;
  if (filter.kind === "search") return `répondant à ${values}`;
  return `${filter.label.toLocaleLowerCase("fr")} : ${values}`;
}

function labelsOf(
  filter: ListFilter,
  value: FilterValue,
  options: OptionsByFilter,
): readonly string[] {
  switch (value.kind) {
    case "choices":
      return value.values.map((one) => labelOf(filter.key, one, options));
    case "text":
      return [`« ${value.text} »`];
    case "bool":
      return filter.kind === "bool" ? [value.value ? filter.words.yes : filter.words.no] : [];
    case "date-range":
      return [(value.period && periodLabel(value.period)) ?? datesText(value)];
    case "int-range":
      return [intsText(value)];
  }
}

function labelOf(key: string, value: string, options: OptionsByFilter): string {
  return options.get(key)?.find((option) => option.value === value)?.label ?? value;
}

function datesText({ from, to }: Range<string>): string {
  if (from === null) return `jusqu’au ${frenchDay(to ?? "")}`;
  if (to === null) return `depuis le ${frenchDay(from)}`;
  return from === to ? `le ${frenchDay(from)}` : `du ${frenchDay(from)} au ${frenchDay(to)}`;
}

function intsText({ from, to }: Range<number>): string {
  if (from === null) return `${to} ou moins`;
  if (to === null) return `${from} ou plus`;
  return from === to ? String(from) : `de ${from} à ${to}`;
}
