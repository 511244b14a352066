import type { Failures } from "#platform/auth/rate-limit.ts";
import type { Tx } from "#platform/db/tx.ts";

/** What this account or program has missed so far, held until the end of the act: two searches are counted in turn. */
export async function recherchesManqueesDe(tx: Tx, qui: string): Promise<Failures | null> {
  await tx.query(
    `insert into recherche_manquee (qui, nombre, derniere_le) values ($1, 0, now()) on conflict (qui) do nothing`,
    [qui],
  );
  const [manquees] = await tx.query<Failures>(
    `select nombre as count, derniere_le as "lastAt" from recherche_manquee where qui = $1 for update`,
    [qui],
  );
  return manquees && manquees.count > 0 ? manquees : null;
}

export async function noterRecherchesManquees(
  tx: Tx,
  qui: string,
  { count, lastAt }: Failures,
): Promise<void> {
  await tx.query("update recherche_manquee set nombre = $2, derniere_le = $3 where qui = $1", [
    qui,
    count,
    lastAt,
  ]);
}
