import { z } from "zod";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { aOuvrir } from "../db/venues.ts";
import { tenirEcheancesAgenda } from "./echeances.ts";

/** Every morning: meetings of the days before whose outcome nobody has said become something to do. */
export const tenirLaJournee = defineUseCase({
  name: "agenda.tenir-la-journee",
  input: z.object({}),
  droit: "agenda:tenir",
  nature: "ecriture",
  trace: null,
  async run(context): Promise<{ readonly ouvertes: number }> {
    const { ouvertes } = await tenirEcheancesAgenda(
      context,
      await aOuvrir(context.tx, civilDay(context.now)),
    );
    return { ouvertes };
  },
});
