import type { Base, Instance } from "#platform/db/tx.ts";
import type { Deps, Secrets } from "#platform/usecase/define-use-case.ts";
import { journal } from "./journal.ts";
import { reactions } from "./reactions.ts";

/** What acts need, whoever calls them: page, command, import or demonstration. */
export function depsOf(base: Base, secrets: Secrets, now = () => new Date()): Deps {
  return { base, now, journal, secrets, reactions };
}

export async function createDeps(
  instance: Instance,
  slug: string,
  secrets: Secrets,
): Promise<Deps> {
  return depsOf(await instance.departement(slug), secrets);
}
