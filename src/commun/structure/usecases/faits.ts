import { defineFact } from "#platform/usecase/fact.ts";

/** A référent has left from that day: who keeps persons entrusted to her refuses, or hands them over. */
export const referentParti = defineFact<{
  readonly referentId: number;
  readonly structureId: number;
  readonly nom: string;
  /** First day without her. */
  readonly des: string;
}>("referent-parti");

/** A structure is closed from that day: who still designates it refuses. */
export const structureFermee = defineFact<{
  readonly structureId: number;
  readonly nom: string;
  readonly des: string;
}>("structure-fermee");
