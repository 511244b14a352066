import { placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { estTri, estVue } from "../domain/portefeuille.ts";
import { lirePortefeuille } from "../usecases/lire-portefeuille.ts";
import { listerPortefeuilles } from "../usecases/lister-portefeuilles.ts";
import { PagePortefeuille, titreDuPortefeuille } from "./page-portefeuille.tsx";
import { PagePortefeuilles } from "./page-portefeuilles.tsx";

const droit = "parcours:lire";

export const routesPortefeuille: readonly Route[] = [
  { method: "GET", path: "/portefeuille", droit, handler: portefeuille },
];

/** One caseload goes straight to it: a référent has hers, a responsable chooses. */
async function portefeuille(request: Request): Promise<Response> {
  const referentId = placeParam(request, "referent");
  const structureId = placeParam(request, "structure");
  const tous = await request.act(listerPortefeuilles, {});
  if (referentId === null && structureId === null && tous.length !== 1) {
    const sien = tous.length === 0 && request.agent.portee.referentId !== null;
    if (!sien) return choisir(request, tous);
  }
  return montrer(request, {
    referentId: referentId ?? (structureId === null ? (tous[0]?.referent.id ?? null) : null),
    structureId,
    plusieurs: tous.length > 1,
  });
}

type Portefeuilles = Awaited<ReturnType<typeof listerPortefeuilles.execute>>;

function choisir(request: Request, portefeuilles: Portefeuilles): Promise<Response> {
  return request.page({
    title: "Portefeuilles",
    menu: "portefeuille",
    body: <PagePortefeuilles portefeuilles={portefeuilles} href={request.href} />,
  });
}

interface Qui {
  readonly referentId: number | null;
  readonly structureId: number | null;
  readonly plusieurs: boolean;
}

async function montrer(request: Request, { plusieurs, ...qui }: Qui): Promise<Response> {
  const { href, agent, query } = request;
  const lu = await request.act(lirePortefeuille, qui);
  const vue = query.get("vue") ?? "";
  const tri = query.get("tri") ?? "";
  return request.page({
    title: titreDuPortefeuille(lu),
    menu: "portefeuille",
    wide: true,
    body: (
      <PagePortefeuille
        lu={lu}
        vue={estVue(vue) ? vue : "toutes"}
        tri={estTri(tri) ? tri : "nom"}
        page={Math.max(1, placeParam(request, "page") ?? 1)}
        href={href}
        qui={
          qui.referentId === null ? `structure=${qui.structureId}` : `referent=${qui.referentId}`
        }
        transmet={agent.droits.has("orientation:decider")}
        plusieurs={plusieurs}
      />
    ),
  });
}
