export type ExamenNir =
  | { readonly etat: "absent" }
  | { readonly etat: "valide"; readonly nir13: string; readonly cle: string | null }
  | { readonly etat: "cle-fausse" | "forme-fausse" };

/**
 * Sex, year, month, département, commune, order, then the key of 2 digits when 15 characters are given.
 * Corsican births carry 2A or 2B. Months above 12 (20, 30 to 42, 50 to 99) stand for incomplete civil status.
 */
const FORME = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}$/;

/** Reads a NIR of 13 or 15 characters, spaces allowed, as a flow or a person gives it. */
export function examinerNir(recu: string | null): ExamenNir {
  const nir = recu?.replaceAll(/\s/g, "").toUpperCase() ?? "";
  if (nir === "" || /^0+$/.test(nir)) return { etat: "absent" };
  const nir13 = nir.slice(0, 13);
  if ((nir.length !== 13 && nir.length !== 15) || !FORME.test(nir13))
    return { etat: "forme-fausse" };
  if (nir.length === 13) return { etat: "valide", nir13, cle: null };
  const cle = nir.slice(13);
  return cle === cleNir(nir13) ? { etat: "valide", nir13, cle } : { etat: "cle-fausse" };
}

/** The key: 97 less the remainder of the number by 97, with 2A read as 19 and 2B as 18. */
export function cleNir(nir13: string): string {
  const nombre = Number(nir13.replace("2A", "19").replace("2B", "18"));
  return String(97 - (nombre % 97)).padStart(2, "0");
}
