/**
 * A piece of SQL with its parameters apart. Only text written in the code becomes SQL;
 * whatever stands in `${}` of the tag is a parameter, or another piece.
 */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
}

export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  const texts: string[] = [strings[0] ?? ""];
  const values: unknown[] = [];
  parts.forEach((part, index) => {
    const after = strings[index + 1] ?? "";
    if (part instanceof Sql) {
      texts[texts.length - 1] += part.strings[0] ?? "";
      texts.push(...part.strings.slice(1));
      values.push(...part.values);
      texts[texts.length - 1] += after;
    } else {
      values.push(part);
      texts.push(after);
    }
  });
  return new Sql(texts, values);
}

/** Text of the program itself (a column, a join): never anything received. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

export function joinSql(parts: readonly Sql[], separator: string): Sql {
  return (
    parts.reduce<Sql | null>(
      (all, part) => (all === null ? part : sql`${all}${raw(separator)}${part}`),
      null,
    ) ?? raw("")
  );
}

/** All of them; true when there is none. */
export function allOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return raw("true");
  return joinSql(
    conditions.map((condition) => sql`(${condition})`),
    " and ",
  );
}

export const never: Sql = raw("false");
export const always: Sql = raw("true");

export function render(part: Sql): { readonly text: string; readonly values: readonly unknown[] } {
  const text = part.strings.reduce((all, string, index) =>
    index === 0 ? string : `${all}$${index}${string}`,
  );
  return { text, values: part.values };
}
