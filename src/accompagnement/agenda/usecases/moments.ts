import { formatLongDate } from "#platform/ui/format.ts";
import { heureEnMots, heureLocale } from "../domain/heures.ts";

/** « le mardi 24 novembre 2026 de 9 h à 10 h » */
export function quandEnMots(debut: Date, fin: Date): string {
  const { jour, minutes } = heureLocale(debut);
  return `le ${formatLongDate(jour)} de ${heureEnMots(minutes)} à ${heureEnMots(heureLocale(fin).minutes)}`;
}

/** « mardi 24 novembre 2026 à 9 h » */
export function momentEnMots(debut: Date): string {
  const { jour, minutes } = heureLocale(debut);
  return `${formatLongDate(jour)} à ${heureEnMots(minutes)}`;
}
