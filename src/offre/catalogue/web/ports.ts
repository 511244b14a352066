import type { ComponentChildren, VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import type { PlacesPrises } from "../db/places.ts";

/** A section of an action kept by another module, shown to who holds its right. */
interface OngletAction {
  readonly key: string;
  readonly label: string;
  /** After `/offre/actions/:id`: `/participants`. */
  readonly path: string;
  readonly droit: string;
}

/** What a module adds above the tabs of an action. */
export interface EnTeteAction {
  /** States and facts under the title. */
  readonly meta?: ComponentChildren;
  /** What must be known before anything else. */
  readonly alertes?: ComponentChildren;
  /** The acts of the module on this action. */
  readonly actions?: ComponentChildren;
}

/**
 * What one module shows of an action on its pages, given by the composition. Each part reads for the agent of the
 * request: it asks nothing of who may not know.
 */
export interface ApportAction {
  readonly onglets?: readonly OngletAction[];
  readonly entete?: (request: Request, actionId: number) => Promise<EnTeteAction>;
  /** Cards of the first page, in its main column. */
  readonly cartes?: (request: Request, actionId: number) => Promise<readonly VNode[]>;
}

/** The page of a section another module keeps: the action’s frame around its body. */
interface SectionAction {
  readonly actionId: number;
  /** Key of the tab, and its name in the breadcrumb. */
  readonly onglet: string;
  readonly titre: string;
  readonly corps: VNode;
  readonly status?: number;
  /** Tables that may use the full width of the screen. */
  readonly large?: boolean;
}

export type CadreAction = (request: Request, section: SectionAction) => Promise<Response>;

/** A page of the offer kept by another module, reached from its home. */
export interface LienOffre {
  readonly label: string;
  readonly path: string;
  readonly droit: string;
}

export interface PortsCatalogue {
  readonly liens: readonly LienOffre[];
  readonly apports: readonly ApportAction[];
  readonly prises: PlacesPrises;
}
