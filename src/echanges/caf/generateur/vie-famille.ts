import { type Aleatoire, entier, type Poids, tirer } from "./aleatoire.ts";
import { anneeDe, jour } from "./calendrier.ts";
import {
  adultesDe,
  ageEnMois,
  conjoint,
  enCouple,
  enfantsDe,
  type Foyer,
  type Monde,
  membre,
  peutAvoirEnfant,
} from "./foyer.ts";
import { naissanceDe } from "./naissance.ts";

/** Chances per month, at pace 1. */
const CHANCES = {
  adresse: 0.008,
  activite: 0.006,
  separation: 0.006,
  couple: 0.0014,
  grossesse: 0.004,
  controle: 0.002,
};

/** What time alone brings: a birth that was expected, a child come of age. */
export function grandir(monde: Monde, f: Foyer, mois: number): void {
  if (grossesseDeclaree(f, mois) && !grossesseDeclaree(f, mois - 1)) f.evenements.push("ETACIV");
  if (f.naissance !== null && mois >= f.naissance.mois) {
    const { indice } = f.naissance;
    f.membres.push(
      membre(monde, f, {
        indice,
        role: "ENF",
        sexe: (f.emplacement + indice + mois) % 2 === 0 ? 1 : 2,
        annee: anneeDe(f.naissance.mois),
        depuis: f.naissance.mois,
      }),
    );
    f.naissance = null;
    f.evenements.push("SITENFAUT");
  }
  const partis = f.membres.filter((m) => m.role === "ENF" && ageEnMois(m, mois) >= 21 * 12);
  if (partis.length > 0) {
    f.membres = f.membres.filter((m) => !partis.includes(m));
    f.evenements.push("SITENFAUT");
  }
}

type Changement = "adresse" | "activite" | "couple" | "grossesse" | "controle";

const CHANGER: Readonly<
  Record<Changement, (monde: Monde, f: Foyer, mois: number, hasard: Aleatoire) => void>
> = {
  adresse: demenager,
  activite: changerDActivite,
  couple: changerDeCouple,
  grossesse: attendreUnEnfant,
  controle: controler,
};

export function changerDeFamille(
  monde: Monde,
  f: Foyer,
  mois: number,
  hasard: Aleatoire,
  force: boolean,
): void {
  const u = hasard() / monde.rythme;
  const { adresse, activite, separation, couple, grossesse, controle } = CHANCES;
  const parts: Poids<Changement> = [
    ["adresse", adresse],
    ["activite", activite],
    ["couple", enCouple(f) ? separation : couple],
    ["grossesse", grossesse],
    ["controle", controle],
  ];
  const total = parts.reduce((somme, [, p]) => somme + p, 0);
  if (u < total) CHANGER[tirer(() => u / total, parts)](monde, f, mois, hasard);
  if (force && f.evenements.length === 0) demenager(monde, f, mois, hasard);
}

function controler(_: Monde, f: Foyer): void {
  f.controle = true;
  f.evenements.push("SITPRO");
}

function demenager(_: Monde, f: Foyer, mois: number, hasard: Aleatoire): void {
  const derniere = f.adresses.at(-1);
  const rang = (derniere?.rang ?? 0) + 1;
  f.adresses = [...f.adresses, { rang, mois, sdf: hasard() < 0.05 }].slice(-3);
  f.evenements.push("ADR");
}

function changerDActivite(_: Monde, f: Foyer, mois: number, hasard: Aleatoire): void {
  const adultes = adultesDe(f);
  const qui = adultes[entier(hasard, 0, adultes.length - 1)];
  qui?.activites.push(mois);
  f.evenements.push("SITPRO");
}

function changerDeCouple(monde: Monde, f: Foyer, mois: number, hasard: Aleatoire): void {
  const demandeur = f.membres[0];
  if (enCouple(f)) {
    f.membres = f.membres.filter((m) => m.role !== "CJT");
    f.sitfam = tirer(hasard, [
      ["SEF", 45],
      ["ISO", 40],
      ["DIV", 15],
    ] as const);
  } else if (demandeur !== undefined && f.prochainConjoint <= 2) {
    const { annee, sexe } = demandeur;
    f.membres = [
      demandeur,
      conjoint(monde, f, hasard, { annee, sexe, depuis: mois, indice: f.prochainConjoint }),
      ...enfantsDe(f),
    ];
    f.prochainConjoint += 1;
    f.sitfam = tirer(hasard, [
      ["VIM", 60],
      ["MAR", 22],
      ["PAC", 12],
      ["RVC", 6],
    ] as const);
  } else return;
  f.sitfamDepuis = jour(mois - 1, entier(hasard, 1, 28));
  f.evenements.push("SITFAM");
}

/** The month of birth is that of the register, so that the NIR stays unique. */
function attendreUnEnfant(monde: Monde, f: Foyer, mois: number): void {
  const mere = adultesDe(f).find((m) => m.sexe === 2 && ageEnMois(m, mois) < 44 * 12);
  if (mere === undefined || f.naissance !== null || !peutAvoirEnfant(f)) return;
  const indice = f.prochainEnfant;
  const { mois: inscrit } = naissanceDe(
    monde.territoire,
    monde.graine,
    f.emplacement,
    f.rang,
    indice,
  );
  const attente = (((inscrit - 1 - (mois % 12)) % 12) + 12) % 12;
  f.naissance = { indice, mois: mois + (attente === 0 ? 12 : attente) };
  f.prochainEnfant += 1;
}

/** A pregnancy is declared in its third month. */
export const grossesseDeclaree = (f: Foyer, mois: number): boolean =>
  f.naissance !== null && mois >= f.naissance.mois - 6 && mois < f.naissance.mois;
