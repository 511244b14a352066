import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { libellesPorteur } from "../domain/regles.ts";
import type { EcheancesPersonne } from "../usecases/lire-echeances-personne.ts";
import { EtatEcheance, TexteEcheance } from "./mots.tsx";

/** Next steps of one person: what, who must do it, by when, after which text. */
export function CarteEcheances({ le, ouvertes }: EcheancesPersonne): VNode | null {
  if (ouvertes.length === 0) return null;
  return (
    <Card title="Prochaines étapes">
      <ul class="tasks" aria-label="Prochaines étapes">
        {ouvertes.map((echeance) => (
          <li key={echeance.id}>
            <div class="tasks-main">
              {echeance.regle?.libelle ?? echeance.code}
              <span class="tasks-hint">{libellesPorteur[echeance.pour]}</span>
              <TexteEcheance regle={echeance.regle} echeance={echeance} />
            </div>
            <EtatEcheance limite={echeance.limite} le={le} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
