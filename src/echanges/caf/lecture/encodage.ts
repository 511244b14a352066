import { DomainError } from "#platform/errors/domain-error.ts";

export type Encodage = "utf-8" | "windows-1252" | "iso-8859-15";

const NOMS: Readonly<Record<string, Encodage>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
  // WHATWG Encoding: files labelled ISO-8859-1 are read as windows-1252, which contains it.
  "iso-8859-1": "windows-1252",
  iso8859_1: "windows-1252",
  latin1: "windows-1252",
  "iso-8859-15": "iso-8859-15",
  latin9: "iso-8859-15",
};

const PROLOGUE = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;

/** Encoding of a flow from its byte order mark, else its XML declaration, else UTF-8 (XML 1.0, appendix F). */
export function trouverEncodage(debut: Buffer): Encodage {
  const marque = debut.subarray(0, 3).toString("hex");
  if (marque === "efbbbf") return "utf-8";
  if (/^(?:fffe|feff|3c00|003c)/.test(marque)) throw encodageRefuse("UTF-16");
  const declare = PROLOGUE.exec(debut.subarray(0, 300).toString("latin1"))?.[1];
  if (declare === undefined) return "utf-8";
  const encodage = NOMS[declare.toLowerCase()];
  if (encodage === undefined) throw encodageRefuse(declare);
  return encodage;
}

const encodageRefuse = (nom: string): DomainError =>
  new DomainError(
    "flux.encodage",
    `Le fichier est encodé en « ${nom} ». Les encodages lus sont UTF-8, windows-1252, ISO-8859-1 et ISO-8859-15 : redemandez le fichier dans l’un d’eux.`,
    { encodage: nom },
  );

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text of one record. Bytes that the declared encoding does not allow refuse this record only. */
export function decoder(octets: Buffer, encodage: Encodage): string {
  if (encodage === "utf-8") return decoderUtf8(octets);
  const texte = octets.toString("latin1");
  if (encodage === "iso-8859-15") return texte.replace(/[¤¦¨´¸¼½¾]/g, (c) => LATIN9[c] ?? c);
  return texte.replace(/[\u0080-\u009f]/g, enWindows1252);
}

function decoderUtf8(octets: Buffer): string {
  try {
    return strict.decode(octets);
  } catch (cause) {
    const refus = encodageDEnregistrement("UTF-8");
    refus.cause = cause;
    throw refus;
  }
}

const LATIN9: Readonly<Record<string, string>> = {
  "¤": "€",
  "¦": "Š",
  "¨": "š",
  "´": "Ž",
  "¸": "ž",
  "¼": "Œ",
  "½": "œ",
  "¾": "Ÿ",
};

// A space stands for the five bytes windows-1252 leaves undefined.
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function enWindows1252(caractere: string): string {
  const lettre = WINDOWS_1252[caractere.charCodeAt(0) - 0x80];
  if (lettre === undefined || lettre === " ") throw encodageDEnregistrement("windows-1252");
  return lettre;
}

const encodageDEnregistrement = (nom: string): DomainError =>
  new DomainError(
    "enregistrement.encodage",
    `Ce dossier contient des caractères qui ne sont pas du ${nom}, l’encodage que le fichier annonce.`,
    { encodage: nom },
  );
