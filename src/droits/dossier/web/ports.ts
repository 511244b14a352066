import type { ComponentChildren, VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import type { FriseBand, FriseTick } from "#platform/ui/frise/types.ts";
import type { ListOptions } from "#platform/ui/list/list-routes.tsx";
import type { OngletDePersonne } from "./onglets.ts";

/** A section of a person’s file kept by another module, shown to who holds its right. */
interface OngletAjoute {
  readonly key: string;
  readonly label: string;
  /** After `/personnes/:id`: `/orientation`. */
  readonly path: string;
  readonly droit: string;
  /** Rights whose holders open it every day; the others find it behind « Plus » when tabs are many. */
  readonly quotidien?: readonly string[];
}

/** What a module adds above the tabs of a person. */
interface EnTeteAjoutee {
  /** Ends the title: « orientée Emploi depuis le 12/10/2026 ». */
  readonly situation?: string | null;
  /** States and facts under the title. */
  readonly meta?: ComponentChildren;
  /** What must be known before anything else. */
  readonly alertes?: ComponentChildren;
  /** Quiet links beside the title. */
  readonly actions?: ComponentChildren;
}

interface FriseAjoutee {
  readonly bandes: readonly FriseBand[];
  readonly reperes: readonly FriseTick[];
}

/**
 * What one module shows of a person on her pages, given by the composition. Each part reads for the agent of the
 * request: it asks nothing of who may not know.
 */
export interface ApportPersonne {
  readonly onglets?: readonly OngletAjoute[];
  readonly entete?: (request: Request, personneId: number) => Promise<EnTeteAjoutee>;
  readonly frise?: (request: Request, personneId: number) => Promise<FriseAjoutee>;
  /** Cards of the first page, in its side column. */
  readonly cartes?: (request: Request, personneId: number) => Promise<readonly VNode[]>;
}

/** The page of a section another module keeps: the person’s frame around its body. */
interface SectionPersonne {
  readonly personneId: number;
  /** Key of the tab, and its name in the breadcrumb. */
  readonly onglet: string;
  readonly titre: string;
  readonly corps: VNode;
  readonly status?: number;
}

export type CadreDeSection = (request: Request, section: SectionPersonne) => Promise<Response>;

export interface PortsDossier {
  readonly personne: readonly ApportPersonne[];
  /** Acts on the persons chosen in their list. */
  readonly lots: NonNullable<ListOptions["batch"]>;
}

export interface Ajouts extends FriseAjoutee {
  readonly onglets: readonly OngletDePersonne[];
  readonly entetes: readonly EnTeteAjoutee[];
  readonly cartes: readonly VNode[];
}

interface Demande {
  readonly personneId: number;
  /** The first page alone draws la frise and shows the cards. */
  readonly synthese: boolean;
}

export async function lireAjouts(
  request: Request,
  apports: readonly ApportPersonne[],
  { personneId, synthese }: Demande,
): Promise<Ajouts> {
  const { droits } = request.agent;
  const ajouts = { onglets: [], entetes: [], cartes: [], bandes: [], reperes: [] } as {
    -readonly [Part in keyof Ajouts]: Ajouts[Part][number][];
  };
  for (const { onglets = [], entete, frise, cartes } of apports) {
    ajouts.onglets.push(
      ...onglets
        .filter(({ droit }) => droits.has(droit))
        .map(({ key, label, path, quotidien }) => ({
          key,
          label,
          quotidien,
          href: request.href(`/personnes/${personneId}${path}`),
        })),
    );
    if (entete) ajouts.entetes.push(await entete(request, personneId));
    if (!synthese) continue;
    if (cartes) ajouts.cartes.push(...(await cartes(request, personneId)));
    if (!frise) continue;
    const { bandes, reperes } = await frise(request, personneId);
    ajouts.bandes.push(...bandes);
    ajouts.reperes.push(...reperes);
  }
  return ajouts;
}
