/** `2026-11-22` → `22/11/2026`, as messages write it. */
export const enChiffres = (jour: string): string => jour.split("-").toReversed().join("/");
