import { type Aleatoire, entier, suite, tirer, USAGE } from "./aleatoire.ts";
import { anneeDe, jour } from "./calendrier.ts";
import { INDICE_MAX, naissanceDe } from "./naissance.ts";
import type { Territoire } from "./territoire.ts";

export interface Monde {
  readonly graine: number;
  /** First month of the simulated population. */
  readonly depuis: number;
  /** 1: the pace of the field; 0.5: half as many changes. */
  readonly rythme: number;
  readonly territoire: Territoire;
}

type Etat = "0" | "1" | "2" | "3" | "4" | "5" | "6";

export interface Membre {
  readonly indice: number;
  readonly role: "DEM" | "CJT" | "ENF";
  readonly sexe: 1 | 2;
  readonly annee: number;
  readonly moisNaissance: number;
  readonly depuis: number;
  /** Months when the occupation changed: the rank of a change draws the occupation. */
  activites: number[];
}

interface Suspension {
  readonly motif: string;
  readonly depuis: number;
}

/** A household of a slot, as it stands in the month simulated last. */
export interface Foyer {
  readonly emplacement: number;
  readonly rang: number;
  readonly entre: number;
  readonly demande: string;
  readonly cedant: boolean;
  /** Highest rank given out in the slot so far. */
  dernierRang: number;
  retours: number;
  revenuLe: number | null;
  membres: Membre[];
  prochainEnfant: number;
  prochainConjoint: number;
  sitfam: string;
  sitfamDepuis: string;
  adresses: { readonly rang: number; readonly mois: number; readonly sdf: boolean }[];
  etat: Etat;
  etatDepuis: number;
  suspensionsDroit: Suspension[];
  suspensionsVersement: Suspension[];
  cloture: { readonly motif: string; readonly mois: number } | null;
  refus: string | null;
  naissance: { readonly indice: number; readonly mois: number } | null;
  reduction: { readonly depuis: number; readonly jusqua: number; readonly part: number } | null;
  controle: boolean;
  /** Last month of the household in its slot, when a former one comes back after it. */
  finAu: number | null;
  /** FG codes of what happened in the month. */
  evenements: string[];
}

const COUPLE = new Set(["MAR", "PAC", "RPA", "RVC", "RVM", "VIM"]);
export const enCouple = (f: Foyer): boolean => COUPLE.has(f.sitfam);

const TYPES = [
  ["seul", 55],
  ["parent", 30],
  ["couple", 4],
  ["famille", 11],
] as const;
type TypeDeFoyer = (typeof TYPES)[number][0];

const AGES_SEULS = [
  [18, 2],
  [25, 24],
  [30, 20],
  [35, 14],
  [40, 11],
  [45, 9],
  [50, 9],
  [55, 7],
  [60, 4],
] as const;
const AGES_PARENTS = [
  [18, 9],
  [22, 14],
  [26, 20],
  [30, 20],
  [35, 17],
  [40, 11],
  [45, 6],
  [50, 3],
] as const;
const ENFANTS = [
  [1, 43],
  [2, 32],
  [3, 16],
  [4, 6],
  [5, 2],
  [6, 1],
] as const;

const SITFAM_SEUL = [
  ["CEL", 62],
  ["DIV", 14],
  ["SEF", 12],
  ["ISO", 8],
  ["VEU", 2],
  ["SEL", 2],
] as const;
const SITFAM_PARENT = [
  ["CEL", 30],
  ["ISO", 28],
  ["SEF", 20],
  ["DIV", 17],
  ["VEU", 3],
  ["SEL", 2],
] as const;
const SITFAM_COUPLE = [
  ["VIM", 46],
  ["MAR", 40],
  ["PAC", 10],
  ["RVC", 3],
  ["RVM", 1],
] as const;

function age(hasard: Aleatoire, tranches: readonly (readonly [number, number])[]): number {
  const debut = tirer(hasard, tranches);
  return Math.min(64, debut + entier(hasard, 0, debut < 25 ? 3 : 4));
}

function sexeDuDemandeur(hasard: Aleatoire, type: TypeDeFoyer): 1 | 2 {
  const femmes = { seul: 0.42, parent: 0.93, couple: 0.45, famille: 0.5 }[type];
  return hasard() < femmes ? 2 : 1;
}

function sitfam(hasard: Aleatoire, type: TypeDeFoyer): string {
  if (type === "seul") return tirer(hasard, SITFAM_SEUL);
  if (type === "parent") return tirer(hasard, SITFAM_PARENT);
  return tirer(hasard, SITFAM_COUPLE);
}

export function membre(
  monde: Monde,
  f: Pick<Foyer, "emplacement" | "rang">,
  donnees: Pick<Membre, "indice" | "role" | "sexe" | "annee" | "depuis">,
): Membre {
  const { mois } = naissanceDe(
    monde.territoire,
    monde.graine,
    f.emplacement,
    f.rang,
    donnees.indice,
  );
  const debut = donnees.depuis - 2 - ((donnees.annee * 7 + mois * 5 + donnees.indice) % 14);
  return { ...donnees, moisNaissance: mois, activites: [debut] };
}

