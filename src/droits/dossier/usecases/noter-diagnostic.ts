import type { Context } from "#platform/usecase/define-use-case.ts";
import { inscrireDiagnostic } from "../db/diagnostics-declares.ts";
import { recalculer } from "./regle-du-jour.ts";

/** A diagnosis was validated for this person: her file no longer misses one. */
export async function noterDiagnostic(
  context: Context,
  { personneId, le }: { readonly personneId: number; readonly le: string },
): Promise<void> {
  await inscrireDiagnostic(context.tx, personneId, le);
  await recalculer(context, [personneId]);
}
