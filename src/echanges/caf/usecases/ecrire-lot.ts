import { integrerLot, type LotLu, rejeterApresEchec } from "#droits/flux-caf";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";

/** A value the base refuses rejects its own record, not the others of its batch. */
export async function ecrireLot(
  deps: Deps,
  agent: Agent,
  entree: Parameters<typeof integrerLot.execute>[2],
): Promise<{ readonly dossiers: readonly number[] }> {
  const { lot } = entree;
  try {
    return await integrerLot.execute(deps, agent, entree);
  } catch (cause) {
    // Without a household to blame, cutting the batch would give the same batch.
    if (cause instanceof DomainError || !estRefusDeDonnee(cause) || lot.foyers.length === 0)
      throw cause;
    if (lot.foyers.length === 1) {
      const rejets = [...lot.rejets, ...lot.foyers.map(rejeterApresEchec)];
      return integrerLot.execute(deps, agent, { ...entree, lot: { ...lot, foyers: [], rejets } });
    }
    const dossiers: number[] = [];
    for (const part of couper(lot)) {
      const ecrit = await ecrireLot(deps, agent, { ...entree, lot: part });
      dossiers.push(...ecrit.dossiers);
    }
    return { dossiers };
  }
}

/** Halves of a batch, in order, each record and each unchanged one counted in one of them. */
function couper(lot: LotLu): readonly LotLu[] {
  const milieu = lot.foyers[Math.floor(lot.foyers.length / 2) - 1]?.rang ?? lot.jusqua;
  const dans = (depuis: number, jusqua: number) => (rang: number) =>
    rang > depuis && rang <= jusqua;
  const part = (depuis: number, jusqua: number, inchanges: number): LotLu => ({
    depuis,
    jusqua,
    foyers: lot.foyers.filter(({ rang }) => dans(depuis, jusqua)(rang)),
    rejets: lot.rejets.filter(({ rang }) => dans(depuis, jusqua)(rang)),
    inchanges,
  });
  return [part(lot.depuis, milieu, 0), part(milieu, lot.jusqua, lot.inchanges)];
}

/** PostgreSQL classes 22 (data exception) and 23 (integrity): the fault of a value, not of the machine. */
function estRefusDeDonnee(cause: unknown): boolean {
  return /^2[23]/.test(codeErreur(cause));
}

/** The code PostgreSQL gives its refusal. */
export function codeErreur(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
