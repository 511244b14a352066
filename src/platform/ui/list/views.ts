import type { Request } from "../../http/route.ts";

/** An address of a list kept under a name. */
export interface ListView {
  readonly id: number;
  readonly nom: string;
  /** `etat=2,4&tri=nom`, without the question mark. */
  readonly adresse: string;
  readonly partagee: boolean;
  /** Kept by the reader: only then can it be shared or removed. */
  readonly mienne: boolean;
  readonly auteur: string | null;
}

/** What a list asks of the module that keeps views; this folder knows no module. */
export interface ListViews {
  readonly available: boolean;
  read(
    request: Request,
    liste: string,
  ): Promise<{ readonly views: readonly ListView[]; readonly columns: readonly string[] | null }>;
  /** @throws DomainError when the name is empty, or sharing is not the agent's right */
  save(
    request: Request,
    view: {
      readonly liste: string;
      readonly nom: string;
      readonly adresse: string;
      readonly partagee: boolean;
    },
  ): Promise<void>;
  share(request: Request, id: number, partagee: boolean): Promise<void>;
  remove(request: Request, id: number): Promise<void>;
  /** `null` goes back to the usual columns. */
  keepColumns(request: Request, liste: string, columns: readonly string[] | null): Promise<void>;
}

export const noListViews: ListViews = {
  available: false,
  read: () => Promise.resolve({ views: [], columns: null }),
  save: () => Promise.resolve(),
  share: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  keepColumns: () => Promise.resolve(),
};

let provided: ListViews = noListViews;

/** Called once by the composition, before the first request: lists are declared before it is known who keeps views. */
export function provideListViews(views: ListViews): void {
  provided = views;
}

export function listViews(): ListViews {
  return provided;
}
