import { choisirFrequent, entier, suite, tirer, USAGE } from "./aleatoire.ts";
import { debutDeTrimestre, jour, moisDe } from "./calendrier.ts";
import {
  adultesDe,
  ageEnMois,
  enCouple,
  enfantsDe,
  type Foyer,
  type Membre,
  type Monde,
} from "./foyer.ts";
import { grossesseDeclaree } from "./vie-famille.ts";

/** Amount for a person alone, in cents: decrees cited in the national amounts table. */
const FORFAITS: readonly (readonly [depuis: string, centimes: number])[] = [
  ["2026-04", 65_169],
  ["2025-04", 64_652],
  ["2024-04", 63_571],
  ["2023-04", 60_775],
  ["2022-07", 59_854],
  ["2022-04", 57_552],
  ["2021-04", 56_534],
  ["2009-06", 56_478],
];

export function forfaitDe(mois: number): number {
  const ligne = FORFAITS.find(([depuis]) => mois >= moisDe(depuis));
  return ligne === undefined ? 45_463 : ligne[1];
}

type Profil = "aucune" | "salaire" | "chomage" | "independant" | "stage" | "maladie";

export interface Activite {
  readonly code: string;
  readonly regime: string;
  readonly contrat: string | null;
  readonly profil: Profil;
}

const activite = (
  code: string,
  profil: Profil,
  regime = "GE",
  contrat: string | null = null,
): Activite => ({
  code,
  regime,
  contrat,
  profil,
});

const ACTIVITES = [
  [activite("ANP", "aucune"), 26],
  [activite("CNI", "aucune"), 13],
  [activite("CHO", "aucune"), 8],
  [activite("SAC", "aucune"), 22],
  [activite("CHR", "chomage"), 4],
  [activite("ASS", "chomage"), 3],
  [activite("SAL", "salaire"), 5],
  [activite("CDD", "salaire", "GE", "CDD"), 3],
  [activite("CDI", "salaire", "GE", "CDI"), 3],
  [activite("INT", "salaire", "GE", "INT"), 2],
  [activite("CUI", "salaire", "GE", "CUI"), 1],
  [activite("AEN", "independant", "GE", "AEN"), 3],
  [activite("ETI", "independant"), 1],
  [activite("EXP", "independant", "AG"), 1],
  [activite("SFP", "stage"), 2],
  [activite("MAL", "maladie"), 1],
  [activite("CAC", "aucune"), 2],
] as const;

/** The k-th occupation of an adult. */
export function activiteDe(monde: Monde, f: Foyer, m: Membre, k: number): Activite {
  const hasard = suite(
    monde.graine,
    f.emplacement,
    f.rang,
    USAGE.activite + m.indice * 16 + (k % 16),
  );
  return tirer(hasard, ACTIVITES);
}

interface LigneRessource {
  readonly nature: string;
  readonly centimes: number;
}

export interface RessourcesTrimestre {
  readonly debut: number;
  readonly heures: number;
  readonly mois: readonly (readonly LigneRessource[])[];
  /** Monthly mean, in cents. */
  readonly moyenne: number;
  readonly revenuActivite: number;
}

const NATURES: Record<Profil, string> = {
  aucune: "000",
  salaire: "001",
  chomage: "010",
  independant: "030",
  stage: "201",
  maladie: "011",
};
const TRAVAIL = new Set<Profil>(["salaire", "independant", "stage"]);
const BORNES: Record<Profil, readonly [number, number]> = {
  aucune: [0, 0],
  salaire: [120, 620],
  chomage: [180, 520],
  independant: [40, 420],
  stage: [200, 520],
  maladie: [150, 480],
};

/** Resources declared for the civil quarter before the month: the same inside a quarter. */
function ressourcesDe(
  monde: Monde,
  f: Foyer,
  m: Membre,
  mois: number,
  plafond: number,
): RessourcesTrimestre {
  const debut = debutDeTrimestre(mois) - 3;
  const { profil } = activiteDe(monde, f, m, m.activites.length - 1);
  const hasard = suite(
    monde.graine,
    f.emplacement,
    f.rang,
    USAGE.ressource + debut * 16 + m.indice,
  );
  const [min, max] = BORNES[profil];
  const autres = hasard() < 0.06 ? entier(hasard, 2, 12) * 500 : 0;
  const trop = f.suspensionsVersement.some((s) => s.motif === "01") && m.role === "DEM";
  const lignes = [0, 1, 2].map(() => {
    const brut = max === 0 ? 0 : entier(hasard, min, max) * 100;
    const centimes = trop
      ? plafond + entier(hasard, 10, 900) * 100
      : Math.min(brut, Math.floor(plafond * 0.85));
    const ligne: LigneRessource[] = [{ nature: trop ? "001" : NATURES[profil], centimes }];
    if (autres > 0)
      ligne.push({
        nature: choisirFrequent(hasard, ["026", "044", "203", "212"] as const),
        centimes: autres,
      });
    return ligne;
  });
  const total = lignes.flat().reduce((somme, l) => somme + l.centimes, 0);
  const travail = trop || TRAVAIL.has(profil);
  const moyenne = Math.floor(total / 3);
  return {
    debut,
    heures: profil === "salaire" || trop ? Math.min(151, Math.floor(moyenne / 950)) : 0,
    mois: total === 0 ? [] : lignes,
    moyenne,
    revenuActivite: travail ? moyenne : 0,
  };
}

