const MOIS_PRIS = 5;
/** Days the last monthly file has been there at least: what follows it has had the time to begin. */
const RECUL = 18;
const VENDREDI = 5;
const SEMAINE = 7;
/** From Friday to the Monday after. */
const AU_LUNDI = 3;

/** A day so many days after, or before. */
export function jourA(jour: string, ecart: number): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ecart);
  return date.toISOString().slice(0, 10);
}

/** How many days after Friday this day is, when it is of a week-end. */
function apresVendredi(jour: string): number {
  const rang = (new Date(`${jour}T00:00:00Z`).getUTCDay() + SEMAINE - 1) % SEMAINE;
  return Math.max(0, rang + 1 - VENDREDI);
}

/** The last day of work, so many days ago or before. */
export function ouvreAvant(jour: string, jours: number): string {
  const voulu = jourA(jour, -jours);
  return jourA(voulu, -apresVendredi(voulu));
}

/** The first day of work, so many days from now or after. */
export function ouvreApres(jour: string, jours: number): string {
  const voulu = jourA(jour, jours);
  const ecart = apresVendredi(voulu);
  return ecart === 0 ? voulu : jourA(voulu, AU_LUNDI - ecart);
}

/** The months whose files the demonstration takes, the oldest first: the same for the same day. */
export function moisDeLaDemonstration(aujourdhui: string): readonly string[] {
  const [annee = 0, mois = 1] = jourA(aujourdhui, -RECUL).split("-").map(Number);
  return Array.from({ length: MOIS_PRIS }, (_, rang) =>
    new Date(Date.UTC(annee, mois - 1 - MOIS_PRIS + rang, 1)).toISOString().slice(0, 7),
  );
}
