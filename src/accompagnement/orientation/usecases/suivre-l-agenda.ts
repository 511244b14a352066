import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { verrouillerOrientationsDe } from "../db/orientations.ts";
import { ecrirePremiers, type PremierDeLAgenda } from "../db/premiers-agenda.ts";
import { tenirAJour } from "./cadre.ts";

/**
 * A first meeting taken, moved, held or cancelled in the agenda is the one of the designation in force, in the same
 * transaction. Each person once. Perimeters have been checked by the act of the agenda.
 */
export async function suivrePremiersRendezVous(
  context: Context,
  premiers: readonly PremierDeLAgenda[],
): Promise<void> {
  if (premiers.length === 0) return;
  await verrouillerOrientationsDe(
    context.tx,
    premiers.map(({ personneId }) => personneId),
  );
  const concernees = await ecrirePremiers(context.tx, premiers, {
    le: civilDay(context.now),
    par: context.agent.id,
  });
  await tenirAJour(context, concernees);
}
