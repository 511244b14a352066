import type { Request, Route } from "#platform/http/route.ts";
import { tauxDuMois } from "../domain/file-active.ts";
import { estDefinie } from "../domain/mesure.ts";
import { dernierJour, premierJour } from "../domain/mois.ts";
import { approche } from "../domain/rationnel.ts";
import { totalSorties } from "../domain/sejour.ts";
import { type GroupeFileActive, groupesFileActive } from "../schemas.ts";
import { type FileActive, lireFileActive } from "../usecases/lire-file-active.ts";
import { identifiantDemande, texteDemande } from "./demandes.ts";
import { exporter, type FormatExport } from "./export.ts";
import { type FiltreFileActive, libellesGroupe } from "./filtres-vue.ts";
import { nomDuMois } from "./mots.ts";
import { PageFileActive } from "./page-file-active.tsx";
import type { PortsComptage } from "./ports.ts";

export function routesFileActive(ports: PortsComptage): readonly Route[] {
  const droit = "participation:lire";
  return [
    {
      method: "GET",
      path: "/offre/file-active",
      droit,
      handler: (request) => page(request, ports),
    },
    ...(["csv", "xlsx"] as const).map((format) => ({
      method: "GET" as const,
      path: `/offre/file-active/export.${format}`,
      droit,
      handler: (request: Request) => exportDe(request, format),
    })),
  ];
}

async function lire(request: Request) {
  const filtre = filtreDe(request);
  const lu = request.query.get("par");
  const par: GroupeFileActive = groupesFileActive.find((un) => un === lu) ?? "axe";
  return { filtre, lue: await request.act(lireFileActive, { par, ...filtre }) };
}

function filtreDe(request: Request): FiltreFileActive {
  const [axe, ficheCode] = [texteDemande(request, "axe"), texteDemande(request, "fiche")];
  const territoireId = identifiantDemande(request, "territoire");
  const structureId = identifiantDemande(request, "operateur");
  const actionId = identifiantDemande(request, "action");
  return {
    ...(axe !== undefined && { axe }),
    ...(ficheCode !== undefined && { ficheCode }),
    ...(territoireId !== undefined && { territoireId }),
    ...(structureId !== undefined && { structureId }),
    ...(actionId !== undefined && { actionId }),
  };
}

async function page(request: Request, ports: PortsComptage): Promise<Response> {
  const { filtre, lue } = await lire(request);
  const [du, au] = [lue.mois[0] ?? lue.courant, lue.mois.at(-1) ?? lue.courant];
  const prescriptions = await ports.prescriptions(request, {
    actions: lue.actions.map(({ id }) => id),
    du: premierJour(du),
    au: dernierJour(au) < lue.le ? dernierJour(au) : lue.le,
  });
  return request.page({
    title: "Files actives et places",
    menu: "offre",
    breadcrumb: [
      { label: "Offre", href: request.href("/offre") },
      { label: "Files actives et places" },
    ],
    body: (
      <PageFileActive
        lue={lue}
        filtre={filtre}
        prescriptions={prescriptions}
        adressePrescriptions={ports.adressePrescriptions}
        href={request.href}
      />
    ),
  });
}

async function exportDe(request: Request, format: FormatExport): Promise<Response> {
  const { lue } = await lire(request);
  return exporter(
    request,
    {
      name: "Files actives",
      fichier: "files-actives",
      phrases: [
        `Files actives et places, ${libellesGroupe[lue.par].toLocaleLowerCase("fr")}, de ${nomDuMois(lue.mois[0] ?? "")} à ${nomDuMois(lue.mois.at(-1) ?? "")}`,
      ],
      columns: [
        { header: libellesGroupe[lue.par].replace("Par ", ""), kind: "text" },
        { header: "Mois", kind: "text" },
        { header: "À l’ouverture", kind: "int" },
        { header: "Entrées", kind: "int" },
        { header: "Sorties durables", kind: "int" },
        { header: "Sorties de transition", kind: "int" },
        { header: "Sorties positives", kind: "int" },
        { header: "Autres sorties", kind: "int" },
        { header: "Sorties à arbitrer", kind: "int" },
        { header: "Sorties", kind: "int" },
        { header: "En fin de mois", kind: "int" },
        { header: "Personnes distinctes", kind: "int" },
        { header: "Places", kind: "int" },
        { header: "Places occupées", kind: "int" },
        { header: "Occupation (%)", kind: "int" },
      ],
      rows: lignesExportees(lue),
    },
    format,
  );
}

async function* lignesExportees({ lignes }: FileActive) {
  for (const { libelle, mois } of lignes) {
    for (const un of mois) {
      const { sorties } = un;
      const taux = tauxDuMois(un);
      yield [
        libelle,
        un.mois,
        un.debut,
        un.entrees,
        sorties.durable,
        sorties.transition,
        sorties.positive,
        sorties.autre,
        sorties["a-arbitrer"],
        totalSorties(sorties),
        un.fin,
        un.personnes,
        un.places,
        un.occupees,
        estDefinie(taux) ? Math.round(approche(taux, 4) * 10_000) / 100 : null,
      ];
    }
  }
}
