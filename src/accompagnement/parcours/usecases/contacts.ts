import { lireDerniersContacts, lireProchainsRendezVous } from "#accompagnement/agenda";
import { lireDerniersEntretiens } from "#accompagnement/entretien";
import type { Tx } from "#platform/db/tx.ts";

/** Last day each of these persons was met, by whichever module knows it. */
export async function lireContacts(
  tx: Tx,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (personnes.length === 0) return new Map();
  const contacts = new Map<number, string>();
  for (const lus of [
    await lireDerniersEntretiens(tx, personnes),
    await lireDerniersContacts(tx, personnes),
  ]) {
    for (const [personneId, le] of lus) {
      if (le > (contacts.get(personneId) ?? "")) contacts.set(personneId, le);
    }
  }
  return contacts;
}

/** The next meeting already taken with each of these persons. */
export const lireProchaines = lireProchainsRendezVous;
