import { listerChangementsDeFlux, listerDossiersDeFlux, listerMouvementsDeFlux, nommerDossiers } from "#droits/dossier";
import { compterSuitesDeFlux } from "#droits/dossier";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import type { Row } from "#platform/ui/components/table.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import { enPage } from "../schemas.ts";
import { type IntegrationDite, lireIntegration } from "../usecases/lire-integration.ts";
import { listerAbsents } from "../usecases/lister-absents.ts";
import { listerAvertissements } from "../usecases/lister-avertissements.ts";
import { avec, lieux } from "./lieux.ts";
import {
  celluleDe,
  colonnePersonne,
  colonnesSituation,
  nomDe,
  nommerChamp,
  nommerMouvement,
  PageListe,
  type PropsListe,
  situationDe,
  valeurDite,
} from "./listes.tsx";
import { nommerAvertissement } from "./page-integration.tsx";
import { filFlux } from "./routes-flux.tsx";
import { nommerFlux } from "./textes.ts";

const LISTER = "personne:lister";
const PAGE = 50;

export const routesListesFlux: readonly Route[] = [
  { method: "GET", path: "/flux/:id/dossiers", droit: LISTER, handler: dossiers },
  { method: "GET", path: "/flux/:id/mouvements", droit: LISTER, handler: mouvements },
  { method: "GET", path: "/flux/:id/changements", droit: LISTER, handler: changements },
  { method: "GET", path: "/flux/:id/absents", droit: LISTER, handler: absents },
  { method: "GET", path: "/flux/:id/avertissements", droit: "flux:lire", handler: avertissements },
];

type Liste = Omit<PropsListe, "titre"> & { readonly court: string; readonly titre: string };

function repondre(request: Request, integration: IntegrationDite, { court, ...liste }: Liste): Promise<Response> {
  return request.page({
    title: `${court}, ${nommerFlux(integration)}`,
    menu: "flux",
    breadcrumb: [
      filFlux(request),
      { label: nommerFlux(integration), href: request.href(lieux.une(integration.id)) },
      { label: court },
    ],
    body: <PageListe {...liste} />,
  });
}

async function integrationDe(request: Request): Promise<IntegrationDite> {
  const { integration } = await request.act(lireIntegration, { integrationId: idParam(request) });
  return integration;
}

