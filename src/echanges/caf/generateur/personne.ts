import {
  type Aleatoire,
  choisir,
  choisirFrequent,
  elementDe,
  entier,
  suite,
  tirer,
  USAGE,
} from "./aleatoire.ts";
import { deux, jour } from "./calendrier.ts";
import { enCouple, type Foyer, type Membre, type Monde } from "./foyer.ts";
import { cleNir, type Naissance, naissanceDe, nir13, typeDeDate } from "./naissance.ts";
import { NOMS, NOMS_VENUS_D_AILLEURS, nomInvente, prenomsDe } from "./noms.ts";

export interface EtatCivil {
  readonly qualite: string;
  readonly nom: string;
  readonly nomNaissance: string;
  readonly prenom: string;
  readonly prenom2: string | null;
  readonly prenom3: string | null;
  readonly lieu: string;
  readonly date: string;
  readonly typeDate: "N" | "J" | "O";
  readonly rang: number | null;
  readonly nir: string | null;
  readonly valide: boolean;
  readonly sexe: 1 | 2;
  readonly etranger: boolean;
}

const sansAccent = (texte: string): string => texte.normalize("NFD").replace(/\p{M}/gu, "");

/** The field writes in capitals and loses accents; a few files keep them. */
const enFlux = (texte: string, accents: boolean): string =>
  (accents ? texte : sansAccent(texte)).toUpperCase();

const PARTICULES = ["DE ", "D'", "LE ", "DU ", "DE LA ", "DA ", "EL ", "BEN ", "AÏT "] as const;

function nomDeFamille(hasard: Aleatoire, etranger: boolean): string {
  const u = hasard();
  const ailleurs = etranger ? 0.72 : 0.16;
  let nom = choisirFrequent(hasard, NOMS);
  if (u < ailleurs) nom = choisirFrequent(hasard, NOMS_VENUS_D_AILLEURS);
  else if (u > 0.62) {
    nom = nomInvente(entier(hasard, 0, 999), entier(hasard, 0, 999), entier(hasard, 0, 999));
  }
  const v = hasard();
  if (v < 0.025) return `${choisir(hasard, PARTICULES)}${nom}`;
  if (v < 0.05) return `${nom}${hasard() < 0.6 ? "-" : " "}${choisir(hasard, NOMS)}`;
  if (v < 0.06) return `${choisir(hasard, ["O'", "N'", "M'"] as const)}${nom}`;
  return nom;
}

interface Prenoms {
  readonly premier: string;
  readonly deuxieme: string | null;
  readonly troisieme: string | null;
}

function prenoms(hasard: Aleatoire, annee: number, femme: boolean): Prenoms {
  const liste = prenomsDe(annee, femme);
  let premier = choisirFrequent(hasard, liste);
  if (hasard() < 0.02 && !premier.includes("-")) premier = `${premier}-${choisir(hasard, liste)}`;
  return {
    premier,
    deuxieme: hasard() < 0.3 ? choisir(hasard, prenomsDe(annee - 25, femme)) : null,
    troisieme: hasard() < 0.12 ? choisir(hasard, prenomsDe(annee - 45, femme)) : null,
  };
}

function nomDeNaissance(monde: Monde, f: Foyer, m: Membre, etranger: boolean): string {
  return nomDeFamille(
    suite(monde.graine, f.emplacement, f.rang, USAGE.identite + m.indice),
    etranger,
  );
}

/** A child bears the name of a parent; a married woman may use that of her husband. */
function nomsDe(
  monde: Monde,
  f: Foyer,
  m: Membre,
  ne: Naissance,
): { naissance: string; usage: string } {
  if (m.role === "ENF") {
    const porteur = hommeOuDemandeur(f, m);
    const nom = nomDeNaissance(monde, f, porteur, etrangerDe(monde, f, porteur));
    return { naissance: nom, usage: nom };
  }
  const naissance = nomDeNaissance(monde, f, m, ne.etranger);
  const epoux = f.membres.find((x) => x.role !== "ENF" && x.indice !== m.indice);
  const u = suite(monde.graine, f.emplacement, f.rang, USAGE.identite + 30 + m.indice)();
  if (m.sexe !== 2) return { naissance, usage: naissance };
  if (f.sitfam === "MAR" && epoux !== undefined && u < 0.75) {
    return { naissance, usage: nomDeNaissance(monde, f, epoux, etrangerDe(monde, f, epoux)) };
  }
  if (u > 0.55 && (f.sitfam === "DIV" || f.sitfam === "VEU") && !enCouple(f)) {
    const ancien = suite(monde.graine, f.emplacement, f.rang, USAGE.identite + 40 + m.indice);
    return { naissance, usage: nomDeFamille(ancien, false) };
  }
  return { naissance, usage: naissance };
}

