import type { Portee } from "./define-use-case.ts";

/** Two readers who may see the same persons on the same day ask for the same figure. */
export function porteeKey({ territoires, structures, referentId }: Portee, day: string): string {
  const places = territoires === "tous" ? "tous" : territoires.toSorted((a, b) => a - b).join();
  return `${day} ${places} ${structures.toSorted((a, b) => a - b).join()} ${referentId ?? ""}`;
}
