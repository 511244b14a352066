import { DomainError } from "#platform/errors/domain-error.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { compterRequete, type RequeteStandard } from "../usecases/compter-requete.ts";
import { type LigneRequete, PageRequetes } from "./page-requetes.tsx";

/** The catalogue is given by the composition, from what each module declares. */
export function routesRequete(catalogue: readonly RequeteStandard[]): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/requetes",
      droit: "requete:lire",
      async handler(request) {
        const lignes: LigneRequete[] = [];
        for (const requete of catalogue) {
          if (request.agent.droits.has(requete.droit)) lignes.push(await ligne(request, requete));
        }
        return request.page({
          title: "Requêtes",
          body: <PageRequetes lignes={lignes} />,
          menu: "requetes",
        });
      },
    },
  ];
}

async function ligne(request: Request, requete: RequeteStandard): Promise<LigneRequete> {
  const { adresse, chemin } = requete;
  const href = request.href(adresse === "" ? chemin : `${chemin}?${adresse}`);
  try {
    return { requete, href, resultat: await request.act(compterRequete(requete), {}) };
  } catch (refus) {
    if (!(refus instanceof DomainError)) throw refus;
    return { requete, href, resultat: { refus: refus.message } };
  }
}
