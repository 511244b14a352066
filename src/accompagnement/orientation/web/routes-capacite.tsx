import { typesDecidables } from "#commun/structure";
import { nomsDesTerritoires } from "#droits/territoire";
import { civilDay } from "#platform/clock/civil-day.ts";
import { placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import {
  additionner,
  placesParTerritoire,
  type TableauDesPlaces,
} from "../domain/tableau-places.ts";
import { compterSansOrientation } from "../usecases/compter-sans-orientation.ts";
import { lireTableauPlaces } from "../usecases/lire-tableau-places.ts";
import type { CarteCapaciteProps } from "./carte-capacite.tsx";
import { type ChiffreDeCarte, chiffreDemande } from "./chiffre-capacite.ts";
import { PageCapacite } from "./page-capacite.tsx";

const CHEMIN = "/orientation/capacite";

export const routesCapacite: readonly Route[] = [
  { method: "GET", path: CHEMIN, droit: "structure:lire", handler: montrer },
];

interface Demande {
  readonly territoireId: number | null;
  readonly type: string;
  readonly chiffre: ChiffreDeCarte;
}

async function montrer(request: Request): Promise<Response> {
  const { href, query } = request;
  const demande: Demande = {
    territoireId: placeParam(request, "territoire"),
    type: query.get("type") ?? "",
    chiffre: chiffreDemande(query.get("chiffre")),
  };
  const { type, territoireId } = demande;
  const entier = await request.act(lireTableauPlaces, { type });
  const tableau =
    territoireId === null ? entier : await request.act(lireTableauPlaces, { type, territoireId });
  const territoires = await request.deps.base.transaction(nomsDesTerritoires);
  const types = typesDecidables(
    request.deps.base.departement.referentiel,
    civilDay(request.deps.now()),
  );
  return request.page({
    title: "Places et charges",
    menu: "structures",
    wide: true,
    breadcrumb: [
      { label: "Structures", href: href("/structures") },
      { label: "Places et charges" },
    ],
    body: (
      <PageCapacite
        tableau={tableau}
        carte={await carteDe(request, entier, territoires, demande)}
        filtre={{ territoire: territoireId === null ? "" : String(territoireId), type }}
        territoires={territoires.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        types={types.map(({ code, chemin }) => ({ value: code, label: chemin }))}
        href={href}
      />
    ),
  });
}

async function carteDe(
  request: Request,
  { lignes }: TableauDesPlaces,
  territoires: readonly { readonly id: number; readonly nom: string }[],
  demande: Demande,
): Promise<CarteCapaciteProps> {
  const places = placesParTerritoire(
    lignes,
    territoires.map(({ id }) => id),
  );
  const { sansOrientation, contours } = await request.act(compterSansOrientation, {});
  const adresse = (champs: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams(Object.entries(champs).filter(([, valeur]) => valeur !== ""));
    return request.href(`${CHEMIN}?${query}`);
  };
  const { type, territoireId, chiffre } = demande;
  const lieu = territoireId === null ? "" : String(territoireId);
  return {
    contours,
    chiffre,
    territoires: territoires.map(({ id, nom }, rang) => ({
      id,
      nom,
      occupation: places[rang]?.occupation ?? additionner([]),
      structures: places[rang]?.structures ?? 0,
      sansOrientation: sansOrientation.find((un) => un.territoireId === id)?.nombre ?? 0,
    })),
    hrefChiffre: (un) => adresse({ type, territoire: lieu, chiffre: un }),
    hrefTerritoire: (id) => adresse({ type, territoire: String(id), chiffre }),
    hrefCarte: request.agent.droits.has("territoire:gerer")
      ? request.href("/territoires/carte")
      : null,
  };
}
