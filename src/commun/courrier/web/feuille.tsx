import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";

/** The letter as it prints, beside what is said of it. Its words are on the page for who does not see the image. */
export function Feuille({
  image,
  pdf,
  titre,
  lien = "Ouvrir le PDF",
}: {
  readonly image: string;
  readonly pdf: string;
  readonly titre: string;
  readonly lien?: string;
}): VNode {
  return (
    <figure class="sheet">
      <a href={pdf} class="sheet-paper">
        <img src={image} alt={`${titre}, tel qu’imprimé (ouvrir le document)`} />
      </a>
      <figcaption class="row no-print">
        <ButtonLink href={pdf} small icon="fichier">
          {lien}
        </ButtonLink>
      </figcaption>
    </figure>
  );
}