function enfants(
  monde: Monde,
  f: Pick<Foyer, "emplacement" | "rang">,
  hasard: Aleatoire,
  anneeParent: number,
  entre: number,
): Membre[] {
  const annee = anneeDe(entre);
  const nombre = tirer(hasard, ENFANTS);
  const plusVieux = Math.max(1, Math.min(19, annee - anneeParent - 18));
  return Array.from({ length: nombre }, (_, k) =>
    membre(monde, f, {
      indice: 3 + k,
      role: "ENF",
      sexe: hasard() < 0.5 ? 2 : 1,
      annee: annee - 1 - Math.floor(hasard() ** 1.4 * plusVieux),
      depuis: entre,
    }),
  );
}

/** Nobody asks, marries or separates before eighteen. */
const majorite = (annee: number): number => (annee + 18) * 12 + 11;

function dateDeDemande(hasard: Aleatoire, entre: number, annee: number, stock: boolean): string {
  const avant = stock ? Math.floor(-Math.log(1 - hasard() * 0.98) * 34) : entier(hasard, 0, 2);
  return jour(Math.max(entre - avant, Math.min(entre, majorite(annee))), entier(hasard, 1, 28));
}

function adressesInitiales(hasard: Aleatoire, entre: number, stock: boolean): Foyer["adresses"] {
  const nombre = tirer(hasard, [
    [1, 62],
    [2, 27],
    [3, 11],
  ] as const);
  const sdf = hasard() < 0.035;
  const derniere = entre - (stock ? entier(hasard, 1, 90) : entier(hasard, 0, 24));
  const liste: Foyer["adresses"] = [];
  for (let k = nombre - 1; k >= 0; k--) {
    liste.push({
      rang: nombre - 1 - k,
      mois: derniere - k * entier(hasard, 6, 50),
      sdf: sdf && k === 0,
    });
  }
  return liste;
}

export function creerFoyer(
  monde: Monde,
  emplacement: number,
  rang: number,
  entre: number,
  stock: boolean,
): Foyer {
  const hasard = suite(monde.graine, emplacement, rang, USAGE.composition);
  const type = tirer(hasard, TYPES);
  const cle = { emplacement, rang };
  const ageDemandeur = age(
    hasard,
    type === "seul" || type === "couple" ? AGES_SEULS : AGES_PARENTS,
  );
  const annee = anneeDe(entre) - ageDemandeur - 1;
  const sexe = sexeDuDemandeur(hasard, type);
  const membres = [membre(monde, cle, { indice: 0, role: "DEM", sexe, annee, depuis: entre })];
  const aConjoint = type === "couple" || type === "famille";
  if (aConjoint)
    membres.push(conjoint(monde, cle, hasard, { annee, sexe, depuis: entre, indice: 1 }));
  if (type === "parent" || type === "famille") {
    membres.push(...enfants(monde, cle, hasard, annee, entre));
  }
  const demande = dateDeDemande(hasard, entre, annee, stock);
  return {
    ...cle,
    entre,
    demande,
    cedant: !stock && hasard() < 0.07,
    dernierRang: rang,
    retours: 0,
    revenuLe: null,
    membres,
    prochainEnfant: 3 + membres.filter((m) => m.role === "ENF").length,
    prochainConjoint: 2,
    sitfam: sitfam(hasard, type),
    sitfamDepuis: jour(
      Math.max(entre - entier(hasard, 2, 80), Math.min(entre - 1, majorite(annee))),
      entier(hasard, 1, 28),
    ),
    adresses: adressesInitiales(hasard, entre, stock),
    etat: "2",
    etatDepuis: entre,
    suspensionsDroit: [],
    suspensionsVersement: [],
    cloture: null,
    refus: null,
    naissance: null,
    reduction: null,
    controle: false,
    finAu: null,
    evenements: stock ? [] : ["DEMRSA"],
  };
}

export function conjoint(
  monde: Monde,
  f: Pick<Foyer, "emplacement" | "rang">,
  hasard: Aleatoire,
  avec: { annee: number; sexe: 1 | 2; depuis: number; indice: number },
): Membre {
  const memeSexe = hasard() < 0.02;
  const autre: 1 | 2 = avec.sexe === 1 ? 2 : 1;
  const plusJeune = anneeDe(avec.depuis) - 20;
  return membre(monde, f, {
    indice: avec.indice,
    role: "CJT",
    sexe: memeSexe ? avec.sexe : autre,
    annee: Math.min(plusJeune, avec.annee + entier(hasard, -6, 7)),
    depuis: avec.depuis,
  });
}

export const enfantsDe = (f: Foyer): readonly Membre[] => f.membres.filter((m) => m.role === "ENF");
export const adultesDe = (f: Foyer): readonly Membre[] => f.membres.filter((m) => m.role !== "ENF");

/** Age in months at the first day of a month. */
export const ageEnMois = (m: Pick<Membre, "annee" | "moisNaissance">, mois: number): number =>
  mois - (m.annee * 12 + m.moisNaissance - 1);

export const peutAvoirEnfant = (f: Foyer): boolean => f.prochainEnfant <= INDICE_MAX;
