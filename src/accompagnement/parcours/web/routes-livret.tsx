import type { VNode } from "preact";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { renderPdfs } from "#platform/pdf/render-pdf.ts";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { gabaritLivret, type Livret } from "../domain/livret.ts";
import { lireLivret } from "../usecases/lire-livret.ts";

const droit = "parcours:lire";
const base = "/personnes/:id/parcours";

export const routesLivret: readonly Route[] = [
  { method: "GET", path: `${base}/livret`, droit, handler: livret },
  { method: "GET", path: `${base}/livret.pdf`, droit, handler: document },
];

async function livret(request: Request): Promise<Response> {
  const personneId = idParam(request);
  const lu = await request.act(lireLivret, { personneId });
  const { href } = request;
  return request.page({
    title: `${lu.titre}, ${lu.pour}`,
    menu: "personnes",
    breadcrumb: [
      { label: "Personnes", href: href("/personnes") },
      { label: lu.pour, href: href(`/personnes/${personneId}/parcours`) },
      { label: "Livret" },
    ],
    body: <PageLivret livret={lu} pdf={href(`/personnes/${personneId}/parcours/livret.pdf`)} />,
  });
}

function PageLivret({ livret: lu, pdf }: { readonly livret: Livret; readonly pdf: string }): VNode {
  return (
    <>
      <PageHeader
        over={lu.pour}
        title={lu.titre}
        meta={<span>Écrit le {lu.le}</span>}
        actions={
          <ButtonLink href={pdf} icon="imprimer">
            Imprimer le livret (PDF)
          </ButtonLink>
        }
      />
      <div class="stack measure">
        {lu.sections.map(({ titre, phrases, lignes }) => (
          <Card key={titre} title={titre}>
            {phrases.map((phrase) => (
              <p key={phrase}>{phrase}</p>
            ))}
            {lignes.length > 0 && (
              <ul>
                {lignes.map((ligne) => (
                  <li key={ligne}>{ligne}</li>
                ))}
              </ul>
            )}
          </Card>
        ))}
      </div>
    </>
  );
}

/** Setting the booklet is long: the base is given back before. */
async function document(request: Request): Promise<Response> {
  const lu = await request.act(lireLivret, { personneId: idParam(request) });
  await request.endReading();
  const [pdf] = await renderPdfs(gabaritLivret, [lu]);
  const octets = pdf?.bytes ?? Buffer.alloc(0);
  return new Response(new Uint8Array(octets), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="livret.pdf"',
      "content-length": String(octets.length),
    },
  });
}
