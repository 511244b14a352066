import type { VNode } from "preact";
import { siretEnMots, siretValide } from "#commun/structure";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatNumber } from "#platform/ui/format.ts";

export type Href = (path: string) => string;

/** The number as it is read, and what is wrong with it. */
export function Siret({ siret }: { siret: string | null }): VNode {
  if (siret === null) return <Etat tone="soon">SIRET à compléter</Etat>;
  return (
    <span class="row">
      <span class="num nowrap">{siretEnMots(siret)}</span>
      {!siretValide(siret) && <Etat tone="late">Clé fausse</Etat>}
    </span>
  );
}

export function etp(centiemes: number): string {
  return formatNumber(centiemes / 100, 2);
}
