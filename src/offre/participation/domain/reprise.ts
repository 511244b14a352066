import { enChiffres } from "./jours.ts";

interface Periode {
  readonly entreLe: string;
  readonly sortiLe: string | null;
}

interface Autour {
  readonly aujourdhui: string;
  readonly action: { readonly du: string; readonly au: string | null } | undefined;
  readonly personneConnue: boolean;
  readonly dejaConnue: boolean;
  /** Lines already taken for this person in this action. */
  readonly autres: readonly Periode[];
}

/** Why a line of a former tool is not taken; `null` when it is. */
export function refuserReprise(ligne: Periode, autour: Autour): string | null {
  const { entreLe, sortiLe } = ligne;
  const { action, aujourdhui } = autour;
  if (!autour.personneConnue) return "Personne inconnue.";
  if (!action) return "Action inconnue, ou hors de votre périmètre.";
  if (entreLe > aujourdhui) return "L’entrée est à venir.";
  if (sortiLe !== null && sortiLe > aujourdhui) return "La sortie est à venir.";
  if (sortiLe !== null && sortiLe < entreLe) return "La sortie précède l’entrée.";
  if (entreLe < action.du) return `L’action n’ouvre que le ${enChiffres(action.du)}.`;
  if (action.au !== null && entreLe >= action.au)
    return `L’action est fermée depuis le ${enChiffres(action.au)}.`;
  if (autour.dejaConnue || autour.autres.some((autre) => seChevauchent(autre, ligne)))
    return "La personne est déjà dans cette action ces jours-là.";
  return null;
}

/** Entry and exit of one day are no day: they overlap nothing. */
export function seChevauchent(a: Periode, b: Periode): boolean {
  const vide = ({ entreLe, sortiLe }: Periode) => entreLe === sortiLe;
  if (vide(a) || vide(b)) return false;
  return (
    (b.sortiLe === null || a.entreLe < b.sortiLe) && (a.sortiLe === null || b.entreLe < a.sortiLe)
  );
}
