import type { VNode } from "preact";
import { Icon } from "./icon.tsx";

export interface Chip {
  /** « Territoire : Amiens » */
  readonly label: string;
  /** The same list without this filter. */
  readonly removeHref: string;
}

export interface ChipsProps {
  readonly chips: readonly Chip[];
  readonly clearHref?: string | undefined;
  /** Id of the region refreshed when a filter is removed. */
  readonly refresh?: string | undefined;
}

/** The filters in force, each removable. */
export function Chips({ chips, clearHref, refresh }: ChipsProps): VNode | null {
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label="Filtres en vigueur">
      {chips.map((chip) => (
        <li key={chip.label}>
          <a
            class="chip"
            href={chip.removeHref}
            aria-label={`Retirer le filtre ${chip.label}`}
            data-refresh={refresh}
          >
            {chip.label}
            <Icon name="fermer" small />
          </a>
        </li>
      ))}
      {clearHref !== undefined && chips.length > 1 && (
        <li>
          <a class="small" href={clearHref}>
            Tout effacer
          </a>
        </li>
      )}
    </ul>
  );
}
