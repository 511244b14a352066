/** What the thread that prints is asked: one source, and the data of each document as JSON. */
export interface PrintOrder {
  readonly source: string;
  readonly data: readonly string[];
  /** `svg`: the pages one under the other, for a screen. */
  readonly as: "pdf" | "svg";
}

export interface PrintedBytes {
  readonly bytes: Uint8Array;
  /** False when a character no font draws kept the document from being PDF/UA. */
  readonly accessible: boolean;
}
