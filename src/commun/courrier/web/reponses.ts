import { renderPdfs, renderSvg } from "#platform/pdf/render-pdf.ts";
import type { LettreFigee } from "../domain/lettre.ts";

/** A document to read or keep: `2026-000123.pdf`. */
export function reponsePdf(octets: Buffer, nom: string): Response {
  return new Response(new Uint8Array(octets), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${nom}"`,
      "content-length": String(octets.length),
    },
  });
}

export async function reponseSvg(gabarit: string, lettre: LettreFigee): Promise<Response> {
  return new Response(await renderSvg(gabarit, lettre), {
    headers: { "content-type": "image/svg+xml; charset=utf-8" },
  });
}

/** Several letters as one document, each from its own first page. */
export async function reponseLot(
  gabarit: string,
  titre: string,
  lettres: readonly LettreFigee[],
): Promise<Response> {
  const [document] = await renderPdfs(gabarit, [{ titre, lettres }]);
  return reponsePdf(document?.bytes ?? Buffer.alloc(0), `${titre}.pdf`);
}
