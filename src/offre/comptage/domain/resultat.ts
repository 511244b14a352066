import type { ResultatAttendu } from "#commun/referentiel";
import { type CauseIndefini, estDefinie, indefini, type Mesure } from "./mesure.ts";
import { comparer, diviser, multiplier, type Rationnel, rationnel, un, zero } from "./rationnel.ts";
import { type SortiesParClasse, sortiesDynamiques, sortiesEmploi, totalSorties } from "./sejour.ts";

/** What was realised over the period on which a result is awaited. */
export interface FaitsDeResultat {
  readonly sorties: SortiesParClasse;
  /** Places over the period, in place-years. */
  readonly places: Rationnel;
  /** Distinct persons. */
  readonly accompagnes: number;
  readonly occupation: Mesure;
  readonly accesActionProfessionnelle: number;
  /** Persons with at least one training. */
  readonly formes: number;
  readonly freinsTravailles: number;
  readonly freinsLeves: number;
  readonly plansAction: number;
  readonly misesEmploi: number;
  readonly entreesFormation: number;
}

/** What a result is read under: the type of the action, and whether enough persons were oriented (note 2 of the guide). */
export interface ConditionsDeResultat {
  readonly ficheType: string | null;
  readonly orientationSuffisante: boolean;
}

export interface ResultatCalcule {
  readonly code: string;
  readonly libelle: string;
  /** `null` for an occupancy, which is a mean. */
  readonly numerateur: number | null;
  readonly denominateur: Rationnel | null;
  readonly taux: Mesure;
  readonly cible: Rationnel | null;
  /** What the target asks of this denominator, exact: 22.5 exits for 45 places. */
  readonly attendu: Rationnel | null;
  /** Rate over target, uncapped. */
  readonly atteinte: Mesure;
  readonly atteint: boolean | null;
  /** The same exits read otherwise, beside and never instead. */
  readonly lectureVoisine: { readonly numerateur: number; readonly taux: Mesure } | null;
}

const numerateurs: Readonly<
  Record<Exclude<ResultatAttendu["numerateur"], "occupation">, (faits: FaitsDeResultat) => number>
> = {
  "sorties-durables": ({ sorties }) => sorties.durable,
  "sorties-transition": ({ sorties }) => sorties.transition,
  "sorties-positives": ({ sorties }) => sorties.positive,
  "sorties-dynamiques": ({ sorties }) => sortiesDynamiques(sorties),
  "sorties-emploi": ({ sorties }) => sortiesEmploi(sorties),
  sorties: ({ sorties }) => totalSorties(sorties),
  "acces-action-professionnelle": ({ accesActionProfessionnelle }) => accesActionProfessionnelle,
  formes: ({ formes }) => formes,
  "freins-leves": ({ freinsLeves }) => freinsLeves,
  "plans-action": ({ plansAction }) => plansAction,
  "mises-emploi": ({ misesEmploi }) => misesEmploi,
  "entrees-formation": ({ entreesFormation }) => entreesFormation,
};

const denominateurs: Readonly<
  Record<
    ResultatAttendu["denominateur"],
    { readonly de: (faits: FaitsDeResultat) => Rationnel; readonly absent: CauseIndefini }
  >
> = {
  places: { de: ({ places }) => places, absent: "aucune-place" },
  sorties: { de: ({ sorties }) => rationnel(totalSorties(sorties)), absent: "aucune-sortie" },
  accompagnes: { de: ({ accompagnes }) => rationnel(accompagnes), absent: "aucun-accompagne" },
  freins: { de: ({ freinsTravailles }) => rationnel(freinsTravailles), absent: "aucun-frein" },
};

/** A result of the sheet against its own denominator: a rate above 100 % mostly betrays a wrong one. */
export function resultatAttendu(
  resultat: ResultatAttendu,
  faits: FaitsDeResultat,
  conditions: ConditionsDeResultat,
): ResultatCalcule {
  const { numerateur, denominateur, taux } = calculer(resultat, faits, conditions.ficheType);
  const cible = resultat.cible && rationnel(resultat.cible.n, resultat.cible.d);
  const atteinte = comparerALaCible(taux, cible, resultat, conditions);
  return {
    code: resultat.code,
    libelle: resultat.libelle,
    numerateur,
    denominateur,
    taux,
    cible,
    attendu: cible && denominateur && multiplier(cible, denominateur),
    atteinte,
    atteint: estDefinie(atteinte) ? comparer(atteinte, un) >= 0 : null,
    lectureVoisine:
      resultat.numerateur === "sorties-positives" && denominateur
        ? positivesEtDurables(faits.sorties, denominateur)
        : null,
  };
}

/** Q11: the guide is read literally; durable exits included, the rate is shown beside. */
function positivesEtDurables(sorties: SortiesParClasse, denominateur: Rationnel) {
  const numerateur = sorties.positive + sorties.durable;
  return { numerateur, taux: diviser(rationnel(numerateur), denominateur) };
}

function calculer(
  { numerateur: nature, denominateur: base, types }: ResultatAttendu,
  faits: FaitsDeResultat,
  ficheType: string | null,
): Pick<ResultatCalcule, "denominateur" | "numerateur" | "taux"> {
  if (types !== null && (ficheType === null || !types.includes(ficheType))) {
    return { numerateur: null, denominateur: null, taux: indefini("hors-condition") };
  }
  if (nature === "occupation") {
    return { numerateur: null, denominateur: null, taux: faits.occupation };
  }
  const numerateur = numerateurs[nature](faits);
  const { de, absent } = denominateurs[base];
  const denominateur = de(faits);
  if (comparer(denominateur, zero) === 0) {
    return { numerateur, denominateur: null, taux: indefini(absent) };
  }
  return { numerateur, denominateur, taux: diviser(rationnel(numerateur), denominateur) };
}

function comparerALaCible(
  taux: Mesure,
  cible: Rationnel | null,
  { sousReserveOrientation }: ResultatAttendu,
  { orientationSuffisante }: ConditionsDeResultat,
): Mesure {
  if (!estDefinie(taux)) return taux;
  if (cible === null || comparer(cible, zero) === 0) return indefini("sans-cible");
  const atteinte = diviser(taux, cible);
  const manquee = comparer(atteinte, un) < 0;
  if (manquee && sousReserveOrientation && !orientationSuffisante) {
    return indefini("orientation-insuffisante");
  }
  return atteinte;
}
