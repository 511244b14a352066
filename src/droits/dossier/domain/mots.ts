/** How a person is named and agreed with, in French. */

interface Nommee {
  readonly qualite: string | null;
  readonly sexe?: string | null;
}

export function civilite(qualite: string | null): string {
  if (qualite === "MR") return "M.";
  return qualite === "MME" || qualite === "MLE" ? "Mme" : "";
}

export function estHomme({ sexe, qualite }: Nommee): boolean {
  return sexe === "1" || (sexe !== "2" && qualite === "MR");
}

/** « soumise » unless the file says it is a man: « personne » is feminine. */
export function accorder(personne: Nommee, masculin: string, feminin = `${masculin}e`): string {
  return estHomme(personne) ? masculin : feminin;
}

/** Completed years on a day; null without a birth date. */
export function ageAu(naissance: string | null, jour: string): number | null {
  if (naissance === null) return null;
  const ans = Number(jour.slice(0, 4)) - Number(naissance.slice(0, 4));
  return jour.slice(5) < naissance.slice(5) ? ans - 1 : ans;
}

/** The day before: periods are `[depuis, jusqua)`, people say the last day. */
export function veille(jour: string): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
