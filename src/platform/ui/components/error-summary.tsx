import type { VNode } from "preact";
import { fieldId } from "./field.tsx";

export interface ErrorSummaryProps {
  /** Name of the field → what to type. The empty name is for the form as a whole. */
  readonly problems: Readonly<Record<string, string>> | undefined;
  readonly title?: string | undefined;
}

/** First thing of a refused form: each refusal links to its field. Takes the focus when scripts are on. */
export function ErrorSummary({ problems = {}, title }: ErrorSummaryProps): VNode | null {
  const entries = Object.entries(problems);
  if (entries.length === 0) return null;
  return (
    <div
      class="error-summary"
      role="alert"
      tabIndex={-1}
      aria-labelledby="erreurs-titre"
      data-error-summary
    >
      <h2 id="erreurs-titre">
        {title ??
          (entries.length === 1
            ? "Une réponse est à corriger"
            : `${entries.length} réponses sont à corriger`)}
      </h2>
      <p class="small muted">
        Rien n’a été enregistré, et ce que vous avez saisi est conservé ci-dessous.
      </p>
      <ul>
        {entries.map(([name, problem]) => (
          <li key={name}>{name === "" ? problem : <a href={`#${fieldId(name)}`}>{problem}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
