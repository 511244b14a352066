import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { codesRole, roles } from "#referentiels/national/roles.ts";
import { autresPorteurs } from "../db/habilitations.ts";

const administrants: readonly string[] = codesRole.filter((code) =>
  (roles[code].droits as readonly string[]).includes("agent:gerer"),
);

/** A département where nobody may give rights any more could only be repaired from the command line. */
export async function garderUnAdministrateur(
  tx: Tx,
  role: string,
  agentId: number,
  jour: string,
): Promise<void> {
  if (!administrants.includes(role)) return;
  if ((await autresPorteurs(tx, administrants, agentId, jour)) > 0) return;
  throw new DomainError(
    "agent.dernier-administrateur",
    "C’est le dernier administrateur du département : donnez d’abord ce rôle à quelqu’un d’autre.",
  );
}
