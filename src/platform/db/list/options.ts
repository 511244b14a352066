import type { Portee } from "../../usecase/define-use-case.ts";
import type { Tx } from "../tx.ts";
import type { ListDefinition, Option } from "./definition.ts";

export type OptionsByFilter = ReadonlyMap<string, readonly Option[]>;

/** The choices of every filter, those of the base read within the reader's perimeter. */
export async function loadOptions(
  tx: Tx,
  { filters }: ListDefinition,
  portee: Portee,
): Promise<OptionsByFilter> {
  const options = new Map<string, readonly Option[]>();
  for (const filter of filters) {
    if (filter.kind !== "choice" && filter.kind !== "choices") continue;
    options.set(
      filter.key,
      typeof filter.options === "function" ? await filter.options(tx, portee) : filter.options,
    );
  }
  return options;
}
