import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ChargesDuReseau, lireChargesDuReseau } from "../db/charges.ts";

const rien = z.object({});

/** Who is followed where: counts only, for the pages of the network. */
export const compterCharges = defineUseCase<typeof rien, ChargesDuReseau>({
  name: "orientation.compter-charges",
  input: rien,
  droit: "structure:lire",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent }) => lireChargesDuReseau(tx, agent.portee),
});
