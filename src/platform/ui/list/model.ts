import type { ComponentChildren } from "preact";
import type { ListDefinition } from "../../db/list/definition.ts";
import type { ListRow } from "../../db/list/fetch.ts";
import { type ListState, toQueryString } from "../../db/list/state.ts";
import type { State } from "../tone.ts";
import type { ConsultedList } from "./list-acts.ts";
import type { ListView } from "./views.ts";

/** A batch act as the bar shows it. */
export interface BatchButton {
  readonly key: string;
  /** A verb: « Attribuer un territoire ». */
  readonly label: string;
  readonly confirm?: string;
  /** The act answers with a file: the list stays where it is. */
  readonly download?: boolean;
}

/** How one module shows its list. */
export interface ListLook {
  readonly title: string;
  /** By key of column: what to show in place of the usual cell. */
  readonly cells?: Readonly<Record<string, (row: ListRow) => ComponentChildren>>;
  /** Page of the line, under the département: `/personnes/12`. */
  readonly rowHref?: (row: ListRow) => string;
  /** Page whose preview panel is shown at the side. */
  readonly previewHref?: (row: ListRow) => string;
  readonly rowTone?: (row: ListRow) => State | undefined;
  /** Who or what the line is, for the name of its box. */
  readonly rowName?: (row: ListRow) => string;
  /** What who holds this right must know of the lines, in one sentence under them. */
  readonly note?: { readonly droit: string; readonly text: string };
  /** What to do when the list is empty without any filter: « Importez un flux de la CAF ». */
  readonly emptyHint?: string;
  /** What to do when nothing is in the perimeter of this reader, whatever others see. */
  readonly emptyPerimeterHint?: string;
}

/** All that a list page shows. */
export interface ListModel {
  readonly definition: ListDefinition;
  readonly look: ListLook;
  /** `/somme/personnes`. */
  readonly href: string;
  /** Builds `/somme` + path. */
  readonly link: (path: string) => string;
  readonly list: ConsultedList;
  readonly droits: ReadonlySet<string>;
  readonly views: readonly ListView[];
  readonly viewsAvailable: boolean;
  readonly canExport: boolean;
  readonly canShare: boolean;
  readonly batch: readonly BatchButton[];
  /** Refusal of « Enregistrer cette vue », with what was typed. */
  readonly viewProblem?: { readonly message: string; readonly nom: string };
}

/** The address of another state of the same list. */
export function hrefOf({ definition, href }: ListModel, state: ListState): string {
  return `${href}${toQueryString(definition, state)}`;
}

/** What the address says of the state shown, without its page. */
export function currentQuery({ definition, list }: ListModel): string {
  return toQueryString(definition, { ...list.state, cursor: null }).replace(/^\?/, "");
}
