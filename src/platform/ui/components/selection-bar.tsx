import type { ComponentChildren, VNode } from "preact";

export interface SelectionBarProps {
  /** Id given to `Table#selection.form`. */
  readonly id: string;
  readonly action: string;
  /** « personne choisie », « personnes choisies » */
  readonly noun: readonly [one: string, many: string];
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** The batch acts: `Button` with `formAction`. */
  readonly children: ComponentChildren;
}

/** The acts on the lines chosen. Stays at the foot of the screen. */
export function SelectionBar({ id, action, noun, fields, children }: SelectionBarProps): VNode {
  return (
    <form
      class="selection"
      id={id}
      method="post"
      action={action}
      aria-label="Agir sur la sélection"
    >
      {Object.entries(fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p
        class="selection-count"
        aria-live="polite"
        data-selection-count={id}
        data-one={noun[0]}
        data-many={noun[1]}
      >
        Cochez des lignes, puis :
      </p>
      {children}
    </form>
  );
}
