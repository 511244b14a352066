import { defineList } from "#platform/db/list/definition.ts";
import type { ListRow, RowKey } from "#platform/db/list/fetch.ts";
import { allOf, raw, sql } from "#platform/db/list/sql.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatPhone } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import { listActs } from "#platform/ui/list/list-acts.ts";
import { exportResponse } from "#platform/ui/list/list-export.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import type { ListLook } from "#platform/ui/list/model.ts";
import { definitionPersonnes } from "../db/liste-personnes.ts";
import { manquantsCourts } from "../domain/libelles.ts";
import { EtatDroit, nomComplet } from "./mots.tsx";
import type { PortsDossier } from "./ports.ts";

const droit = "personne:lister";
const droitExport = "personne:exporter";
const titre = "Personnes";

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

/** How a line of persons shows what it holds, whichever list it is in. */
export const cellulesPersonnes: NonNullable<ListLook["cells"]> = {
  nom: ({ values }) => formatFamilyName(texte(values["nom"])),
  prenom: ({ values }) => formatGivenName(texte(values["prenom"])),
  commune: ({ values }) => formatFamilyName(texte(values["commune"])),
  etat: ({ values }) => <EtatDroit etat={values["etat"] === null ? null : texte(values["etat"])} />,
  manquants: ({ values }) => manquantsEnMots(values["manquants"]),
  telephone: ({ values }) => formatPhone(texte(values["telephone"])),
};

export const routesListe = (lots: PortsDossier["lots"]): readonly Route[] =>
  listRoutes({
    path: "/personnes",
    definition: definitionPersonnes,
    title: titre,
    droit,
    droitExport,
    menu: "personnes",
    rowHref: ({ key }) => `/personnes/${key}`,
    previewHref: ({ key }) => `/personnes/${key}/apercu`,
    rowName: nomDe,
    cells: cellulesPersonnes,
    emptyHint:
      "Intégrez un fichier de la CAF ou de la MSA : les personnes qu’il déclare apparaîtront ici.",
    emptyPerimeterHint:
      "Les personnes apparaissent ici quand elles vous sont confiées, ou quand elles habitent un de vos territoires. Si vous en attendez une, demandez à votre responsable.",
    batch: [
      {
        key: "exporter",
        label: "Exporter la sélection",
        droit: droitExport,
        download: true,
        run: exporterSelection,
      },
      ...lots,
    ],
  });

function manquantsEnMots(codes: unknown): string {
  return (Array.isArray(codes) ? codes : [])
    .map((code) => manquantsCourts[String(code)] ?? String(code))
    .join(", ");
}

function nomDe({ extra }: ListRow): string {
  return nomComplet({
    qualite: texte(extra["qualite"]) || null,
    nom: texte(extra["nom"]),
    prenom: texte(extra["prenom"]),
  });
}

/** The rows ticked, as the list shows them: the same list, bounded to them. */
async function exporterSelection(
  request: Request,
  { keys, form }: { readonly keys: readonly RowKey[]; readonly form: FormValues },
): Promise<Response> {
  const choisies = defineList({
    ...definitionPersonnes,
    perimeter: (portee) =>
      allOf([
        definitionPersonnes.perimeter(portee),
        sql`${raw(definitionPersonnes.key)} = any(${[...keys]}::int[])`,
      ]),
  });
  const { exporter } = listActs(choisies, droit, droitExport);
  const liste = await request.act(exporter, {
    query: form.text("adresse"),
    kept: null,
    format: "xlsx",
  });
  return exportResponse(request, choisies, titre, liste, "xlsx", cellulesPersonnes);
}
