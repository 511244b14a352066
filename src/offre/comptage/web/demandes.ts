import type { Request } from "#platform/http/route.ts";

/** A year typed in the address; anything else is the year of the day. */
export function anneeDemandee({ query }: Request): { readonly annee?: number } {
  const lue = query.get("annee") ?? "";
  return /^20\d\d$/u.test(lue) ? { annee: Number(lue) } : {};
}

export function identifiantDemande({ query }: Request, nom: string): number | undefined {
  const lu = Number(query.get(nom) ?? "");
  return Number.isInteger(lu) && lu > 0 ? lu : undefined;
}

export function texteDemande({ query }: Request, nom: string): string | undefined {
  const lu = query.get(nom) ?? "";
  return lu === "" ? undefined : lu.slice(0, 40);
}
