import type { Permanence } from "./creneaux.ts";
import { joursEnMots } from "./libelles.ts";

const enListe = new Intl.ListFormat("fr", { type: "conjunction" });

/** « du lundi au vendredi » when they follow each other, « lundi, mardi et jeudi » otherwise. */
export function joursGroupes(jours: readonly number[]): string {
  const tries = [...new Set(jours)].toSorted((a, b) => a - b);
  const nom = (jour: number | undefined) => joursEnMots[(jour ?? 1) - 1] ?? "";
  const [premier = 1] = tries;
  const seSuivent = tries.every((jour, rang) => jour === premier + rang);
  if (seSuivent && tries.length > 2) return `du ${nom(premier)} au ${nom(tries.at(-1))}`;
  return enListe.format(tries.map(nom));
}

/** The same time on several days of the week: what differs is the day only. The order given is kept. */
export function grouperPermanences<Une extends Permanence>(
  permanences: readonly Une[],
): readonly (readonly [Une, ...Une[]])[] {
  const groupes = new Map<string, [Une, ...Une[]]>();
  for (const une of permanences) {
    const { referentId, lieuId, salleId, heures, duree, motifs, periode } = une;
    const cle = JSON.stringify([
      ...[referentId, lieuId, salleId, heures.de, heures.a, duree],
      ...[periode.du, periode.jusque, motifs],
    ]);
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(une);
    else groupes.set(cle, [une]);
  }
  return [...groupes.values()];
}
