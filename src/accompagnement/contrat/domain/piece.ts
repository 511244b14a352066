import { DomainError } from "#platform/errors/domain-error.ts";

export const PIECE_MAX = 8_000_000;

const types = [
  { type: "application/pdf", debut: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", debut: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", debut: [0xff, 0xd8, 0xff] },
] as const;

/**
 * What the bytes are, whatever their name says.
 * @throws DomainError `contrat.piece`
 */
export function typeDePiece(octets: Uint8Array): string {
  if (octets.length > PIECE_MAX) {
    throw new DomainError(
      "contrat.piece",
      "Le document numérisé dépasse 8 Mo. Numérisez-le en noir et blanc, ou en plus petit.",
      { champ: "piece" },
    );
  }
  const trouve = types.find(({ debut }) => debut.every((octet, rang) => octets[rang] === octet));
  if (trouve) return trouve.type;
  throw new DomainError(
    "contrat.piece",
    "Ce fichier n’est ni un PDF, ni une image PNG ou JPEG. Numérisez le contrat signé dans l’un de ces formats.",
    { champ: "piece" },
  );
}
