/** 3GPP TS 23.038, § 6.2.1: the default alphabet of SMS, seven bits a character. */
const BASE =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** § 6.2.1.1: written with an escape, two places each. */
const ETENDU = "\f^{}\\[~]|€";

const simples = new Set(BASE);
const doubles = new Set(ETENDU);

const EQUIVALENTS: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "…": "...",
  "–": "-",
  "—": "-",
  œ: "oe",
  Œ: "OE",
  "\u00a0": " ",
  "\u202f": " ",
};

/** The same words with the characters every telephone has: « ê » becomes « e », « é » stays. */
export function versGsm7(texte: string): string {
  return [
    ...texte
      .normalize("NFC")
      .replace(/« | »/gu, '"')
      .replace(/«\u00a0|\u00a0»/gu, '"'),
  ]
    .map((caractere) => EQUIVALENTS[caractere] ?? sansSigne(caractere))
    .join("");
}

function sansSigne(caractere: string): string {
  if (simples.has(caractere) || doubles.has(caractere)) return caractere;
  const nu = caractere.normalize("NFD").replace(/\p{Mn}/gu, "");
  return simples.has(nu) ? nu : caractere;
}

export interface MesureSms {
  readonly alphabet: "gsm-7" | "ucs-2";
  /** Places taken: a character outside the alphabet takes two, or makes the whole text UCS-2. */
  readonly places: number;
  readonly parties: number;
}

const PLACES = {
  "gsm-7": { seule: 160, jointe: 153 },
  "ucs-2": { seule: 70, jointe: 67 },
} as const;

/** How many SMS carry this text. 3GPP TS 23.040, § 9.2.3.24.1: parts joined together lose seven places each. */
export function mesurerSms(texte: string): MesureSms {
  const largeurs = [...texte].map((caractere) => largeurGsm(caractere));
  const gsm = largeurs.every((largeur) => largeur > 0);
  const alphabet = gsm ? "gsm-7" : "ucs-2";
  const unites = gsm ? largeurs : [...texte].map((caractere) => caractere.length);
  const places = unites.reduce((somme, largeur) => somme + largeur, 0);
  const { seule, jointe } = PLACES[alphabet];
  return { alphabet, places, parties: places <= seule ? 1 : decouper(unites, jointe) };
}

function largeurGsm(caractere: string): number {
  if (simples.has(caractere)) return 1;
  return doubles.has(caractere) ? 2 : 0;
}

/** A character of two places is never cut between two parts. */
function decouper(unites: readonly number[], taille: number): number {
  let parties = 1;
  let reste = taille;
  for (const largeur of unites) {
    if (largeur > reste) {
      parties += 1;
      reste = taille;
    }
    reste -= largeur;
  }
  return parties;
}
