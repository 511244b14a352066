import type { Request } from "#platform/http/route.ts";

interface Lieu {
  readonly id: number;
  readonly nom: string;
}

/** What a perimeter is chosen from. The modules that hold territories and structures give it, through `app`. */
export interface Lieux {
  readonly territoires: readonly Lieu[];
  readonly structures: readonly Lieu[];
}

export type ChercherLieux = (request: Request) => Promise<Lieux>;
