import type { VNode } from "preact";
import type { NatureContrat } from "#commun/referentiel";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import type { Contrat } from "../db/contrats.ts";
import { dernierJour } from "../domain/duree.ts";
import type { EtapeVersion } from "../domain/etapes.ts";
import { libellesEtape, libellesEtat } from "../domain/libelles.ts";
import { dessiner, type TraceSignature } from "../domain/trace.ts";

export const tonsEtape: Readonly<Record<EtapeVersion, State>> = {
  brouillon: "soon",
  proposee: "waiting",
  validee: "soon",
  refusee: "late",
  signee: "ok",
  abandonnee: "closed",
};

export function EtatVersion({ etape }: { readonly etape: EtapeVersion }): VNode {
  return <Etat tone={tonsEtape[etape]}>{libellesEtape[etape]}</Etat>;
}

export function EtatDuContrat({
  contrat,
  aujourdhui,
}: {
  readonly contrat: Contrat;
  readonly aujourdhui: string;
}): VNode {
  const { etat, fin } = contrat;
  if (etat === "signe" && fin !== null && fin <= aujourdhui) {
    return <Etat tone="late">Échu</Etat>;
  }
  const tons = { signe: "ok", "en-preparation": "soon", resilie: "late" } as const;
  return (
    <Etat tone={etat in tons ? tons[etat as keyof typeof tons] : "closed"}>
      {libellesEtat[etat]}
    </Etat>
  );
}

/** Said of every value the département has not confirmed yet. */
export function Source({
  texte,
  certitude,
}: {
  readonly texte: string;
  readonly certitude: NatureContrat["certitude"];
}): VNode {
  return (
    <p class="muted small">
      {texte}
      {certitude === "a-confirmer" && ". À confirmer par le Département."}
    </p>
  );
}

export function periodeEnMots({ debut, fin }: Pick<Contrat, "debut" | "fin">): string {
  if (debut === null) return "";
  return fin === null
    ? `depuis le ${formatDate(debut)}, sans terme`
    : `du ${formatDate(debut)} au ${formatDate(dernierJour(fin))}`;
}

export function Dessin({
  trace,
  de,
}: {
  readonly trace: TraceSignature;
  readonly de: string;
}): VNode {
  const { largeur, hauteur, chemin } = dessiner(trace);
  return (
    <svg class="signature-drawn" viewBox={`0 0 ${largeur} ${hauteur}`} role="img">
      <title>{`Signature : ${de}`}</title>
      <path d={chemin} />
    </svg>
  );
}
