/** The address of a page without what tells one row from another: `/somme/personnes/12?tri=nom` → `/somme/personnes/:n`. */
export function pageShape(url: string): string {
  return new URL(url).pathname.replaceAll(/\/\d+(?=\/|$)/g, "/:n");
}
