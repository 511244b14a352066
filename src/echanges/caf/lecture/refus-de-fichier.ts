import { DomainError } from "#platform/errors/domain-error.ts";

const TABLEUR = /^(?:\[Content_Types\]\.xml|xl\/|word\/|ppt\/|mimetype$|META-INF\/|content\.xml$)/;

/** A refusal of the opening of files, said in the words of a flow. */
export function traduireRefusDeFichier(cause: unknown): unknown {
  if (!(cause instanceof DomainError) || !cause.code.startsWith("fichier.archive")) return cause;
  const { fichiers } = cause.details;
  const bureautique =
    Array.isArray(fichiers) && fichiers.some((nom) => typeof nom === "string" && TABLEUR.test(nom));
  const refus = bureautique
    ? mauvaisType("un classeur ou un document bureautique (XLSX, DOCX, ODS…)")
    : new DomainError("flux.archive", cause.message, cause.details);
  refus.cause = cause;
  return refus;
}

const mauvaisType = (quoi: string): DomainError =>
  new DomainError(
    "flux.illisible",
    `Le fichier est ${quoi}, pas un flux XML. Déposez le fichier reçu de l’organisme payeur (.xml, .xml.gz ou .zip).`,
    { type: quoi },
  );

const OCTETS: readonly (readonly [RegExp, string])[] = [
  [
    /^89504e47|^ffd8ff|^47494638|^424d.{8}0{8}|^49492a00|^4d4d002a|^52494646.{8}57454250/,
    "une image",
  ],
  [/^d0cf11e0/, "un document d’un ancien format de bureautique (XLS, DOC)"],
  [/^377abcaf|^52617221|^425a68|^fd377a58|^28b52ffd/, "une archive d’un format non lu"],
  [/^1f8b|^504b0304/, "une archive dans une archive"],
  [/^4d5a|^7f454c46/, "un programme"],
];

const TEXTES: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, "un PDF"],
  [/^\{\\rtf/, "un document RTF"],
  [/^\s*(?:<!doctype\s+html|<html[\s>])/i, "une page web (HTML)"],
  [/^\s*[[{]\s*["{[\]}]/, "un fichier JSON"],
  [/^[^<\0]{0,500}[;,\t][^<\0]{0,500}(?:\r?\n|$)/, "un fichier CSV ou texte"],
];

/** Refuses what is not XML, and says what it looks like. */
export function refuserCeQuiNestPasXml(debut: Buffer): void {
  const texte = debut.subarray(0, 1024).toString("latin1");
  const hexadecimal = debut.subarray(0, 16).toString("hex");
  for (const [signature, quoi] of OCTETS) if (signature.test(hexadecimal)) throw mauvaisType(quoi);
  for (const [signature, quoi] of TEXTES) if (signature.test(texte)) throw mauvaisType(quoi);
  const marque = texte.startsWith("\xef\xbb\xbf") ? 3 : 0;
  if (!/^\s*</.test(texte.slice(marque))) throw mauvaisType("d’un type inconnu");
}
