import type { VNode } from "preact";
import { Etat } from "#platform/ui/components/tag.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { formatCount, formatRate } from "#platform/ui/format.ts";
import type { PartPresente } from "../domain/part-rsa.ts";
import type { SeanceConsultee } from "../usecases/lire-seances.ts";

/** Why a mixed session counts, or does not, among the actions for employment. */
export function PartMontree({
  lue: { seance, part, regle },
}: {
  lue: SeanceConsultee;
}): VNode | null {
  if (!seance.mixte || regle.valeur === null) return null;
  const constatee = seance.closeLe !== null || seance.presents > 0;
  return (
    <div id="part" class="stack-tight">
      <h3>Part des personnes au RSA</h3>
      {constatee ? (
        <p>
          <Etat tone={part.comptee ? "ok" : "soon"}>
            {part.comptee ? "Comptée" : "Non comptée"}
          </Etat>{" "}
          {partEnMots(part)}
        </p>
      ) : (
        <p class="muted">
          Elle se calcule sur les personnes présentes, une fois les présences notées.
        </p>
      )}
      <Why label="La règle">
        <p>
          Au moins {formatRate(regle.valeur.n, regle.valeur.d)} des personnes présentes, et non des
          inscrites. {regle.texte}
          {regle.certitude === "a-confirmer" && " (à confirmer)"}
        </p>
      </Why>
    </div>
  );
}

export function partEnMots({ rsa, presents, raison }: PartPresente): string {
  const part = `${rsa} au RSA sur ${formatCount(presents, "personne présente", "personnes présentes")}, soit ${formatRate(rsa, presents, 2)}`;
  switch (raison) {
    case "atteinte":
      return part;
    case "sous-la-part":
      return `${part} : moins que la part demandée.`;
    case "aucun-present":
      return "Aucune personne présente : il n’y a pas de part à calculer.";
    case "public-rsa":
      return "Toutes les personnes présentes sont au RSA.";
    case "sans-regle":
      return "Aucune part n’est demandée.";
  }
}
