/** An address as the file of the CAF gives it, in capitals without accents. */
export interface AdresseRecue {
  readonly complementIdentite: string | null;
  readonly complement: string | null;
  readonly numero: string | null;
  readonly typeVoie: string | null;
  readonly voie: string | null;
  readonly lieuDit: string | null;
  readonly codePostal: string | null;
  readonly commune: string | null;
  readonly lignesEtranger: readonly string[];
}

/**
 * The lines of an envelope under the name, in the capitals the post asks for (NF Z 10-011).
 * Empty when there is neither street nor place, or no town: it could not be delivered.
 */
export function adressePostale(adresse: AdresseRecue): readonly string[] {
  if (adresse.lignesEtranger.length > 0) return lignes(adresse.lignesEtranger);
  const rue = ligne(adresse.numero, adresse.typeVoie, adresse.voie);
  const lieuDit = ligne(adresse.lieuDit);
  if (ligne(adresse.commune) === "" || (rue === "" && lieuDit === "")) return [];
  return lignes([
    ligne(adresse.complementIdentite),
    ligne(adresse.complement),
    rue,
    lieuDit,
    ligne(adresse.codePostal, adresse.commune),
  ]);
}

function lignes(brutes: readonly string[]): readonly string[] {
  return brutes.map((brute) => ligne(brute)).filter((texte) => texte !== "");
}

function ligne(...parties: readonly (string | null)[]): string {
  return parties
    .map((partie) => (partie ?? "").replace(/\s+/gu, " ").trim())
    .filter((partie) => partie !== "")
    .join(" ")
    .toLocaleUpperCase("fr");
}
