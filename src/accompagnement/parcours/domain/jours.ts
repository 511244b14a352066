/** `2026-11-24` → `24/11/2026`, for the words of a refusal. */
export const enChiffres = (jour: string): string => jour.split("-").toReversed().join("/");

/** Whole days from one civil day to another. */
export function ecart(de: string, a: string): number {
  return Math.round((Date.parse(a) - Date.parse(de)) / 86_400_000);
}
