import type { Tx } from "#platform/db/tx.ts";

/** Questions often asked are few; beyond, the oldest figure is counted again when it is asked for. */
const GARDES = 500;

/**
 * What a process counted of a département, kept until something is written there. The version changes in
 * the writing transaction itself, whichever process it runs in, and is read before counting: a figure kept
 * may be younger than its version, never older.
 */
export class ComptesGardes<Valeur> {
  readonly #gardes = new Map<
    string,
    { readonly version: string | null; readonly valeur: Promise<Valeur> }
  >();

  async lire(tx: Tx, cle: string, compter: () => Promise<Valeur>): Promise<Valeur> {
    const { schema, version } = await lireVersion(tx);
    const place = `${schema} ${cle}`;
    const garde = this.#gardes.get(place);
    // Whoever counts for the others may fail alone: his connection is cut.
    if (garde?.version === version) return garde.valeur.catch(compter);
    const valeur = compter();
    this.#gardes.delete(place);
    this.#gardes.set(place, { version, valeur });
    const [ancienne] = this.#gardes.keys();
    if (this.#gardes.size > GARDES && ancienne !== undefined) this.#gardes.delete(ancienne);
    return valeur;
  }
}

/** Versions are drawn, never numbered: a transaction undone or a schema made anew cannot give one twice. */
export async function lireVersion(
  tx: Tx,
): Promise<{ readonly schema: string; readonly version: string | null }> {
  const [ligne] = await tx.query<{ schema: string; version: string | null }>(
    `select current_schema()::text as schema, string_agg(version::text, ' ' order by version) as version
     from version_dossiers`,
  );
  return ligne ?? { schema: "", version: null };
}
