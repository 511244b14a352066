import { civilDay } from "#platform/clock/civil-day.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { lireCarteParcours } from "../usecases/lire-carte.ts";
import { lirePasserelles } from "../usecases/lire-passerelles.ts";
import {
  lireStatistiques,
  listerFiches,
  type StatistiquesFiche,
} from "../usecases/lire-statistiques.ts";
import { anneeDemandee, identifiantDemande, texteDemande } from "./demandes.ts";
import { exporter, type FormatExport } from "./export.ts";
import { motDuProfil, titresProfil } from "./mots-profil.ts";
import { delaiDemande, PagePasserelles } from "./page-passerelles.tsx";
import { PageStatistiques } from "./page-statistiques.tsx";

const droit = "offre:lire";

export const routesVues: readonly Route[] = [
  { method: "GET", path: "/offre/passerelles", droit, handler: passerelles },
  { method: "GET", path: "/offre/statistiques", droit, handler: statistiques },
  ...(["csv", "xlsx"] as const).map((format) => ({
    method: "GET" as const,
    path: `/offre/statistiques/export.${format}`,
    droit,
    handler: (request: Request) => exportDe(request, format),
  })),
];

/** The year of the day and those before it that a département still asks about. */
function annees({ deps }: Request): readonly number[] {
  const courante = Number(civilDay(deps.now()).slice(0, 4));
  return Array.from({ length: 4 }, (_, i) => courante - i);
}

async function passerelles(request: Request): Promise<Response> {
  const territoireId = identifiantDemande(request, "territoire");
  const lues = await request.act(lirePasserelles, {
    ...anneeDemandee(request),
    delai: delaiDemande(request.query.get("delai")),
    ...(territoireId !== undefined && { territoireId }),
  });
  const { territoires } = await request.act(lireCarteParcours, {});
  return request.page({
    title: "Passerelles entre les axes",
    menu: "offre",
    breadcrumb: [{ label: "Offre", href: request.href("/offre") }, { label: "Passerelles" }],
    body: (
      <PagePasserelles
        lues={lues}
        territoireId={territoireId}
        territoires={territoires}
        annees={annees(request)}
        href={request.href}
        voitLesSejours={request.agent.droits.has("participation:lire")}
      />
    ),
  });
}

async function lire(request: Request): Promise<StatistiquesFiche> {
  const ficheCode =
    texteDemande(request, "fiche") ?? (await request.act(listerFiches, {}))[0]?.code ?? "";
  return request.act(lireStatistiques, { ficheCode, ...anneeDemandee(request) });
}

async function statistiques(request: Request): Promise<Response> {
  const lues = await lire(request);
  return request.page({
    title: `Statistiques annuelles, ${lues.fiche}`,
    menu: "offre",
    breadcrumb: [
      { label: "Offre", href: request.href("/offre") },
      { label: "Statistiques annuelles" },
    ],
    body: <PageStatistiques lues={lues} annees={annees(request).slice(1)} href={request.href} />,
  });
}

async function exportDe(request: Request, format: FormatExport): Promise<Response> {
  const lues = await lire(request);
  const colonnes = lues.profils.find(({ tableau }) => tableau)?.tableau?.colonnes ?? [];
  return exporter(
    request,
    {
      name: `${lues.fiche} ${lues.annee}`,
      fichier: `statistiques-${lues.ficheCode}-${lues.annee}`,
      phrases: [
        `${lues.fiche} en ${lues.annee} : profil au jour de l’entrée`,
        `s : caché par le secret statistique (moins de ${lues.regle.valeur.secret} personnes, ou case qui en rendrait une autre)`,
      ],
      columns: [
        { header: "Profil", kind: "text" },
        { header: "Valeur", kind: "text" },
        ...colonnes.map((header) => ({ header, kind: "text" as const })),
        { header: "Ensemble", kind: "text" },
      ],
      rows: lignesExportees(lues),
    },
    format,
  );
}

async function* lignesExportees({ profils }: StatistiquesFiche) {
  for (const { dimension, tableau } of profils) {
    for (const [rang, ligne] of (tableau?.lignes ?? []).entries()) {
      yield [
        titresProfil[dimension],
        motDuProfil(dimension, ligne),
        ...(tableau?.effectifs[rang] ?? []).map(enCase),
        enCase(tableau?.totauxLignes[rang] ?? null),
      ];
    }
  }
}

const enCase = (nombre: number | null): string => (nombre === null ? "s" : String(nombre));
