import { type Aleatoire, entier, suite, tirer, USAGE } from "./aleatoire.ts";
import { ageEnMois, creerFoyer, type Foyer, type Monde } from "./foyer.ts";
import { changerDeFamille, grandir } from "./vie-famille.ts";

const MOTIFS_VERSEMENT = [
  ["01", 34],
  ["06", 30],
  ["05", 9],
  ["04", 4],
  ["35", 4],
  ["36", 4],
  ["44", 3],
  ["70", 3],
  ["02", 2],
  ["09", 2],
  ["AB", 1],
  ["CV", 2],
  ["31", 1],
  ["97", 1],
  ["DB", 1],
  ["03", 1],
] as const;
const MOTIFS_DROIT = [
  ["DB", 18],
  ["DC", 12],
  ["DA", 10],
  ["DL", 12],
  ["DM", 6],
  ["DI", 8],
  ["GL", 9],
  ["GK", 6],
  ["GJ", 10],
  ["GR", 5],
  ["GX", 3],
  ["DQ", 1],
] as const;
const MOTIFS_CLOTURE = [
  ["ECH", 34],
  ["RFD", 26],
  ["MUT", 16],
  ["RAU", 14],
  ["PCG", 6],
  ["RGD", 4],
] as const;
const MOTIFS_REFUS = [
  ["DSD", 40],
  ["F09", 12],
  ["FDB", 14],
  ["F02", 12],
  ["F04", 8],
  ["PCG", 8],
  ["FDD", 6],
] as const;

/** Chances per month, at pace 1. In state: closed 1.3 %, payment suspended 1.05 %, right suspended 0.4 %. */
const CHANCES = {
  cloture: 0.013,
  versement: 0.0105,
  droit: 0.004,
  retourVersement: 0.075,
  retourDroit: 0.09,
};

export interface Emplacement {
  readonly foyer: Foyer;
  /** A closed household of the slot that will come back. */
  readonly attente: Foyer | null;
}

/** The household standing in a slot in a month: lives follow one another, none is remembered. */
export function vieJusqua(monde: Monde, emplacement: number, mois: number): Emplacement {
  const foyer = creerFoyer(monde, emplacement, 0, monde.depuis, true);
  etatInitial(foyer, suite(monde.graine, emplacement, 0, USAGE.mois + monde.depuis));
  let etat: Emplacement = { foyer, attente: null };
  for (let m = monde.depuis + 1; m <= mois; m++) etat = pas(monde, etat, m);
  return etat;
}

export const sorti = (f: Foyer, mois: number): boolean =>
  f.etat === "1" || f.etat === "6" || (f.etat === "5" && !regularise(f, mois));

/** One closed dossier in six is transmitted once more, for a regularisation. */
const regularise = (f: Foyer, mois: number): boolean =>
  (f.emplacement * 31 + f.rang * 17 + mois) % 6 === 0;

/** The life of a slot from one month to the next; `force` makes sure that something happens. */
export function pas(
  monde: Monde,
  { foyer, attente }: Emplacement,
  mois: number,
  force = false,
): Emplacement {
  const hasard = suite(monde.graine, foyer.emplacement, foyer.rang, USAGE.mois + mois);
  if (!sorti(foyer, mois)) {
    vivre(monde, foyer, mois, hasard, force);
    return { foyer, attente };
  }
  if (attente !== null && attente.revenuLe !== null && attente.revenuLe <= mois) {
    attente.dernierRang = prochainRang(foyer, attente) - 1;
    return { foyer: revenir(attente, mois), attente: null };
  }
  const nouveau = creerFoyer(monde, foyer.emplacement, prochainRang(foyer, attente), mois, false);
  debuter(nouveau, hasard);
  if (attente !== null) nouveau.finAu = (attente.revenuLe ?? mois) - 1;
  else if (peutRevenir(foyer, mois) && hasard() < 0.22) {
    foyer.revenuLe = mois + entier(hasard, 2, 8);
    nouveau.finAu = foyer.revenuLe - 1;
    return { foyer: nouveau, attente: foyer };
  }
  return { foyer: nouveau, attente };
}

const peutRevenir = (f: Foyer, mois: number): boolean =>
  f.etat !== "1" && f.retours < 3 && !retraite(f, mois);

const prochainRang = (foyer: Foyer, attente: Foyer | null): number =>
  Math.max(foyer.dernierRang, attente?.dernierRang ?? 0) + 1;

function etatInitial(f: Foyer, hasard: Aleatoire): void {
  const u = hasard();
  const depuis = f.entre - entier(hasard, 0, 3);
  if (u < 0.083) suspendreVersement(f, depuis, hasard);
  else if (u < 0.115) suspendreDroit(f, depuis, hasard);
  else if (u < 0.135) clore(f, f.entre, hasard);
  f.evenements = [];
}

function debuter(f: Foyer, hasard: Aleatoire): void {
  const u = hasard();
  if (u < 0.35) f.etat = "0";
  else if (u < 0.41) refuser(f, hasard);
}

