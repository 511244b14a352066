import type { Locator } from "playwright-core";
import type { Visitor } from "./visitor.ts";

/** What is read together stands together: none of these is above or under the others. */
export async function checkOneLine(visitor: Visitor, target: Locator, name: string): Promise<void> {
  const feet = await target.evaluateAll((all) =>
    all.map((one) => Math.round(one.getBoundingClientRect().bottom)),
  );
  if (feet.length < 2 || new Set(feet).size > 1) {
    visitor.report(`${name} : ${feet.length} sur des lignes ${[...new Set(feet)].join(", ")}`);
  }
}
