import type { Tx } from "#platform/db/tx.ts";
import type { RoleContact } from "../domain/roles.ts";

export interface ContactOperateur {
  readonly id: number;
  readonly structureId: number;
  readonly role: RoleContact;
  readonly nom: string;
  readonly courriel: string | null;
  readonly telephone: string | null;
  readonly noteLe: string;
}

/** To whom the département speaks today, by operator. */
export function contactsDe(
  tx: Tx,
  structures: readonly number[],
): Promise<readonly ContactOperateur[]> {
  return tx.query<ContactOperateur>(
    `select id, structure_id as "structureId", role, nom, courriel, telephone, note_le as "noteLe"
     from contact_operateur where structure_id = any($1::int[]) and retire_le is null
     order by array_position(array['direction', 'projet', 'gestion'], role), nom, id`,
    [[...structures]],
  );
}

export async function insererContact(
  tx: Tx,
  contact: Omit<ContactOperateur, "id">,
  par: number | null,
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into contact_operateur (structure_id, role, nom, courriel, telephone, note_le, note_par)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [
      contact.structureId,
      contact.role,
      contact.nom,
      contact.courriel,
      contact.telephone,
      contact.noteLe,
      par,
    ],
  );
  return ligne?.id ?? 0;
}

/** The operator of the contact; `null` when it is not, or no longer, one. */
export async function fermerContact(tx: Tx, id: number, le: string): Promise<number | null> {
  const [ligne] = await tx.query<{ structureId: number }>(
    `update contact_operateur set retire_le = $2 where id = $1 and retire_le is null
     returning structure_id as "structureId"`,
    [id, le],
  );
  return ligne?.structureId ?? null;
}
