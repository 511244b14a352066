import { z } from "zod";
import { type Agent, defineUseCase, type Portee } from "#platform/usecase/define-use-case.ts";
import { type ChargesDuReseau, lireChargesDuReseau } from "../db/charges.ts";

const rien = z.object({});

/** A figure leads to a list only for who may open lists of persons. */
export function porteeDesListes({ droits, portee }: Agent): Portee | null {
  return droits.has("personne:lister") ? portee : null;
}

/** Who is followed where: counts only, for the pages of the network. */
export const compterCharges = defineUseCase<typeof rien, ChargesDuReseau>({
  name: "orientation.compter-charges",
  input: rien,
  droit: "structure:lire",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent }) => lireChargesDuReseau(tx, porteeDesListes(agent)),
});
