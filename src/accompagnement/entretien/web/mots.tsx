import type { ComponentChildren, VNode } from "preact";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate, formatRelative } from "#platform/ui/format.ts";
import type { EtapeLue, FreinLu } from "../db/freins.ts";
import { ouvertLe } from "../domain/frein.ts";
import { libellesPoids, libellesQui } from "../domain/libelles.ts";
import { libellesEtatProjet } from "../domain/projet.ts";
import type { EtatProjet, PoidsFrein } from "../domain/synthese.ts";

const tonsPoids = { leger: "waiting", important: "soon", bloquant: "late" } as const;

export function Poids({ poids }: { readonly poids: PoidsFrein }): VNode {
  return <Etat tone={tonsPoids[poids]}>{libellesPoids[poids]}</Etat>;
}

/** Where a frein is today: its weight, or the day it was lifted. */
export function EtatDuFrein({ frein }: { readonly frein: Pick<FreinLu, "periodes"> }): VNode {
  const derniere = frein.periodes.at(-1);
  if (!derniere || derniere.au === null) return <Poids poids={derniere?.poids ?? "leger"} />;
  return <Etat tone="ok">{`Levé le ${formatDate(derniere.au)}`}</Etat>;
}

export function depuisQuand({ periodes }: Pick<FreinLu, "periodes">): string {
  return `ouvert le ${formatDate(ouvertLe(periodes))}`;
}

const tonsProjet = {
  emergence: "waiting",
  validation: "ok",
  reevaluation: "soon",
  abandon: "closed",
} as const;

export function EtatDuProjet({ etat }: { readonly etat: EtatProjet }): VNode {
  return <Etat tone={tonsProjet[etat]}>{libellesEtatProjet[etat]}</Etat>;
}

export function quiFait({ qui, quiNom }: Pick<EtapeLue, "qui" | "quiNom">): string {
  return quiNom === "" ? libellesQui[qui] : `${libellesQui[qui]} (${quiNom})`;
}

/** Where a step is: done, given up, or its day. */
export function EtatEtape({ etape, le }: { readonly etape: EtapeLue; readonly le: string }): VNode {
  if (etape.faiteLe !== null)
    return <Etat tone="ok">{`Faite le ${formatDate(etape.faiteLe)}`}</Etat>;
  if (etape.abandonneeLe !== null) {
    return <Etat tone="closed">{`Abandonnée le ${formatDate(etape.abandonneeLe)}`}</Etat>;
  }
  if (etape.pourLe === null) return <Etat tone="neutral">Sans date</Etat>;
  const ton = etape.pourLe < le ? "late" : "soon";
  return <Etat tone={ton}>{majuscule(formatRelative(etape.pourLe, le))}</Etat>;
}

const majuscule = (texte: string): string =>
  texte.charAt(0).toLocaleUpperCase("fr") + texte.slice(1);

export const enCours = ({ faiteLe, abandonneeLe }: EtapeLue): boolean =>
  faiteLe === null && abandonneeLe === null;

export const estOuvert = ({ periodes }: Pick<FreinLu, "periodes">): boolean =>
  periodes.at(-1)?.au === null;

/** Text typed on several lines, as it was typed. */
export function Paragraphes({ texte }: { readonly texte: string }): VNode {
  const lignes: ComponentChildren[] = texte
    .split(/\n{2,}/u)
    .map((paragraphe, rang) => <p key={rang}>{paragraphe}</p>);
  return <>{lignes}</>;
}
