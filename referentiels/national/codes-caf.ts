import * as activite from "./codes/activite.ts";
import * as diagnostic from "./codes/diagnostic.ts";
import * as droit from "./codes/droit.ts";
import * as flux from "./codes/flux.ts";
import * as foyer from "./codes/foyer.ts";
import type { ListeCodes } from "./codes/liste.ts";
import * as personne from "./codes/personne.ts";

/** Every closed list of the CAF and MSA files, by its name in the product. */
export const codesCaf = {
  ...droit,
  ...personne,
  ...foyer,
  ...activite,
  ...flux,
  ...diagnostic,
} as const;

const parBalise: ReadonlyMap<string, ListeCodes> = new Map(
  Object.values(codesCaf).map((liste) => [liste.balise, liste]),
);

/** The list behind a tag of the norm, `DIFSOC` for instance. */
export function listeDeBalise(balise: string): ListeCodes | undefined {
  return parBalise.get(balise);
}

/** Files pad their codes (`"35 "`), which changes nothing to their meaning. */
export function codeConnu(liste: ListeCodes, code: string): boolean {
  return Object.hasOwn(liste.codes, code.trim());
}

export function libelle(liste: ListeCodes, code: string): string {
  const cle = code.trim();
  return Object.hasOwn(liste.codes, cle) ? (liste.codes[cle] ?? "") : `code inconnu ${cle}`;
}

/**
 * Motifs that leave a person beneficiary while payment is suspended (état 4), with the nature of
 * the right. Source: analyse-flux-insertion, rule of « nouveaux entrants ».
 */
export const suspensionsMaintenant = {
  "01": "theorique",
  "05": "reel",
  "06": "theorique",
  "35": "theorique",
  "36": "theorique",
  "44": "reel",
  "70": "reel",
} as const satisfies Partial<
  Record<keyof typeof droit.motifSuspensionVersement.codes, "reel" | "theorique">
>;

/** Source: WebRSA, groups used by its statistics. Every other known code is a person alone. */
const enCouple: ReadonlySet<string> = new Set(["MAR", "PAC", "RPA", "RVC", "RVM", "VIM"]);
const isole: ReadonlySet<string> = new Set(["CEL", "DIV", "ISO", "SEF", "SEL", "VEU"]);

/** `null`: the code says neither (« disparu », or a code outside the list). */
export function vieEnCouple(situation: string): boolean | null {
  const code = situation.trim();
  if (enCouple.has(code)) return true;
  return isole.has(code) ? false : null;
}

/** Source: WebRSA, groups of NATPF. */
export const groupesNaturePrestation = {
  socle: ["RSD", "RSI", "RSU", "RSB", "RSJ"],
  activite: ["RCD", "RCI", "RCU", "RCB", "RCJ"],
  majore: ["RSI", "RCI"],
} as const satisfies Record<string, readonly (keyof typeof droit.naturePrestation.codes)[]>;
