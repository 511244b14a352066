const SPECIAUX = /[&<>]/g;
const ECHAPPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

export const texte = (valeur: string): string => valeur.replace(SPECIAUX, (c) => ECHAPPES[c] ?? c);

export const balise = (nom: string, valeur: string | number): string =>
  `<${nom}>${valeur}</${nom}>\n`;

/** An absent value has no tag. */
export const siPresent = (nom: string, valeur: string | number | null): string =>
  valeur === null ? "" : balise(nom, valeur);

const vide = (nom: string): string => `<${nom} />\n`;

/** A tag the schema wants, even without a value. */
export const ouVide = (nom: string, valeur: string): string =>
  valeur === "" ? vide(nom) : balise(nom, texte(valeur));

export const bloc = (nom: string, contenu: string): string => `<${nom}>\n${contenu}</${nom}>\n`;

/** Amounts are padded to ten characters: `0001675.00`. */
export function montant(nom: string, centimes: number): string {
  const euros = String(Math.floor(centimes / 100)).padStart(7, "0");
  return balise(nom, `${euros}.${String(centimes % 100).padStart(2, "0")}`);
}

export const top = (nom: string, vrai: boolean): string => balise(nom, vrai ? 1 : 0);
