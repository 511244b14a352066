import { placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { listerStructures } from "../usecases/lister-structures.ts";
import {
  choixDeTypes,
  filDeStructure,
  GERER,
  LIRE,
  structureDemandee,
  typesDuJour,
} from "./contexte.ts";
import { aujourdhui } from "./formulaire.ts";
import { PageStructure } from "./page-structure.tsx";
import { PageStructures } from "./page-structures.tsx";
import type { PortsStructure } from "./ports.ts";

export function routesDesStructures(ports: PortsStructure): readonly Route[] {
  return [
    { method: "GET", path: "/structures", droit: LIRE, handler: (r) => liste(r, ports) },
    { method: "GET", path: "/structures/:id", droit: LIRE, handler: (r) => une(r, ports) },
  ];
}

async function liste(request: Request, ports: PortsStructure): Promise<Response> {
  const { query, agent, href } = request;
  const filtre = {
    texte: (query.get("texte") ?? "").trim().slice(0, 80),
    type: query.get("type") ?? "",
    classe: query.get("classe") ?? "",
    territoireId: placeParam(request, "territoire"),
    fermees: query.get("fermees") === "oui",
  };
  return request.page({
    title: "Structures",
    menu: "structures",
    wide: true,
    body: (
      <PageStructures
        structures={await request.act(listerStructures, filtre)}
        filtre={filtre}
        types={choixDeTypes(request)}
        libelle={typesDuJour(request).libelle}
        territoires={await ports.territoires(request)}
        charges={await ports.charges(request)}
        le={aujourdhui(request)}
        peutGerer={agent.droits.has(GERER)}
        tableau={agent.droits.has(ports.tableau.droit) ? href(ports.tableau.path) : null}
        href={href}
      />
    ),
  });
}

async function une(request: Request, ports: PortsStructure): Promise<Response> {
  const dossier = await structureDemandee(request);
  return request.page({
    title: dossier.fiche.nom,
    menu: "structures",
    breadcrumb: [...filDeStructure(request), { label: dossier.fiche.nom }],
    body: (
      <PageStructure
        dossier={dossier}
        charges={await ports.charges(request)}
        territoires={await ports.territoires(request)}
        libelle={typesDuJour(request).libelle}
        le={aujourdhui(request)}
        peutGerer={request.agent.droits.has(GERER)}
        href={request.href}
      />
    ),
  });
}
