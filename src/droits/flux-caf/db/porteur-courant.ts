import { currentHolder, isAlive } from "#platform/jobs/holder.ts";
import { PERSONNE, type Porteur } from "./integrations.ts";

export function porteurCourant(): Porteur {
  const { host, pid } = currentHolder();
  return { hote: host, processus: pid, vit: isAlive };
}

/** For a run put down by a page, that another process will write. */
export function porteurEnAttente(): Porteur {
  return { ...porteurCourant(), processus: PERSONNE };
}
