import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import type { EnTetePersonne } from "../domain/fiche.ts";
import type { Href } from "./mots.tsx";

interface Props {
  readonly personne: EnTetePersonne;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
  readonly nir?: string | null | undefined;
}

/** What identity already tells of the number, and no more; the rest on demand, journaled. */
export function NirMasque({ personne, href, droits, nir }: Props): VNode {
  if (personne.nirEtat === "absent") return <span class="muted">non renseigné</span>;
  if (nir !== undefined)
    return <span class="num">{nir === null ? "illisible" : espacer(nir)}</span>;
  return (
    <div class="row">
      <span class="num">{masquer(personne)}</span>
      {droits.has("dossier:lire-nir") && (
        <form method="post" action={href(`/personnes/${personne.id}/nir`)}>
          <Button kind="quiet" small>
            Afficher
          </Button>
        </form>
      )}
    </div>
  );
}

/** `2 85 04 •• ••• ••• ••`: sex, year and month of birth, which the page shows anyway. */
export function masquer({
  sexe,
  dateNaissance,
}: Pick<EnTetePersonne, "sexe" | "dateNaissance">): string {
  const debut = [
    sexe === "1" || sexe === "2" ? sexe : "•",
    dateNaissance ? dateNaissance.slice(2, 4) : "••",
    dateNaissance ? dateNaissance.slice(5, 7) : "••",
  ];
  return [...debut, "••", "•••", "•••", "••"].join(" ");
}

function espacer(nir: string): string {
  const serre = nir.replaceAll(/\s/g, "");
  const morceaux = /^(.)(..)(..)(..)(...)(...)(..)?$/.exec(serre);
  return morceaux ? morceaux.slice(1).filter(Boolean).join(" ") : serre;
}