function refuser(f: Foyer, hasard: Aleatoire): void {
  f.etat = "1";
  f.refus = tirer(hasard, MOTIFS_REFUS);
}

function revenir(f: Foyer, mois: number): Foyer {
  f.retours += 1;
  f.cloture = null;
  f.suspensionsDroit = [];
  f.suspensionsVersement = [];
  f.reduction = null;
  f.finAu = null;
  f.etat = "2";
  f.etatDepuis = mois;
  f.revenuLe = mois;
  f.evenements = ["REA"];
  return f;
}

function vivre(monde: Monde, f: Foyer, mois: number, hasard: Aleatoire, force: boolean): void {
  f.evenements = [];
  f.controle = false;
  if (f.etat === "5") {
    f.etat = "6";
    f.evenements.push("RAD");
    return;
  }
  grandir(monde, f, mois);
  if ((f.finAu !== null && mois >= f.finAu) || retraite(f, mois)) {
    clore(f, mois, hasard, retraite(f, mois) ? "RFD" : undefined);
    return;
  }
  changerDEtat(f, mois, hasard, monde.rythme);
  if (f.cloture === null) changerDeFamille(monde, f, mois, hasard, force);
}

/** The old-age pension takes over. */
const retraite = (f: Foyer, mois: number): boolean =>
  f.membres.some((m) => m.role === "DEM" && ageEnMois(m, mois) >= 66 * 12);

function changerDEtat(f: Foyer, mois: number, hasard: Aleatoire, rythme: number): void {
  const u = hasard() / rythme;
  if (f.etat === "0") {
    if (hasard() < 0.12) refuser(f, hasard);
    else ouvrir(f, mois);
    f.evenements.push("CARRSA");
  } else if (f.etat === "2") depuisOuvert(f, mois, hasard, u);
  else if (f.etat === "4") depuisVersementSuspendu(f, mois, hasard, u);
  else if (f.etat === "3") depuisDroitSuspendu(f, mois, hasard, u);
  if (f.reduction !== null && mois > f.reduction.jusqua) f.reduction = null;
}

function depuisOuvert(f: Foyer, mois: number, hasard: Aleatoire, u: number): void {
  const { cloture, versement, droit } = CHANCES;
  if (u < cloture) clore(f, mois, hasard);
  else if (u < cloture + versement) suspendreVersement(f, mois, hasard);
  else if (u < cloture + versement + droit) suspendreDroit(f, mois, hasard);
  else if (u > 0.9 && u < 0.9015 && f.reduction === null) {
    f.reduction = {
      depuis: mois,
      jusqua: mois + entier(hasard, 0, 3),
      part: hasard() < 0.6 ? 50 : 30,
    };
    f.evenements.push("DECDEMPCG");
  }
}

function depuisVersementSuspendu(f: Foyer, mois: number, hasard: Aleatoire, u: number): void {
  const echeance = f.suspensionsVersement.some((s) => s.motif === "01" && mois - s.depuis >= 12);
  if (u < CHANCES.retourVersement) ouvrir(f, mois);
  else if (u < CHANCES.retourVersement + 0.03 || echeance) clore(f, mois, hasard, "ECH");
}

function depuisDroitSuspendu(f: Foyer, mois: number, hasard: Aleatoire, u: number): void {
  if (u < CHANCES.retourDroit) ouvrir(f, mois);
  else if (u < CHANCES.retourDroit + 0.025) clore(f, mois, hasard);
}

function ouvrir(f: Foyer, mois: number): void {
  if (f.etat !== "0") f.evenements.push("SUS");
  f.etat = "2";
  f.etatDepuis = mois;
  f.suspensionsDroit = [];
  f.suspensionsVersement = [];
}

function suspendreVersement(f: Foyer, mois: number, hasard: Aleatoire): void {
  f.etat = "4";
  f.etatDepuis = mois;
  f.suspensionsVersement = motifs(hasard, MOTIFS_VERSEMENT, mois);
  f.evenements.push("SUS");
}

function suspendreDroit(f: Foyer, mois: number, hasard: Aleatoire): void {
  f.etat = "3";
  f.etatDepuis = mois;
  f.suspensionsDroit = motifs(hasard, MOTIFS_DROIT, mois);
  f.evenements.push("SUS");
}

function motifs(
  hasard: Aleatoire,
  poids: readonly (readonly [string, number])[],
  mois: number,
): Foyer["suspensionsDroit"] {
  const premier = tirer(hasard, poids);
  const liste = [{ motif: premier, depuis: mois }];
  if (hasard() < 0.12) {
    const second = tirer(hasard, poids);
    if (second !== premier) liste.push({ motif: second, depuis: mois });
  }
  return liste;
}

function clore(f: Foyer, mois: number, hasard: Aleatoire, motif?: string): void {
  f.etat = "5";
  f.etatDepuis = mois;
  f.suspensionsDroit = [];
  f.suspensionsVersement = [];
  const retenu = motif ?? tirer(hasard, MOTIFS_CLOTURE);
  f.cloture = { motif: retenu, mois: mois - 1 };
  f.evenements.push(retenu === "MUT" ? "MUT" : "RAD");
}
