import type { VNode } from "preact";
import type { PersonneBreve } from "#droits/dossier";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatAmount, formatLongDate, formatTime } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import type { State } from "#platform/ui/tone.ts";
import type { SeanceLue } from "../db/seances.ts";
import {
  type EtatSeance,
  etatDe,
  etatsSeance,
  libellesEtatSeance,
  type Presence,
} from "../domain/natures.ts";

export type Href = (path: string) => string;

const tonsEtat: Readonly<Record<EtatSeance, State>> = {
  "a-venir": "waiting",
  "a-emarger": "soon",
  close: "ok",
  annulee: "closed",
};

export const tonsPresence: Readonly<Record<Presence, State>> = {
  present: "ok",
  "absent-excuse": "soon",
  absent: "late",
};

export function toneDe(seance: SeanceLue, le: string): State {
  return tonsEtat[etatDe(seance, le)];
}

/** A state as the list gives it. */
export function EtatEcrit({ etat: ecrit }: { etat: string }): VNode | null {
  const etat = etatsSeance.find((un) => un === ecrit);
  return etat ? <Etat tone={tonsEtat[etat]}>{libellesEtatSeance[etat]}</Etat> : null;
}

export function EtatSeanceMontre({ seance, le }: { seance: SeanceLue; le: string }): VNode {
  const etat = etatDe(seance, le);
  return <Etat tone={tonsEtat[etat]}>{libellesEtatSeance[etat]}</Etat>;
}

export function nomDe(personne: PersonneBreve | null): string {
  return personne ? formatName(personne.nom, personne.prenom, "list") : "Réservé";
}

export function grandeDate(jour: string): string {
  const dit = formatLongDate(jour);
  return `${dit.charAt(0).toUpperCase()}${dit.slice(1)}`;
}

export function horaires({ debut, fin }: Pick<SeanceLue, "debut" | "fin">): string {
  return `de ${formatTime(debut)} à ${formatTime(fin)}`;
}

export function quand(seance: Pick<SeanceLue, "jour" | "debut" | "fin">): string {
  return `${formatLongDate(seance.jour)}, ${horaires(seance)}`;
}

export function presentsDe({ presents, autresPresents }: SeanceLue): number {
  return presents + (autresPresents ?? 0);
}

/** Rounded here, where it is read. */
export function coutParPresent(seance: SeanceLue): string {
  const presents = presentsDe(seance);
  if (presents === 0) return "sans objet : aucune personne présente";
  return `${formatAmount(Math.round(seance.coutCentimes / presents))} par personne présente`;
}

/** 1250 → « 12,50 » */
export function montantSaisi(centimes: number): string {
  return centimes === 0 ? "" : (centimes / 100).toFixed(2).replace(".", ",");
}

export function adresse(
  chemin: string,
  question: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const dits = Object.entries(question).filter(
    ([, valeur]) => valeur !== null && valeur !== undefined && valeur !== "",
  );
  const query = new URLSearchParams(dits.map(([cle, valeur]) => [cle, String(valeur)]));
  return query.size === 0 ? chemin : `${chemin}?${query}`;
}
