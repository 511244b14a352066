import { elementDe, entier, suite, tirer, USAGE } from "./aleatoire.ts";
import { deux } from "./calendrier.ts";
import type { Commune, Territoire } from "./territoire.ts";

/** Codes of countries of birth, as the NIR carries them after 99. */
const PAYS: readonly (readonly [code: string, nom: string])[] = [
  ["99350", "MAROC"],
  ["99352", "ALGERIE"],
  ["99351", "TUNISIE"],
  ["99341", "SENEGAL"],
  ["99326", "COTE D IVOIRE"],
  ["99330", "GUINEE"],
  ["99335", "MALI"],
  ["99312", "CONGO RDC"],
  ["99324", "CONGO"],
  ["99322", "CAMEROUN"],
  ["99397", "COMORES"],
  ["99333", "MADAGASCAR"],
  ["99139", "PORTUGAL"],
  ["99127", "ITALIE"],
  ["99134", "ESPAGNE"],
  ["99131", "BELGIQUE"],
  ["99109", "ALLEMAGNE"],
  ["99114", "ROUMANIE"],
  ["99122", "POLOGNE"],
  ["99111", "BULGARIE"],
  ["99208", "TURQUIE"],
  ["99206", "SYRIE"],
  ["99212", "AFGHANISTAN"],
  ["99235", "SRI LANKA"],
  ["99410", "HAITI"],
  ["99416", "BRESIL"],
  ["99243", "VIET NAM"],
  ["99216", "CHINE"],
  ["99155", "UKRAINE"],
  ["99123", "RUSSIE"],
  ["99125", "ALBANIE"],
  ["99157", "KOSOVO"],
  ["99318", "SOMALIE"],
  ["99317", "ERYTHREE"],
  ["99343", "SOUDAN"],
  ["99338", "NIGERIA"],
];

const ORDRES = 999;
const PAR_VILLE = ORDRES * 12;
/** Slots for which a place is kept in the local register; beyond, people are born elsewhere. */
const PLACES = 75_000;

/** Adults take 0 to 2, children 3 to 7; beyond 7 a child has no NIR. */
export const INDICE_MAX = 7;
const RANG_MAX = 15;

export interface Naissance {
  /** 1 to 12. */
  readonly mois: number;
  readonly lieu: string;
  /** Code of the place, and order in its register; null: no NIR can be given. */
  readonly registre: { readonly code: string; readonly ordre: number } | null;
  readonly etranger: boolean;
}

type Origine = "ici" | "ailleurs" | "etranger";

/**
 * Month, place and order in the register come from one number that no one else has: two persons
 * cannot have the same NIR, without remembering anyone.
 */
export function naissanceDe(
  territoire: Territoire,
  graine: number,
  emplacement: number,
  rang: number,
  indice: number,
): Naissance {
  const hasard = suite(graine, emplacement, rang, USAGE.identite + 50 + indice);
  const sansNumero = indice > INDICE_MAX || rang > RANG_MAX;
  const place = sansNumero
    ? null
    : placeDe(territoire, emplacement, rang, indice, origineDe(hasard(), indice));
  if (place === null) {
    const commune = territoire.communeDe(hasard);
    return { mois: entier(hasard, 1, 12), lieu: commune.nom, registre: null, etranger: false };
  }
  const domaine = place.lieux.length * PAR_VILLE;
  const numero = (place.numero * 1_000_003 + (Math.abs(graine) % 999_983)) % domaine;
  const lieu = elementDe(place.lieux, Math.floor(numero / PAR_VILLE));
  return {
    mois: (numero % 12) + 1,
    lieu: lieu.nom,
    registre: { code: lieu.code, ordre: (Math.floor(numero / 12) % ORDRES) + 1 },
    etranger: lieu.code.startsWith("99"),
  };
}

function origineDe(u: number, indice: number): Origine {
  if (indice >= 3) return u < 0.85 ? "ici" : u < 0.94 ? "ailleurs" : "etranger";
  return u < 0.48 ? "ici" : u < 0.8 ? "ailleurs" : "etranger";
}

const ETRANGER: readonly Pick<Commune, "code" | "nom">[] = PAYS.map(([code, nom]) => ({
  code,
  nom,
}));

interface Place {
  readonly lieux: readonly Pick<Commune, "code" | "nom">[];
  readonly numero: number;
}

function placeDe(
  t: Territoire,
  emplacement: number,
  rang: number,
  indice: number,
  origine: Origine,
): Place {
  const partout = { lieux: t.naissancesAilleurs, numero: emplacement * 128 + rang * 8 + indice };
  const enfant = indice >= 3;
  if (origine === "ailleurs" || emplacement >= PLACES || indice === 2) return partout;
  if (origine === "etranger" && enfant) return partout;
  const locaux = enfant ? t.naissancesEnfants : t.naissancesAdultes;
  const lieux = origine === "ici" ? locaux : ETRANGER;
  const colonne = enfant ? rang * 5 + indice - 3 : rang * 2 + indice;
  const numero = colonne * PLACES + emplacement;
  return numero < lieux.length * PAR_VILLE ? { lieux, numero } : partout;
}

const POIDS_TYPE = [
  ["N", 975],
  ["J", 15],
  ["O", 10],
] as const;

/** J: day unknown; O: day and month unknown; only for births abroad. */
export function typeDeDate(etranger: boolean, u: number): "N" | "J" | "O" {
  return etranger ? tirer(() => u, POIDS_TYPE) : "N";
}

/** Corsica counts as 19 and 18 in the key. */
export function cleNir(treize: string): string {
  const chiffres = treize.replace("2A", "19").replace("2B", "18");
  return deux(97 - (Number(chiffres) % 97));
}

export function nir13(
  sexe: 1 | 2,
  annee: number,
  moisInscrit: number,
  code: string,
  ordre: number,
): string {
  return `${sexe}${deux(annee % 100)}${deux(moisInscrit)}${code}${String(ordre).padStart(3, "0")}`;
}
