import { lireSyntheseEntretiens, type SyntheseEntretiens } from "#accompagnement/entretien";
import type { Context } from "#platform/usecase/define-use-case.ts";

/** What a contract begins from: what the interviews and the diagnosis say of the person today. */
export function lireSynthese({ tx }: Context, personneId: number): Promise<SyntheseEntretiens> {
  return lireSyntheseEntretiens(tx, personneId);
}
