import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { inscrirePassages, lireAExpirer } from "../db/passages.ts";
import { passer } from "../domain/etapes.ts";

/** Writes down that prescriptions nobody answered have expired, on their own day. Gives their ids. */
export async function constaterExpirations(
  { tx, now }: Pick<Context, "tx" | "now">,
  personnes: readonly number[] | null,
): Promise<readonly number[]> {
  const expirees = await lireAExpirer(tx, civilDay(now), personnes);
  await inscrirePassages(
    tx,
    expirees.map(({ id, expireLe }) => ({
      prescriptionId: id,
      geste: "expirer" as const,
      etat: passer("prescrite", "expirer"),
      le: expireLe,
    })),
    { par: null, auteur: "Jalon", a: now },
  );
  return expirees.map(({ id }) => id);
}
