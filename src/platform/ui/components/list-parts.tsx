import type { ComponentChildren, VNode } from "preact";
import { formatNumber } from "../format.ts";
import { Icon } from "./icon.tsx";

export interface PaginationProps {
  readonly total: number;
  /** « personnes » */
  readonly noun: readonly [one: string, many: string];
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Rank of the first and last lines shown, when known. */
  readonly shown?: { readonly from: number; readonly to: number } | undefined;
}

/** Keyset pages: before, after, and how many in all. */
export function Pagination({ total, noun, previous, next, shown }: PaginationProps): VNode {
  const word = total < 2 ? noun[0] : noun[1];
  return (
    <nav class="pagination" aria-label="Pages de la liste">
      <p class="muted num">
        {shown !== undefined && `${formatNumber(shown.from)} à ${formatNumber(shown.to)} sur `}
        {formatNumber(total)} {word}
      </p>
      <div class="pagination-links">
        {previous !== undefined && (
          <a class="btn btn-small" href={previous} rel="prev">
            <Icon name="gauche" small />
            Précédent
          </a>
        )}
        {next !== undefined && (
          <a class="btn btn-small" href={next} rel="next">
            Suivant
            <Icon name="droite" small />
          </a>
        )}
      </div>
    </nav>
  );
}

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

export interface PanelProps {
  /** « Affiner » */
  readonly label: string;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A part of the page kept folded. */
export function Panel({ label, open, children }: PanelProps): VNode {
  return (
    <details class="panel" open={open}>
      <summary>{label}</summary>
      <div class="panel-body">{children}</div>
    </details>
  );
}

/** The reason or the text behind a line, on demand: « Pourquoi ? ». */
export function Why({
  label = "Pourquoi ?",
  children,
}: {
  label?: string | undefined;
  children: ComponentChildren;
}): VNode {
  return (
    <details class="why">
      <summary>{label}</summary>
      <div class="why-body">{children}</div>
    </details>
  );
}

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

export const previewPanelId = "apercu";

/**
 * The side panel of a list. Empty (and hidden) in the list; the page at a line's `preview` address holds the same
 * panel filled in, which takes its place.
 */
export function PreviewPanel({ children }: { children?: ComponentChildren }): VNode {
  return (
    <aside
      class="preview"
      id={previewPanelId}
      aria-label="Aperçu de la ligne"
      hidden={children === undefined}
      data-preview-panel
    >
      {children}
    </aside>
  );
}
