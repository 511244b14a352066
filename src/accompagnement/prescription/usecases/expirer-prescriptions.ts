import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lirePrescriptionsParId } from "../db/prescriptions.ts";
import { recalculerInput } from "../schemas.ts";
import { faireSuivre } from "./cadre.ts";
import { constaterExpirations } from "./expirer.ts";

/** Every day, and as often as wanted: prescriptions nobody answered in time are written down as expired. */
export const expirerPrescriptions = defineUseCase({
  name: "prescription.expirer",
  input: recalculerInput,
  droit: "prescription:expirer",
  nature: "ecriture",
  trace: null,
  async run(context): Promise<number> {
    const expirees = await constaterExpirations(context, null);
    await faireSuivre(context, await lirePrescriptionsParId(context.tx, expirees));
    return expirees.length;
  },
});
