import type { Base, Tx } from "../tx.ts";

/**
 * The rows of a long reading, taken one by one by somebody outside the transaction that reads them
 * (the body of an answer). The transaction waits for its reader, and ends when the reader leaves.
 */
export async function* streamInTransaction<Row>(
  base: Base,
  open: (tx: Tx) => AsyncIterable<Row>,
): AsyncGenerator<Row> {
  const { readable, writable } = new TransformStream<Row, Row>();
  const writer = writable.getWriter();
  const finished = base
    .transaction(async (tx) => {
      for await (const row of open(tx)) await writer.write(row);
    })
    .then(
      () => writer.close(),
      (cause: unknown) => writer.abort(cause),
    )
    .catch(() => undefined);
  try {
    yield* readable;
  } finally {
    await finished;
  }
}