async function dossiers(request: Request): Promise<Response> {
  const { href } = request;
  const integration = await integrationDe(request);
  const { id, appliques } = integration;
  const lues = await request.act(listerDossiersDeFlux, { integrationId: id, apres: placeParam(request, "apres"), limite: PAGE + 1 });
  const { lignes, suite } = enPage(lues, PAGE, ({ id: declaration }) => declaration);
  return repondre(request, integration, {
    court: "Dossiers appliqués",
    titre: `${formatCount(appliques, "dossier appliqué", "dossiers appliqués")}, dans l’ordre du fichier`,
    filtre: null,
    colonnes: [colonnePersonne, ...colonnesSituation, { key: "ligne", label: "Ligne", numeric: true, fit: true }],
    lignes: lignes.map((ligne): Row => ({
      key: String(ligne.id),
      name: nomDe(ligne),
      href: href(`/personnes/${ligne.personneId}`),
      cells: [celluleDe(ligne, href), ...situationDe(ligne), ligne.ligne === null ? "" : formatNumber(ligne.ligne)],
    })),
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
  const total = comptes.filter(({ cle }) => nature === null || cle === nature).reduce((n, { nombre }) => n + nombre, 0);
  const lues = await request.act(listerMouvementsDeFlux, { integrationId: id, nature, apres: placeParam(request, "apres"), limite: PAGE + 1 });
  const { lignes, suite } = enPage(lues, PAGE, ({ id: mouvement }) => mouvement);
  const court = nature === null ? "Mouvements" : nommerMouvement(nature);
  return repondre(request, integration, {
    court,
    titre: `${court} : ${formatCount(total, "personne", "personnes")}, ${nommerFlux(integration).toLowerCase()}`,
    filtre: nature === null ? null : { label: `Mouvement : ${court}`, sans: href(lieux.mouvements(id)) },
    colonnes: [colonnePersonne, { key: "mouvement", label: "Mouvement" }, { key: "le", label: "Le", fit: true }, ...colonnesSituation],
    lignes: lignes.map((ligne): Row => ({
      key: String(ligne.id),
      name: nomDe(ligne),
      href: href(`/personnes/${ligne.personneId}`),
      cells: [celluleDe(ligne, href), nommerMouvement(ligne.nature), formatDate(ligne.le), ...situationDe(ligne)],
    })),
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
  const total = comptes.filter(({ cle }) => champ === null || cle === champ).reduce((n, { nombre }) => n + nombre, 0);
  const lues = await request.act(listerChangementsDeFlux, { integrationId: id, champ, apres: placeParam(request, "apres"), limite: PAGE + 1 });
  const { lignes, suite } = enPage(lues, PAGE, ({ id: changement }) => changement);
  const court = champ === null ? "Changements" : nommerChamp(champ);
  return repondre(request, integration, {
    court,
    titre: `${court} : ${formatCount(total, "changement", "changements")}, ${nommerFlux(integration).toLowerCase()}`,
    filtre: champ === null ? null : { label: `Information : ${court}`, sans: href(lieux.changements(id)) },
    colonnes: [
      colonnePersonne,
      ...(champ === null ? [{ key: "champ", label: "Information" }] : []),
      { key: "avant", label: "Avant" },
      { key: "apres", label: "Après" },
      { key: "commune", label: "Commune", secondary: true },
    ],
    lignes: lignes.map((ligne): Row => ({
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
    })),
    total,
    nom: ["changement", "changements"],
    suivante: suite === null ? null : href(avec(lieux.changements(id), { champ, apres: suite })),
    vide: "Aucun changement dans cette liste",
  });
}

async function absents(request: Request): Promise<Response> {
  const { href } = request;
  const integration = await integrationDe(request);
  const { id, absents: total } = integration;
  const page = await request.act(listerAbsents, { integrationId: id, apres: placeParam(request, "apres"), limite: PAGE });
  const nommes = await request.act(nommerDossiers, { dossiers: [...page.lignes] });
  return repondre(request, integration, {
    court: "Absents du fichier",
    titre: `${formatCount(total ?? 0, "dossier ouvert absent", "dossiers ouverts absents")} du ${nommerFlux(integration).toLowerCase()}`,
    explication:
      "Une absence n’est pas une sortie : la personne garde ses droits et son suivi. Un dossier absent plusieurs mois de suite se demande à l’organisme payeur.",
    filtre: null,
    colonnes: [colonnePersonne, ...colonnesSituation, { key: "le", label: "Dernière nouvelle", fit: true }],
    lignes: nommes.map((ligne): Row => ({
      key: String(ligne.dossierId),
      name: nomDe(ligne),
      href: href(`/personnes/${ligne.personneId}`),
      cells: [celluleDe(ligne, href), ...situationDe(ligne), formatDate(ligne.declareLe)],
    })),
    total: total ?? 0,
    nom: ["dossier", "dossiers"],
    suivante: page.suite === null ? null : href(avec(lieux.absents(id), { apres: page.suite })),
    vide: "Aucun dossier ouvert n’est absent de ce fichier",
  });
}

async function avertissements(request: Request): Promise<Response> {
  const { href } = request;
  const { integration, avertissements: comptes } = await request.act(lireIntegration, { integrationId: idParam(request) });
  const { id } = integration;
  const code = request.query.get("code");
  const total = comptes.filter((un) => code === null || un.code === code).reduce((n, { nombre }) => n + nombre, 0);
  const page = await request.act(listerAvertissements, { integrationId: id, code, apres: placeParam(request, "apres"), limite: PAGE });
  const voit = request.agent.droits.has(LISTER);
  const ids = page.lignes.flatMap(({ dossierId }) => (dossierId === null ? [] : [dossierId]));
  const noms = new Map(
    (voit ? await request.act(nommerDossiers, { dossiers: [...new Set(ids)] }) : []).map((nomme) => [nomme.dossierId, nomme]),
  );
  return repondre(request, integration, {
    court: code === null ? "Avertissements" : nommerAvertissement(code),
    titre: `${formatCount(total, "avertissement", "avertissements")}, ${nommerFlux(integration).toLowerCase()}`,
    explication: "Ces dossiers sont intégrés. Ce qui est douteux est gardé tel que reçu, et signalé ici.",
    filtre: code === null ? null : { label: nommerAvertissement(code), sans: href(lieux.avertissements(id)) },
    colonnes: [
      { key: "dossier", label: "Dossier" },
      ...(code === null ? [{ key: "code", label: "Avertissement" }] : []),
      { key: "champ", label: "Balise", fit: true },
      { key: "valeur", label: "Valeur reçue" },
      { key: "ligne", label: "Ligne", numeric: true, fit: true },
    ],
    lignes: page.lignes.map((ligne): Row => {
      const nomme = noms.get(ligne.dossierId ?? 0);
      return {
        key: String(ligne.id),
        name: ligne.numeroDemande ?? String(ligne.ligne),
        ...(nomme ? { href: href(`/personnes/${nomme.personneId}`) } : {}),
        cells: [
          nomme ? celluleDe(nomme, href) : (ligne.numeroDemande ?? ""),
          ...(code === null ? [nommerAvertissement(ligne.code)] : []),
          ligne.champ ?? "",
          ligne.valeur ?? "",
          formatNumber(ligne.ligne),
        ],
      };
    }),
    total,
    nom: ["avertissement", "avertissements"],
    suivante: page.suite === null ? null : href(avec(lieux.avertissements(id), { code, apres: page.suite })),
    vide: "Aucun avertissement",
  });
}
