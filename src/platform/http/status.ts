import { DomainError } from "../errors/domain-error.ts";

/** The one table from refusals to HTTP. A code not listed is a refusal of the trade: 422. */
const byCode: Readonly<Record<string, number>> = {
  "habilitation.refusee": 403,
  "requete.autre-site": 403,
  "session.requise": 401,
  "cle.refusee": 401,
  "saisie.invalide": 422,
  "saisie.trop-grande": 413,
  "departement.inconnu": 404,
  "page.introuvable": 404,
};

const byEnding: readonly (readonly [string, number])[] = [
  [".introuvable", 404],
  [".conflit", 409],
  [".attendre", 429],
];

export function statusOf(error: unknown): number {
  if (!(error instanceof DomainError)) return 500;
  const known = byCode[error.code];
  if (known !== undefined) return known;
  return byEnding.find(([ending]) => error.code.endsWith(ending))?.[1] ?? 422;
}
