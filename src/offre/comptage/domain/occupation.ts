import type { RegleComptage } from "#commun/referentiel";
import { type CauseIndefini, estDefinie, indefini, type Mesure } from "./mesure.ts";
import type { Mois } from "./mois.ts";
import { auPlusUn, comparer, diviser, type Rationnel, rationnel, somme, un } from "./rationnel.ts";

/** What an occupancy is read from: those present at the end of the last day, and the places of that day. */
export interface MoisOccupe {
  readonly mois: Mois;
  readonly presents: number;
  readonly places: number | null;
  /** False once it is late for good: the month is unknown, not empty. */
  readonly transmis: boolean;
}

export function occupation({ presents, places, transmis }: Omit<MoisOccupe, "mois">): Mesure {
  if (!transmis) return indefini("non-transmise");
  if (places === null || places === 0) return indefini("aucune-place");
  return rationnel(presents, places);
}

/** The four readings of « 100 % d’occupation »: the référentiel names the one that counts, all are shown. */
export interface OccupationAnnee {
  readonly formule: RegleComptage["occupation"];
  readonly retenue: Mesure;
  readonly moyennePlafonnee: Mesure;
  readonly moyenne: Mesure;
  readonly minimum: Mesure;
  /** Months at 100 % or above. */
  readonly moisPleins: number;
  /** Months that could be counted, out of those of the action: « 11 mois sur 12 ». */
  readonly moisComptes: number;
  readonly moisAttendus: number;
}

/** An excess in June never pays for a hole in January: each month is capped at its places. */
export function occupationMensuelle(
  mois: readonly MoisOccupe[],
  formule: RegleComptage["occupation"],
): OccupationAnnee {
  const taux = mois.map(occupation);
  const definis = taux.filter(estDefinie);
  const causes = taux.flatMap((mesure) => (estDefinie(mesure) ? [] : [mesure.indefini]));
  const cause = causes[0] ?? "aucune-place";
  const moyennePlafonnee = moyenneDe(definis.map(auPlusUn), cause);
  const moyenne = moyenneDe(definis, cause);
  const minimum =
    definis.length === 0
      ? indefini(cause)
      : definis.reduce((bas, autre) => (comparer(autre, bas) < 0 ? autre : bas));
  const lectures = { "moyenne-plafonnee": moyennePlafonnee, moyenne, minimum };
  return {
    formule,
    retenue: lectures[formule],
    moyennePlafonnee,
    moyenne,
    minimum,
    moisPleins: definis.filter((valeur) => comparer(valeur, un) >= 0).length,
    moisComptes: definis.length,
    moisAttendus: definis.length + causes.filter((raison) => raison === "non-transmise").length,
  };
}

const moyenneDe = (valeurs: readonly Rationnel[], cause: CauseIndefini): Mesure =>
  valeurs.length === 0 ? indefini(cause) : diviser(somme(valeurs), rationnel(valeurs.length));

/** Yearly mode: by the letter those present on the last day, or everybody received. Both are kept. */
export interface OccupationAnnuelle {
  readonly lecture: RegleComptage["annuel"];
  readonly retenue: Mesure;
  readonly dernierJour: Mesure;
  readonly cumul: Mesure;
}

export function occupationAnnuelle(
  annee: { readonly presents: number; readonly personnes: number; readonly places: number | null },
  lecture: RegleComptage["annuel"],
): OccupationAnnuelle {
  const { places } = annee;
  const taux = (nombre: number): Mesure =>
    places === null || places === 0 ? indefini("aucune-place") : rationnel(nombre, places);
  const [dernierJour, cumul] = [taux(annee.presents), taux(annee.personnes)];
  return { lecture, retenue: lecture === "stock-31-12" ? dernierJour : cumul, dernierJour, cumul };
}
