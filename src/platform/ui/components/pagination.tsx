import type { VNode } from "preact";
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
