import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { genererFlux } from "./generer-flux.ts";
import type { Encodage, OptionsFlux } from "./options.ts";

/** Everything generated is in ISO-8859-1, on which windows-1252 agrees. */
export function* encoder(
  morceaux: Iterable<string>,
  encodage: Encodage,
): Generator<Buffer, void, void> {
  for (const morceau of morceaux) {
    yield Buffer.from(morceau, encodage === "UTF-8" ? "utf8" : "latin1");
  }
}

export const octetsDuFlux = (options: OptionsFlux): Generator<Buffer, void, void> =>
  encoder(genererFlux(options), options.encodage ?? "windows-1252");

/** Number of bytes written. */
export async function ecrireFlux(
  chemin: string,
  options: OptionsFlux,
  signal?: AbortSignal,
): Promise<number> {
  const sortie = createWriteStream(chemin);
  const source = Readable.from(octetsDuFlux(options));
  await (signal === undefined ? pipeline(source, sortie) : pipeline(source, sortie, { signal }));
  return sortie.bytesWritten;
}
