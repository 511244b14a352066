import type { Tx } from "./tx.ts";

/** Questions often asked are few; beyond, the oldest figure is counted again when it is asked for. */
const KEPT = 500;

/**
 * What a process counted of a département, kept until something is written there. The version changes in
 * the writing transaction itself, whichever process it runs in, and is read before counting: a figure kept
 * may be younger than its version, never older.
 */
export class KeptCounts<Value> {
  readonly #kept = new Map<
    string,
    { readonly version: string | null; readonly value: Promise<Value> }
  >();

  /** `key` says everything the figure depends on beside the data: the question, the day, who asks (`porteeKey`). */
  async read(tx: Tx, key: string, count: () => Promise<Value>): Promise<Value> {
    const { schema, version } = await readVersion(tx);
    const place = `${schema} ${key}`;
    const kept = this.#kept.get(place);
    // Whoever counts for the others may fail alone: his connection is cut.
    if (kept?.version === version) return kept.value.catch(count);
    const value = count();
    this.#kept.delete(place);
    this.#kept.set(place, { version, value });
    value.catch(() => {
      if (this.#kept.get(place)?.value === value) this.#kept.delete(place);
    });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }
}

/** Versions are drawn, never numbered: a transaction undone or a schema made anew cannot give one twice. */
export async function readVersion(
  tx: Tx,
): Promise<{ readonly schema: string; readonly version: string | null }> {
  const [row] = await tx.query<{ schema: string; version: string | null }>(
    `select current_schema()::text as schema, string_agg(version::text, ' ' order by version) as version
     from version_donnees`,
  );
  return row ?? { schema: "", version: null };
}
