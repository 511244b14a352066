import { defineFact } from "#platform/usecase/fact.ts";

/** Orientations have been decided, whatever their origin: letters, agendas and contracts start from there. */
export const orientationsDecidees = defineFact<{
  readonly orientations: readonly {
    readonly orientationId: number;
    readonly personneId: number;
  }[];
}>("orientations-decidees");
