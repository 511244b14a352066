import type { ComponentChildren, VNode } from "preact";
import { classes, type Tone, toneClass } from "../tone.ts";

export interface TimelineEntry {
  readonly key: string;
  /** « 22/11/2026 à 10 h 30, par Alix Exemple » */
  readonly when: string;
  readonly what: ComponentChildren;
  readonly detail?: ComponentChildren;
  readonly tone?: Tone | undefined;
}

/** What happened, the latest first. */
export function Timeline({
  entries,
  label,
}: {
  entries: readonly TimelineEntry[];
  label: string;
}): VNode {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} class={classes(toneClass(entry.tone)) || undefined}>
          <p class="timeline-when">{entry.when}</p>
          <p class="timeline-what">{entry.what}</p>
          {entry.detail !== undefined && <div class="timeline-detail">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
