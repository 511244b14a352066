import { defineFact } from "#platform/usecase/fact.ts";

interface EntretienTenu {
  readonly personneId: number;
  readonly entretienId: number;
  /** Day of the interview. */
  readonly le: string;
  readonly rendezVousId: number | null;
}

/** Notes of interviews have just been published: these persons were met. Once an act. */
export const entretienPublie = defineFact<{ readonly entretiens: readonly EntretienTenu[] }>(
  "entretien.publie",
);
