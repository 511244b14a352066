/** Whole days from one civil day to another. */
export function ecart(de: string, a: string): number {
  return Math.round((Date.parse(a) - Date.parse(de)) / 86_400_000);
}
