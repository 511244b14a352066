import type { Request } from "#platform/http/route.ts";
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

/** Ten previews that wait for the one printer must not hold ten connections meanwhile. */
type Lecture = Pick<Request, "endReading">;

export async function reponseSvg(
  request: Lecture,
  gabarit: string,
  lettre: LettreFigee,
): Promise<Response> {
  await request.endReading();
  return new Response(await renderSvg(gabarit, lettre), {
    headers: { "content-type": "image/svg+xml; charset=utf-8" },
  });
}

/** Several letters as one document, each from its own first page. */
export async function reponseLot(
  request: Lecture,
  gabarit: string,
  { titre, lettres }: { readonly titre: string; readonly lettres: readonly LettreFigee[] },
): Promise<Response> {
  await request.endReading();
  const [document] = await renderPdfs(gabarit, [{ titre, lettres }]);
  return reponsePdf(document?.bytes ?? Buffer.alloc(0), `${titre}.pdf`);
}
