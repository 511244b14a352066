import { ecrireJournal } from "#commun/journal";
import type { Base, Instance } from "#platform/db/tx.ts";
import type { Deps, Secrets } from "#platform/usecase/define-use-case.ts";

/** What acts need, whoever calls them: page, command, import or demonstration. */
export function depsFor(base: Base, secrets: Secrets, now = () => new Date()): Deps {
  return { base, now, journal: ecrireJournal, secrets };
}

export async function createDeps(
  instance: Instance,
  slug: string,
  secrets: Secrets,
): Promise<Deps> {
  return depsFor(await instance.departement(slug), secrets);
}