/** The bearer of the name never changes in a child's life: index 1 is the other parent, there or gone. */
function hommeOuDemandeur(f: Foyer, enfant: Membre): Membre {
  const demandeur = elementDe(f.membres, 0);
  return (enfant.annee + f.emplacement) % 3 === 0 || demandeur.sexe === 1
    ? demandeur
    : { ...demandeur, indice: 1 };
}

const etrangerDe = (monde: Monde, f: Foyer, m: Membre): boolean =>
  naissanceDe(monde.territoire, monde.graine, f.emplacement, f.rang, m.indice).etranger;

function nirDe(
  hasard: Aleatoire,
  m: Membre,
  ne: Naissance,
  typeDate: string,
  mois: number,
): string | null {
  if (ne.registre === null) return null;
  const u = hasard();
  const age = mois / 12 - m.annee;
  if (u < (age < 2 ? 0.12 : 0.03)) return null;
  const inscrit = typeDate === "O" ? ne.mois + 30 : ne.mois;
  const treize = nir13(m.sexe, m.annee, inscrit, ne.registre.code, ne.registre.ordre);
  return hasard() < 0.18 ? `${treize}${cleNir(treize)}` : treize;
}

function dateDe(hasard: Aleatoire, m: Membre, typeDate: string): string {
  const quantieme = entier(hasard, 1, 28);
  if (typeDate === "O") return `${m.annee}-01-01`;
  return `${m.annee}-${deux(m.moisNaissance)}-${typeDate === "J" ? "01" : deux(quantieme)}`;
}

export function etatCivil(monde: Monde, f: Foyer, m: Membre): EtatCivil {
  const hasard = suite(monde.graine, f.emplacement, f.rang, USAGE.identite + 10 + m.indice);
  const ne = naissanceDe(monde.territoire, monde.graine, f.emplacement, f.rang, m.indice);
  const typeDate = typeDeDate(ne.etranger, hasard());
  const accents = hasard() < 0.05;
  const p = prenoms(hasard, m.annee, m.sexe === 2);
  const noms = nomsDe(monde, f, m, ne);
  const date = dateDe(hasard, m, typeDate);
  const nir = nirDe(hasard, m, ne, typeDate, m.depuis);
  const remplissage = hasard() < 0.05 ? " " : "";
  return {
    qualite:
      m.sexe === 1
        ? tirer(hasard, [
            ["MR", 85],
            ["MR ", 15],
          ] as const)
        : "MME",
    nom: enFlux(noms.usage, accents).slice(0, 27) + remplissage,
    nomNaissance: enFlux(noms.naissance, accents).slice(0, 28),
    prenom: enFlux(p.premier, accents).slice(0, 32),
    prenom2: p.deuxieme === null ? null : enFlux(p.deuxieme, accents).slice(0, 15),
    prenom3: p.troisieme === null ? null : enFlux(p.troisieme, accents).slice(0, 15),
    lieu: ne.lieu.slice(0, 26),
    date,
    typeDate,
    rang: hasard() < 0.1 ? 1 : null,
    nir,
    valide: nir !== null && hasard() < 0.96,
    sexe: m.sexe,
    etranger: ne.etranger,
  };
}

/** Nine digits that no other household of the seed has, in an order that says nothing. */
function numero(f: Foyer, variante: number, multiplicateur: number, graine: number): number {
  const rang = Math.min(f.rang, 15);
  const id = f.emplacement * 64 + rang * 4 + variante;
  return (id * multiplicateur + (Math.abs(graine) % 1_000_003) * 17) % 999_999_937;
}

export const matricule = (f: Foyer, graine: number): string =>
  `${String(numero(f, 0, 104_729, graine)).padStart(9, "0")}000000`;

/** A return after five months or more is a new request. */
export const numeroDemande = (f: Foyer, graine: number, retours = f.retours): string =>
  `10${String(numero(f, Math.min(retours, 3), 1_299_709, graine)).padStart(9, "0")}`;

export const dateDeDemande = (f: Foyer): string =>
  f.retours > 0 && f.revenuLe !== null ? jour(f.revenuLe - 1, 5 + (f.emplacement % 20)) : f.demande;
