import type { VNode } from "preact";
import type { RegleEcheance } from "#commun/referentiel";
import { Etat } from "#platform/ui/components/tag.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { daysBetween, formatDate, formatRelative } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";

/** Late in red, within a week in amber, else nothing presses. */
export function tonEcheance(limite: string, le: string): State {
  const jours = daysBetween(le, limite);
  if (jours < 0) return "late";
  return jours <= 7 ? "soon" : "neutral";
}

export function EtatEcheance({ limite, le }: { limite: string; le: string }): VNode {
  return (
    <Etat tone={tonEcheance(limite, le)}>{premiereMajuscule(formatRelative(limite, le))}</Etat>
  );
}

export function premiereMajuscule(texte: string): string {
  return texte.charAt(0).toLocaleUpperCase("fr") + texte.slice(1);
}

const unites = {
  jours: ["jour", "jours"],
  "jours-ouvres": ["jour ouvré", "jours ouvrés"],
  semaines: ["semaine", "semaines"],
  mois: ["mois", "mois"],
} as const;

function delaiEnMots({ delai }: RegleEcheance): string {
  return `${delai.nombre} ${unites[delai.unite][delai.nombre < 2 ? 0 : 1]}`;
}

interface Comptee {
  readonly depart: string;
  readonly brute: string;
  readonly limite: string;
}

/** How the day was found, and the text it comes from. */
export function TexteEcheance({
  regle,
  echeance,
}: {
  readonly regle: RegleEcheance | null;
  readonly echeance: Comptee;
}): VNode | null {
  if (!regle) return null;
  const { depart, brute, limite } = echeance;
  return (
    <Why label="D’où vient ce délai ?">
      <p>
        {regle.delai.nombre === 0
          ? `Le jour même : le ${formatDate(brute)}`
          : `${premiereMajuscule(delaiEnMots(regle))} à compter du ${formatDate(depart)}, soit le ${formatDate(brute)}`}
        {brute === limite
          ? "."
          : `, qui n’est pas ouvré : l’échéance est reportée au ${formatDate(limite)}.`}
      </p>
      <p>
        {regle.texte}
        {regle.certitude === "a-confirmer" ? ". Délai à confirmer par le département." : "."}
      </p>
    </Why>
  );
}
