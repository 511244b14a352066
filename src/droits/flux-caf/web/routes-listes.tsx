import type { ComponentChildren } from "preact";
import {
  compterSuitesDeFlux,
  type LigneChangement,
  type LigneMouvement,
  listerChangementsDeFlux,
  listerDossiersDeFlux,
  listerMouvementsDeFlux,
  type PersonneNommee,
} from "#droits/dossier";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import type { Column, Row } from "#platform/ui/components/table.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import { formatFamilyName } from "#platform/ui/format-name.ts";
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
  valeursDites,
} from "./listes.tsx";
import { PAGE, repondre } from "./repondre-liste.tsx";
import { nommerFlux } from "./textes.ts";

const LISTER = "personne:lister";

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

interface Suites<Ligne extends PersonneNommee & { readonly id: number }> {
  readonly sorte: "mouvements" | "changements";
  /** What the address names to keep one kind of line, and how the filter is told. */
  readonly parametre: "nature" | "champ";
  readonly filtre: string;
  readonly toutes: string;
  readonly nommer: (cle: string) => string;
  readonly nom: readonly [string, string];
  readonly vide: string;
  readonly lister: (request: Request, demande: DemandeSuites) => Promise<readonly Ligne[]>;
  readonly colonnes: (cle: string | null) => readonly Column[];
  readonly cellules: (ligne: Ligne, cle: string | null) => readonly ComponentChildren[];
}

interface DemandeSuites {
  readonly integrationId: number;
  readonly cle: string | null;
  readonly apres: number | null;
  readonly limite: number;
}

const mouvements = suites<LigneMouvement>({
  sorte: "mouvements",
  parametre: "nature",
  filtre: "Mouvement",
  toutes: "Mouvements",
  nommer: nommerMouvement,
  nom: ["personne", "personnes"],
  vide: "Personne dans cette liste",
  lister: (request, { cle, ...demande }) =>
    request.act(listerMouvementsDeFlux, { ...demande, nature: cle }),
  colonnes: () => [
    { key: "mouvement", label: "Mouvement" },
    { key: "le", label: "Le", fit: true },
    ...colonnesSituation,
  ],
  cellules: (ligne) => [nommerMouvement(ligne.nature), formatDate(ligne.le), ...situationDe(ligne)],
});

const changements = suites<LigneChangement>({
  sorte: "changements",
  parametre: "champ",
  filtre: "Information",
  toutes: "Changements",
  nommer: nommerChamp,
  nom: ["changement", "changements"],
  vide: "Aucun changement dans cette liste",
  lister: (request, { cle, ...demande }) =>
    request.act(listerChangementsDeFlux, { ...demande, champ: cle }),
  colonnes: (cle) => [
    ...(cle === null ? [{ key: "champ", label: "Information" }] : []),
    { key: "avant", label: "Avant" },
    { key: "apres", label: "Après" },
    { key: "commune", label: "Commune", secondary: true },
  ],
  cellules: (ligne, cle) => {
    const { avant, apres } = valeursDites(ligne);
    return [
      ...(cle === null ? [nommerChamp(ligne.champ)] : []),
      avant,
      <span class="strong">{apres}</span>,
      formatFamilyName(ligne.commune ?? ""),
    ];
  },
});

/** The page of what a file moved or changed: one kind of line, or all of them. */
function suites<Ligne extends PersonneNommee & { readonly id: number }>(
  liste: Suites<Ligne>,
): Route["handler"] {
  return async (request) => {
    const { href } = request;
    const integration = await integrationDe(request);
    const { id } = integration;
    const cle = request.query.get(liste.parametre);
    const comptes = await request.act(compterSuitesDeFlux, { integrationId: id });
    const total = comptes[liste.sorte]
      .filter((compte) => cle === null || compte.cle === cle)
      .reduce((n, { nombre }) => n + nombre, 0);
    const apres = placeParam(request, "apres");
    const lues = await liste.lister(request, { integrationId: id, cle, apres, limite: PAGE + 1 });
    const { lignes, suite } = enPage(lues, PAGE, (ligne) => ligne.id);
    const court = cle === null ? liste.toutes : liste.nommer(cle);
    const ici = lieux[liste.sorte](id);
    return repondre(request, integration, {
      court,
      titre: `${court} : ${formatCount(total, ...liste.nom)}, ${nommerFlux(integration).toLowerCase()}`,
      filtre: cle === null ? null : { label: `${liste.filtre} : ${court}`, sans: href(ici) },
      colonnes: [colonnePersonne, ...liste.colonnes(cle)],
      lignes: lignes.map(
        (ligne): Row => ({
          key: String(ligne.id),
          name: nomDe(ligne),
          href: href(`/personnes/${ligne.personneId}`),
          cells: [celluleDe(ligne, href), ...liste.cellules(ligne, cle)],
        }),
      ),
      total,
      nom: liste.nom,
      suivante: suite === null ? null : href(avec(ici, { [liste.parametre]: cle, apres: suite })),
      vide: liste.vide,
    });
  };
}

export const routesListesFlux: readonly Route[] = [
  { method: "GET", path: "/flux/:id/dossiers", droit: LISTER, handler: dossiers },
  { method: "GET", path: "/flux/:id/mouvements", droit: LISTER, handler: mouvements },
  { method: "GET", path: "/flux/:id/changements", droit: LISTER, handler: changements },
];
