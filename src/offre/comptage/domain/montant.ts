import type { CategorieJuridique, FicheAction, RegleComptage } from "#commun/referentiel";
import { type Indefini, indefini, type Mesure } from "./mesure.ts";
import { dernierJour, type Mois, moisDeLAnnee, premierJour, rangDuJour } from "./mois.ts";
import { type PeriodeDePlaces, placesAu } from "./places.ts";
import { auCentime, diviser, multiplier, type Rationnel, rationnel } from "./rationnel.ts";

type Prix = FicheAction["prix"];

/** Cents for one place during one year, exact. */
export function prixDeLaPlace(prix: Prix, categorie: CategorieJuridique): Mesure {
  if (prix.nature === "negocie") return indefini("prix-negocie");
  const ligne = prix.lignes.find(
    ({ categories }) => categories === "toutes" || categories.includes(categorie),
  );
  return ligne ? rationnel(ligne.centimes, ligne.places) : indefini("prix-negocie");
}

export interface LigneDeMontant {
  readonly places: number;
  /** Twelfths of the year, or days over the days of the year. */
  readonly part: Rationnel;
  readonly centimes: number;
}

export interface Montant {
  readonly lignes: readonly LigneDeMontant[];
  /** The sum of the lines as they are written and paid, each rounded once. */
  readonly centimes: number;
}

/** A month whose places changed half way is due from fifteen days in force. */
const JOURS_DUS = 15;

/** The forfait of a civil year, places changing within it. */
export function montantDesPlaces(
  prix: Mesure,
  periodes: readonly PeriodeDePlaces[],
  annee: number,
  prorata: RegleComptage["prorata"],
): Montant | Indefini {
  if ("indefini" in prix) return prix;
  const parts = prorata === "jour" ? partsEnJours(periodes, annee) : partsEnMois(periodes, annee);
  const lignes = parts.map(({ places, part }) => ({
    places,
    part,
    centimes: auCentime(multiplier(multiplier(prix, rationnel(places)), part)),
  }));
  return { lignes, centimes: lignes.reduce((total, { centimes }) => total + centimes, 0) };
}

type Part = Omit<LigneDeMontant, "centimes">;

function partsEnJours(periodes: readonly PeriodeDePlaces[], annee: number): readonly Part[] {
  const debut = rangDuJour(`${annee}-01-01`);
  const fin = rangDuJour(`${annee + 1}-01-01`);
  return periodes
    .map(({ du, au, places }) => {
      const jusqua = au === null ? fin : Math.min(fin, rangDuJour(au));
      return { places, jours: jusqua - Math.max(debut, rangDuJour(du)) };
    })
    .filter(({ jours }) => jours > 0)
    .map(({ places, jours }) => ({ places, part: rationnel(jours, fin - debut) }));
}

function partsEnMois(periodes: readonly PeriodeDePlaces[], annee: number): readonly Part[] {
  const suites: { places: number; mois: number }[] = [];
  for (const mois of moisDeLAnnee(annee)) {
    const places = placesDuesEn(periodes, mois);
    const derniere = suites.at(-1);
    if (derniere?.places === places) derniere.mois += 1;
    else suites.push({ places, mois: 1 });
  }
  return suites
    .filter(({ places }) => places > 0)
    .map(({ places, mois }) => ({ places, part: rationnel(mois, 12) }));
}

/** The places of the last day on which the action was open in the month, when it was for long enough. */
function placesDuesEn(periodes: readonly PeriodeDePlaces[], mois: Mois): number {
  const debut = rangDuJour(premierJour(mois));
  const fin = rangDuJour(dernierJour(mois)) + 1;
  const enVigueur = periodes
    .map((periode) => ({
      periode,
      du: Math.max(debut, rangDuJour(periode.du)),
      au: periode.au === null ? fin : Math.min(fin, rangDuJour(periode.au)),
    }))
    .filter(({ du, au }) => au > du)
    .toSorted((a, b) => a.au - b.au);
  const jours = enVigueur.reduce((total, { du, au }) => total + au - du, 0);
  const derniere = enVigueur.at(-1);
  if (derniere === undefined || jours < JOURS_DUS) return 0;
  return placesAu(periodes, dernierJour(mois)) ?? derniere.periode.places;
}

/** R078 « coût de la mesure par allocataire »: three denominators, each said. */
export interface CoutParAllocataire {
  readonly parPlace: Mesure;
  readonly parPersonne: Mesure;
  /** Each place taken again as soon as the longest stay ends. */
  readonly aRotationMaximale: Mesure;
}

export function coutParAllocataire({
  centimes,
  places,
  personnes,
  moisMaximum,
}: {
  readonly centimes: number;
  readonly places: Rationnel;
  readonly personnes: number;
  readonly moisMaximum: number | null;
}): CoutParAllocataire {
  const cout = rationnel(centimes);
  const par = (base: Rationnel, absent: Mesure): Mesure =>
    base.n === 0n ? absent : diviser(cout, base);
  const sansPlace = indefini("aucune-place");
  return {
    parPlace: par(places, sansPlace),
    parPersonne: par(rationnel(personnes), indefini("aucun-accompagne")),
    aRotationMaximale:
      moisMaximum === null
        ? indefini("duree-inconnue")
        : par(multiplier(places, rationnel(12, moisMaximum)), sansPlace),
  };
}
