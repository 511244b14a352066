import { DomainError } from "../errors/domain-error.ts";
import type { Request } from "./route.ts";

/** An identifier of the address. What is not one is a page that does not exist. */
export function idParam({ params }: Pick<Request, "params">, name = "id"): number {
  const written = params[name] ?? "";
  if (/^[1-9]\d{0,14}$/.test(written)) return Number(written);
  throw new DomainError(
    "page.introuvable",
    "L’adresse est inexacte, ou ce qu’elle désignait a été fusionné ou archivé.",
  );
}

/** A place in a list, kept in the query; null at the start or when it is not one. */
export function placeParam({ query }: Pick<Request, "query">, name: string): number | null {
  const written = query.get(name) ?? "";
  return /^[1-9]\d{0,14}$/.test(written) ? Number(written) : null;
}
