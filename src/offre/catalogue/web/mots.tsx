import type { VNode } from "preact";
import type { Certitude } from "#commun/referentiel";
import { Etat } from "#platform/ui/components/tag.tsx";

export type Href = (path: string) => string;

/** What is read in the text says nothing; what is proposed to the département says so. */
export function AConfirmer({ certitude }: { certitude: Certitude }): VNode | null {
  return certitude === "V" ? null : <Etat tone="soon">À confirmer</Etat>;
}

/** Where a value comes from, under it. */
export function Source({ texte, certitude }: { texte: string; certitude: Certitude }): VNode {
  return (
    <p class="small muted">
      {certitude === "V" ? "Source : " : "À confirmer. Source : "}
      {texte}.
    </p>
  );
}
