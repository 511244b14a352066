import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import type { ProblemeMatrice } from "../../domain/matrice/verifier-matrice.ts";

/** Why a matrix was not saved: each problem, and the case that shows it. */
export function RefusMatrice({ etat }: { readonly etat: FormState }): VNode {
  return (
    <Alert tone="late" title={etat.problems[""]} live>
      <ul>
        {problemesDe(etat).map(({ probleme, cas }) => (
          <li key={`${probleme} ${cas}`}>
            {probleme} <span class="muted">{cas}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function problemesDe({ refusal }: FormState): readonly ProblemeMatrice[] {
  const problemes = refusal?.details["problemes"];
  return Array.isArray(problemes) ? (problemes as readonly ProblemeMatrice[]) : [];
}
