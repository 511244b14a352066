import { createHash } from "node:crypto";
import { renderPdfs } from "#platform/pdf/render-pdf.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { inscrireDocuments, prendreAImprimer } from "../db/courriers.ts";
import { gabaritCourrier } from "../domain/gabarit.ts";

const PAR_LOT = 100;

/**
 * Prints letters already issued, once each: these ones, or any that wait. How many were printed, a hundred at most
 * when none is named.
 */
export async function imprimerCourriers(
  { tx, now }: Pick<Context, "tx" | "now">,
  ids: readonly number[] | null,
): Promise<number> {
  let imprimes = 0;
  for (;;) {
    const aImprimer = await prendreAImprimer(tx, PAR_LOT, ids);
    if (aImprimer.length > 0) {
      const documents = await renderPdfs(
        gabaritCourrier,
        aImprimer.map(({ contenu }) => contenu),
      );
      await inscrireDocuments(
        tx,
        documents.map(({ bytes, accessible }, index) => ({
          courrierId: aImprimer[index]?.id ?? 0,
          octets: bytes,
          empreinte: createHash("sha256").update(bytes).digest(),
          accessible,
        })),
        now,
      );
    }
    imprimes += aImprimer.length;
    if (ids === null || aImprimer.length < PAR_LOT) return imprimes;
  }
}
