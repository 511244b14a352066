import type { FormValues, Request } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";

/** A day typed `jj/mm/aaaa` or given by a link. */
export const jourSaisi = (ecrit: string): string => parseDate(ecrit) ?? ecrit;

/** A number of the address; null when it is not one. */
export function nombre({ query }: Request, nom: string): number | null {
  const ecrit = query.get(nom) ?? "";
  return /^[1-9]\d{0,8}$/u.test(ecrit) ? Number(ecrit) : null;
}

/** A day of the address, in either writing; null when it is not one. */
export function jourDe({ query }: Request, nom = "jour"): string | null {
  const jour = jourSaisi(query.get(nom) ?? "");
  return /^\d{4}-\d{2}-\d{2}$/u.test(jour) && !Number.isNaN(Date.parse(jour)) ? jour : null;
}

export const coche = (form: FormValues, nom: string): boolean => form.text(nom) !== "";