interface Montants {
  readonly forfait: number;
  readonly prestations: number;
  readonly logement: number;
  readonly ressources: number;
  readonly reduction: number;
  readonly total: number;
}

export interface Droit {
  readonly nature: string;
  readonly sousNature: string;
  readonly depuis: string;
  readonly montants: Montants;
  readonly parPersonne: ReadonlyMap<number, RessourcesTrimestre>;
}

/** Lone parent of a child under three, pregnant, or separated within the year: majorated amount. */
function majore(f: Foyer, mois: number): boolean {
  if (enCouple(f)) return false;
  const enfants = enfantsDe(f);
  if (enfants.some((e) => ageEnMois(e, mois) < 36) || grossesseDeclaree(f, mois)) return true;
  return enfants.length > 0 && f.sitfam !== "CEL" && mois - moisDe(f.sitfamDepuis) <= 12;
}

/** R262-1 and R262-2 CASF. */
export function montantForfaitaire(
  base: number,
  couple: boolean,
  enfants: number,
  isole: boolean,
): number {
  if (isole) return Math.round(base * (1.28412 + 0.42804 * enfants));
  let coefficient = couple ? 1.5 : 1;
  for (let k = 1; k <= enfants; k++) coefficient += !couple && k === 1 ? 0.5 : k <= 2 ? 0.3 : 0.4;
  return Math.round(base * coefficient);
}

/** R262-9: housing lump sum, on the amounts without majoration. */
function forfaitLogement(base: number, personnes: number): number {
  if (personnes === 1) return Math.round(base * 0.12);
  return Math.round(personnes === 2 ? base * 1.5 * 0.16 : base * 1.8 * 0.165);
}

function prestationsFamiliales(enfants: number, seul: boolean): number {
  const allocations = [0, 0, 15_105, 34_457, 53_810, 73_163, 92_516][Math.min(enfants, 6)] ?? 0;
  return allocations + (seul && enfants > 0 ? Math.min(enfants, 2) * 9_990 : 0);
}

function natureDe(monde: Monde, f: Foyer, mois: number): readonly [string, string] {
  const lieu = monde.territoire.outreMer ? "D" : "N";
  if (majore(f, mois)) return ["RSI", `RSI${lieu}1`];
  const demandeur = f.membres[0];
  const jeune = demandeur !== undefined && ageEnMois(demandeur, mois) < 25 * 12;
  if (jeune && enfantsDe(f).length === 0) return ["RSJ", `RSJ${lieu}1`];
  return ["RSD", `RSD${lieu}${jeune ? 1 : 2}`];
}

export function droitDe(monde: Monde, f: Foyer, mois: number): Droit {
  const base = forfaitDe(mois);
  const enfants = enfantsDe(f).length;
  const couple = enCouple(f);
  const isole = majore(f, mois);
  const forfait = montantForfaitaire(base, couple, enfants, isole);
  const hasard = suite(monde.graine, f.emplacement, f.rang, USAGE.rendu);
  const personnes = (couple ? 2 : 1) + enfants;
  const logement = hasard() < 0.88 ? forfaitLogement(base, personnes) : 0;
  const prestations = Math.min(Math.floor(forfait * 0.4), prestationsFamiliales(enfants, !couple));
  const disponible = forfait - logement - prestations;
  const adultes = adultesDe(f);
  const parPersonne = new Map(
    adultes.map((m) => [
      m.indice,
      ressourcesDe(monde, f, m, mois, Math.floor(disponible / adultes.length)),
    ]),
  );
  let ressources = 0;
  for (const r of parPersonne.values()) ressources += r.moyenne;
  const brut = Math.max(0, disponible - ressources);
  const reduction = f.reduction === null ? 0 : Math.floor((brut * f.reduction.part) / 100);
  const [nature, sousNature] = natureDe(monde, f, mois);
  const seuil = f.suspensionsVersement.some((s) => s.motif === "05");
  return {
    nature,
    sousNature,
    depuis: jour(Math.max(moisDe(f.demande), f.entre - 12), 1),
    montants: {
      forfait,
      prestations,
      logement,
      ressources: seuil ? disponible - 350 : ressources,
      reduction,
      total: seuil ? 350 : brut - reduction,
    },
    parPersonne,
  };
}
