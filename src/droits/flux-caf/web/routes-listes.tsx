import {
  compterSuitesDeFlux,
  listerChangementsDeFlux,
  listerDossiersDeFlux,
  listerMouvementsDeFlux,
} from "#droits/dossier";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import type { Row } from "#platform/ui/components/table.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import { enPage } from "../schemas.ts";
import { type IntegrationDite, lireIntegration } from "../usecases/lire-integration.ts";
import { avec, lieux } from "./lieux.ts";
import {
  celluleDe,
  colonnePersonne,
  colonnesSituation,
  nomDe,
  nommerChamp,
  nommerMouvement,
  situationDe,
  valeurDite,
} from "./listes.tsx";
import { PAGE, repondre } from "./repondre-liste.tsx";
import { nommerFlux } from "./textes.ts";

const LISTER = "personne:lister";

export const routesListesFlux: readonly Route[] = [
  { method: "GET", path: "/flux/:id/dossiers", droit: LISTER, handler: dossiers },
  { method: "GET", path: "/flux/:id/mouvements", droit: LISTER, handler: mouvements },
  { method: "GET", path: "/flux/:id/changements", droit: LISTER, handler: changements },
];

async function integrationDe(request: Request): Promise<IntegrationDite> {
  const { integration } = await request.act(lireIntegration, { integrationId: idParam(request) });
  return integration;
}

async function dossiers(request: Request): Promise<Response> {
  const { href } = request;
  const integration = await integrationDe(request);
  const { id, appliques } = integration;
  const lues = await request.act(listerDossiersDeFlux, {
    integrationId: id,
    apres: placeParam(request, "apres"),
    limite: PAGE + 1,
  });
  const { lignes, suite } = enPage(lues, PAGE, ({ id: declaration }) => declaration);
  return repondre(request, integration, {
    court: "Dossiers appliqués",
    titre: `${formatCount(appliques, "dossier appliqué", "dossiers appliqués")}, dans l’ordre du fichier`,
    filtre: null,
    colonnes: [
      colonnePersonne,
      ...colonnesSituation,
      { key: "ligne", label: "Ligne", numeric: true, fit: true },
    ],
    lignes: lignes.map(
      (ligne): Row => ({
        key: String(ligne.id),
        name: nomDe(ligne),
        href: href(`/personnes/${ligne.personneId}`),
        cells: [
          celluleDe(ligne, href),
          ...situationDe(ligne),
          ligne.ligne === null ? "" : formatNumber(ligne.ligne),
        ],
      }),
    ),
    total: appliques,
    nom: ["dossier", "dossiers"],
    suivante: suite === null ? null : href(avec(lieux.dossiers(id), { apres: suite })),
    vide: "Aucun dossier appliqué",
  });
}

async function mouvements(request: Request): Promise<Response> {
  const { href } = request;
  const integration = await integrationDe(request);
  const { id } = integration;
  const nature = request.query.get("nature");
  const comptes = (await request.act(compterSuitesDeFlux, { integrationId: id })).mouvements;
  const total = comptes
    .filter(({ cle }) => nature === null || cle === nature)
    .reduce((n, { nombre }) => n + nombre, 0);
  const lues = await request.act(listerMouvementsDeFlux, {
    integrationId: id,
    nature,
    apres: placeParam(request, "apres"),
    limite: PAGE + 1,
  });
  const { lignes, suite } = enPage(lues, PAGE, ({ id: mouvement }) => mouvement);
  const court = nature === null ? "Mouvements" : nommerMouvement(nature);
  return repondre(request, integration, {
    court,
    titre: `${court} : ${formatCount(total, "personne", "personnes")}, ${nommerFlux(integration).toLowerCase()}`,
    filtre:
      nature === null ? null : { label: `Mouvement : ${court}`, sans: href(lieux.mouvements(id)) },
    colonnes: [
      colonnePersonne,
      { key: "mouvement", label: "Mouvement" },
      { key: "le", label: "Le", fit: true },
      ...colonnesSituation,
    ],
    lignes: lignes.map(
      (ligne): Row => ({
        key: String(ligne.id),
        name: nomDe(ligne),
        href: href(`/personnes/${ligne.personneId}`),
        cells: [
          celluleDe(ligne, href),
          nommerMouvement(ligne.nature),
          formatDate(ligne.le),
          ...situationDe(ligne),
        ],
      }),
    ),
    total,
    nom: ["personne", "personnes"],
    suivante: suite === null ? null : href(avec(lieux.mouvements(id), { nature, apres: suite })),
    vide: "Personne dans cette liste",
  });
}

async function changements(request: Request): Promise<Response> {
  const { href } = request;
  const integration = await integrationDe(request);
  const { id } = integration;
  const champ = request.query.get("champ");
  const comptes = (await request.act(compterSuitesDeFlux, { integrationId: id })).changements;
  const total = comptes
    .filter(({ cle }) => champ === null || cle === champ)
    .reduce((n, { nombre }) => n + nombre, 0);
  const lues = await request.act(listerChangementsDeFlux, {
    integrationId: id,
    champ,
    apres: placeParam(request, "apres"),
    limite: PAGE + 1,
  });
  const { lignes, suite } = enPage(lues, PAGE, ({ id: changement }) => changement);
  const court = champ === null ? "Changements" : nommerChamp(champ);
  return repondre(request, integration, {
    court,
    titre: `${court} : ${formatCount(total, "changement", "changements")}, ${nommerFlux(integration).toLowerCase()}`,
    filtre:
      champ === null
        ? null
        : { label: `Information : ${court}`, sans: href(lieux.changements(id)) },
    colonnes: [
      colonnePersonne,
      ...(champ === null ? [{ key: "champ", label: "Information" }] : []),
      { key: "avant", label: "Avant" },
      { key: "apres", label: "Après" },
      { key: "commune", label: "Commune", secondary: true },
    ],
    lignes: lignes.map(
      (ligne): Row => ({
        key: String(ligne.id),
        name: nomDe(ligne),
        href: href(`/personnes/${ligne.personneId}`),
        cells: [
          celluleDe(ligne, href),
          ...(champ === null ? [nommerChamp(ligne.champ)] : []),
          valeurDite(ligne.champ, ligne.avant),
          <span class="strong">{valeurDite(ligne.champ, ligne.apres)}</span>,
          ligne.commune ?? "",
        ],
      }),
    ),
    total,
    nom: ["changement", "changements"],
    suivante: suite === null ? null : href(avec(lieux.changements(id), { champ, apres: suite })),
    vide: "Aucun changement dans cette liste",
  });
}
