import type { DomainError } from "#platform/errors/domain-error.ts";
import { statusOf } from "#platform/http/status.ts";

const titres: Readonly<Record<number, string>> = {
  401: "Clé refusée",
  413: "Demande trop grande",
  429: "Trop de recherches manquées",
};

/** A refusal as RFC 9457 writes it, with what to do in `detail`. */
export function enProbleme(refus: DomainError): Response {
  const { code, message, details } = refus;
  const status = statusOf(refus);
  const { champs, secondes } = details;
  const probleme = {
    ...{ title: titres[status] ?? "Demande refusée", status, detail: message, code },
    ...(champs === undefined ? {} : { champs }),
  };
  return new Response(JSON.stringify(probleme), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
      ...(status === 429 ? { "retry-after": String(secondes) } : {}),
    },
  });
}
