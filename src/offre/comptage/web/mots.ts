import type { RegleComptage } from "#commun/referentiel";
import { formatAmount, formatMonth, formatNumber } from "#platform/ui/format.ts";
import { type CauseIndefini, estDefinie, type Mesure } from "../domain/mesure.ts";
import type { Mois } from "../domain/mois.ts";
import { auCentime, comparer, enPourcent, rationnel } from "../domain/rationnel.ts";
import type { ClasseComptee } from "../domain/sejour.ts";

/** Exits, one word for each class: heads of a table of months. */
export const libellesCourts: Readonly<Record<ClasseComptee, string>> = {
  durable: "Durables",
  transition: "Transition",
  positive: "Positives",
  autre: "Autres",
  "a-arbitrer": "À arbitrer",
};

export const libellesCause: Readonly<Record<CauseIndefini, string>> = {
  "aucune-sortie": "sans objet : personne n’est sorti",
  "aucune-place": "sans objet : aucune place",
  "aucun-accompagne": "sans objet : personne n’a été accompagné",
  "aucun-frein": "sans objet : aucun frein travaillé",
  "hors-condition": "non demandé à ce type d’action",
  "orientation-insuffisante": "orientations insuffisantes : au Département d’en juger",
  "non-transmise": "non transmis",
  "sans-cible": "sans cible commune",
  "prix-negocie": "prix négocié avec l’opérateur",
  "duree-inconnue": "sans durée maximale",
};

export const formules: Readonly<Record<RegleComptage["occupation"], string>> = {
  "moyenne-plafonnee": "moyenne des mois, chacun plafonné à ses places",
  moyenne: "moyenne des mois",
  minimum: "le mois le plus bas",
};

export const lecturesAnnuelles: Readonly<Record<RegleComptage["annuel"], string>> = {
  "stock-31-12": "présents le dernier jour",
  "cumul-annee": "toutes les personnes reçues dans l’année",
};

/** « 43,3 % », or why there is none. */
export function enTaux(mesure: Mesure, decimales = 1): string {
  if (!estDefinie(mesure)) return libellesCause[mesure.indefini];
  return `${formatNumber(enPourcent(mesure, decimales), decimales)} %`.replace(/,0+ %$/u, " %");
}

export const enEuros = (mesure: Mesure): string =>
  estDefinie(mesure) ? formatAmount(auCentime(mesure)) : libellesCause[mesure.indefini];

export const nomDuMois = (mois: Mois): string => formatMonth(mois);

const abreges = [
  "janv.",
  "févr.",
  "mars",
  "avr.",
  "mai",
  "juin",
  "juil.",
  "août",
  "sept.",
  "oct.",
  "nov.",
  "déc.",
] as const;

export const moisCourt = (mois: Mois): string => abreges[Number(mois.slice(5)) - 1] ?? mois;

/** An occupancy is low under this share: what the board points at, a habit of reading and no rule. */
export const BASSE = rationnel(85, 100);

export const estBasse = (mesure: Mesure): boolean =>
  estDefinie(mesure) && comparer(mesure, BASSE) < 0;

/** The number of an axis inside a sentence: « l’axe II », « la dominante emploi ». */
export function axeEnPhrase(numero: string): string {
  const [mot, ...suite] = numero.split(" ");
  if (mot === "Axe") return `l’axe ${suite.join(" ")}`;
  if (mot === "Dominante") return `la dominante ${suite.join(" ")}`;
  return `l’axe « ${numero} »`;
}
