import type { reprendrePrescriptions } from "#accompagnement/prescription";
import { ajouterJours } from "#commun/echeance";

export const objectifs = [
  "Reprendre un rythme régulier et préparer la recherche d’emploi",
  "Valider un métier par une mise en situation",
  "Retrouver confiance et se déplacer seule dans l’agglomération",
  "Être accompagnée vers une offre dans les trois mois",
  "Lever ce qui empêche de tenir un horaire",
] as const;

type Reprise = Parameters<typeof reprendrePrescriptions.execute>[2]["prescriptions"][number];

/** What becomes of a prescription made so many days ago. */
type Sort = Pick<
  Reprise,
  | "relanceeLe"
  | "reponse"
  | "reponduLe"
  | "motif"
  | "accueilPrevuLe"
  | "absenteLe"
  | "recueLe"
  | "annuleeLe"
  | "vueLe"
> & { readonly ilYA: number };

const refus = ["public", "injoignable", "refus-personne"] as const;

/** What becomes of those who have not entered, by the rank of the prescription. */
export function sortDe(
  { aujourdhui, complete }: { readonly aujourdhui: string; readonly complete: boolean },
  rang: number,
): Sort {
  const jour = (ilYA: number) => ajouterJours(aujourdhui, -ilYA);
  if (complete && rang % 4 !== 3) {
    const ilYA = 12 + ((rang * 5) % 40);
    return { ilYA, reponse: "mettre-en-attente", reponduLe: jour(ilYA - 3), vueLe: jour(ilYA - 4) };
  }
  if (complete) return { ilYA: 26, reponse: "refuser", reponduLe: jour(22), motif: "complet" };
  const sorts: readonly Sort[] = [
    { ilYA: 3 },
    { ilYA: 9, reponse: "accepter", reponduLe: jour(5), accueilPrevuLe: jour(-2) },
    { ilYA: 16 },
    { ilYA: 44 },
    { ilYA: 25, reponse: "accepter", reponduLe: jour(20), absenteLe: jour(12) },
    { ilYA: 6 },
    {
      ilYA: 33,
      reponse: "refuser",
      reponduLe: jour(27),
      motif: refus[rang % refus.length] ?? "public",
      vueLe: rang % 2 === 0 ? jour(25) : null,
    },
    { ilYA: 21, reponse: "accepter", reponduLe: jour(16), recueLe: jour(4) },
    { ilYA: 18, relanceeLe: jour(6) },
    { ilYA: 50, annuleeLe: jour(41), motif: "projet" },
  ];
  return sorts[rang % sorts.length] ?? { ilYA: 3 };
}
