import type { ListRow } from "#platform/db/list/fetch.ts";
import type { Route } from "#platform/http/route.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import { listeSejours } from "../db/listes.ts";
import { lireAArbitrer } from "../usecases/consulter.ts";
import { cheminSejour, nomDe } from "./mots.tsx";
import { PageArbitrage } from "./page-arbitrage.tsx";

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

const nomDeLigne = ({ extra }: ListRow): string =>
  nomDe({
    qualite: texte(extra["qualite"]),
    nom: texte(extra["nom"]),
    prenom: texte(extra["prenom"]),
  });

/** Before the page of one stay, whose address would catch these. */
export const routesListes: readonly Route[] = [
  ...listRoutes({
    path: "/offre/sejours",
    definition: listeSejours,
    droit: "participation:lire",
    droitExport: "personne:exporter",
    menu: "offre",
    title: "Séjours dans les actions",
    rowName: nomDeLigne,
    cells: { nom: nomDeLigne },
    rowHref: ({ key }) => cheminSejour(Number(key)),
    emptyHint: "Personne n’est entré dans une action encore.",
  }),
  {
    method: "GET",
    path: "/offre/sejours/a-arbitrer",
    droit: "participation:arbitrer",
    async handler(request) {
      const lus = await request.act(lireAArbitrer, {});
      return request.page({
        title: "Sorties à arbitrer",
        menu: "offre",
        wide: true,
        breadcrumb: [
          { label: "Offre", href: request.href("/offre") },
          { label: "Séjours", href: request.href("/offre/sejours") },
          { label: "À arbitrer" },
        ],
        body: <PageArbitrage lus={lus} href={request.href} />,
      });
    },
  },
];
