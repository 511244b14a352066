import type { VNode } from "preact";
import { civilDay, laterDay } from "#platform/clock/civil-day.ts";
import type { ListRow } from "#platform/db/list/fetch.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import type { ListLook } from "#platform/ui/list/model.ts";
import { listeFreins } from "../db/liste-freins.ts";
import { consulterTaux } from "../usecases/compter-freins.ts";
import { lire } from "./cadre.ts";
import { PageTaux } from "./page-taux.tsx";

export interface PortsFreins {
  /** How the cells of persons are written. */
  readonly cellules: NonNullable<ListLook["cells"]>;
  /** The whole name of the person of a line. */
  readonly nommer: (personne: {
    readonly qualite: string | null;
    readonly nom: string;
    readonly prenom: string;
  }) => string;
}

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

/** The list of freins, and the rate of those lifted, whose figures open it. */
export function routesFreins({ cellules, nommer }: PortsFreins): readonly Route[] {
  const nomDe = ({ extra }: ListRow) =>
    nommer({
      qualite: texte(extra["qualite"]) || null,
      nom: texte(extra["nom"]),
      prenom: texte(extra["prenom"]),
    });
  return [
    { method: "GET", path: "/freins/levee", droit: lire, handler: taux },
    ...listRoutes({
      path: "/freins",
      definition: listeFreins,
      title: "Freins",
      menu: "freins",
      droit: lire,
      droitExport: "personne:exporter",
      cells: { ...cellules, nom: nomDe },
      rowName: nomDe,
      rowHref: ({ key, extra }) => `/personnes/${String(extra["personne"])}/freins/${String(key)}`,
      emptyHint: "Aucun frein ne répond à ces filtres.",
    }),
  ];
}

/** This year so far, unless other days are asked. */
async function taux(request: Request): Promise<Response> {
  const aujourdhui = civilDay(request.deps.now());
  const lireJour = (nom: string, sinon: string) => parseDate(request.query.get(nom) ?? "") ?? sinon;
  const du = lireJour("du", `${aujourdhui.slice(0, 4)}-01-01`);
  const voulu = lireJour("au", aujourdhui);
  const consulte = await request.act(consulterTaux, { du, au: laterDay(voulu, du) });
  const corps: VNode = <PageTaux taux={consulte} href={request.href} />;
  return request.page({
    title: "Freins levés",
    menu: "freins",
    breadcrumb: [{ label: "Freins", href: request.href("/freins") }, { label: "Freins levés" }],
    body: corps,
  });
}
