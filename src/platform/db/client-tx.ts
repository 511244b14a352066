import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import type { Kysely } from "kysely";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { CopyText, encodeRows } from "./copy-text.ts";
import { quoteIdentifier, quoteTable } from "./identifier.ts";
import { kyselyOnClient } from "./kysely-on-client.ts";
import type { Tx } from "./tx.ts";

const COPY_BUFFER = 256 * 1024;
const STREAM_BATCH = 1000;

export class ClientTx implements Tx {
  readonly #client: ClientBase;
  #kysely: Kysely<unknown> | null = null;
  #cursors = 0;

  constructor(client: ClientBase) {
    this.#client = client;
  }

  kysely<Tables>(): Kysely<Tables> {
    this.#kysely ??= kyselyOnClient(this.#client);
    return this.#kysely as Kysely<Tables>;
  }

  async query<Row = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]> {
    const result = await this.#client.query(text, values ? [...values] : undefined);
    return result.rows as Row[];
  }

  async copyRows(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly unknown[]> | CopyText,
  ): Promise<number> {
    const names = columns.map(quoteIdentifier).join(", ");
    const copy = this.#client.query(
      copyFrom(`COPY ${quoteTable(table)} (${names}) FROM STDIN`, { highWaterMark: COPY_BUFFER }),
    );
    if (rows instanceof CopyText) {
      const sent = finished(copy);
      for (const piece of rows.pieces()) copy.write(piece);
      copy.end();
      await sent;
      return copy.rowCount;
    }
    await pipeline(Readable.from(encodeRows(rows), { objectMode: true, highWaterMark: 1 }), copy);
    return copy.rowCount;
  }

  async *stream<Row = Record<string, unknown>>(
    text: string,
    values: readonly unknown[] = [],
    batch: number = STREAM_BATCH,
  ): AsyncGenerator<Row[]> {
    this.#cursors += 1;
    const cursor = `parcours_${this.#cursors}`;
    await this.#client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, [...values]);
    for (;;) {
      const { rows } = await this.#client.query(`FETCH ${Math.trunc(batch)} FROM ${cursor}`);
      if (rows.length > 0) yield rows as Row[];
      if (rows.length < batch) break;
    }
    await this.#client.query(`CLOSE ${cursor}`);
  }
}
