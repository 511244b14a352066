import type { VNode } from "preact";
import { champs, groupesChamps } from "../domain/champs.ts";

/** What may be written between braces, with its meaning; a click selects the whole token. */
export function ListeDesChamps(): VNode {
  return (
    <div class="stack">
      <p class="small">
        Copiez un champ dans le texte : il sera remplacé par sa valeur. Avec un point
        d’interrogation, <code class="merge-field">{"{{structure.telephone?}}"}</code>, sa ligne
        disparaît quand la valeur est inconnue.
      </p>
      {groupesChamps.map((groupe) => (
        <div key={groupe}>
          <h3>{groupe}</h3>
          <ul class="plain-list stack-tight">
            {champs
              .filter((champ) => champ.groupe === groupe)
              .map(({ code, libelle, exemple }) => (
                <li key={code}>
                  <code class="merge-field">{`{{${code}}}`}</code> {libelle}{" "}
                  <span class="muted small">ex. {exemple.replaceAll("\n", ", ")}</span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
