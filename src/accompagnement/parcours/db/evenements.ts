import type { Tx } from "#platform/db/tx.ts";

export interface NouvelleSuspension {
  readonly accompagnementId: number;
  readonly motif: string;
  readonly details: string | null;
  readonly du: string;
  readonly au: string | null;
  readonly le: string;
  readonly par: number | null;
}

export async function inscrireSuspension(tx: Tx, une: NouvelleSuspension): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into suspension_accompagnement (accompagnement_id, motif, details, periode, notee_le, notee_par)
     values ($1, $2, $3, daterange($4, $5), $6, $7) returning id`,
    [une.accompagnementId, une.motif, une.details, une.du, une.au, une.le, une.par],
  );
  return ligne?.id ?? 0;
}

/** The suspension that covers this day, or has no end, ends on it. False when there is none, or it begins that day. */
export async function finirSuspension(
  tx: Tx,
  accompagnementId: number,
  { le, par }: { readonly le: string; readonly par: number | null },
): Promise<boolean> {
  const lignes = await tx.query(
    `update suspension_accompagnement set periode = daterange(lower(periode), $2::date), reprise_par = $3
     where accompagnement_id = $1 and lower(periode) < $2::date and (upper_inf(periode) or upper(periode) > $2::date)
     returning id`,
    [accompagnementId, le, par],
  );
  return lignes.length > 0;
}

export interface NouvelleProlongation {
  readonly accompagnementId: number;
  readonly nature: "renouvellement" | "derogation";
  readonly mois: number;
  readonly motif: string;
  readonly fondement: string | null;
  readonly preuve: string | null;
  readonly le: string;
  readonly par: number | null;
  readonly auteur: string;
}

export async function inscrireProlongation(tx: Tx, une: NouvelleProlongation): Promise<void> {
  await tx.query(
    `insert into prolongation_accompagnement (accompagnement_id, nature, mois, motif, fondement, preuve, le, par, auteur)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      une.accompagnementId,
      une.nature,
      une.mois,
      une.motif,
      une.fondement,
      une.preuve,
      une.le,
      une.par,
      une.auteur,
    ],
  );
}
