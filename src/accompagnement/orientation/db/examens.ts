import type { Tx } from "#platform/db/tx.ts";

export interface ExamenPasse {
  readonly instance: string;
  readonly le: string;
  readonly avis: "favorable" | "defavorable";
  readonly commentaire: string | null;
}

/** Opinions given on a demand of reorientation, in the order they came. */
export function lireExamens(tx: Tx, demandeId: number): Promise<ExamenPasse[]> {
  return tx.query<ExamenPasse>(
    "select instance, le, avis, commentaire from examen_reorientation where demande_id = $1 order by id",
    [demandeId],
  );
}
