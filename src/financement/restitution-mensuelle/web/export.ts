import { totalSorties } from "#offre/comptage";
import { writeCsv } from "#platform/files/csv.ts";
import type { Sheet, SheetCell, SheetColumn } from "#platform/files/sheet.ts";
import { writeSheet } from "#platform/files/spreadsheet.ts";
import type { Request } from "#platform/http/route.ts";
import { formatDate, formatMonth } from "#platform/ui/format.ts";
import type { LigneTableau, TableauDuMois } from "../usecases/consulter-tableau.ts";
import { libellesEtat } from "./mots.tsx";

export type FormatExport = "csv" | "xlsx";

const types: Readonly<Record<FormatExport, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const texte = (header: string): SheetColumn => ({ header, kind: "text" });
const nombre = (header: string): SheetColumn => ({ header, kind: "int" });
const date = (header: string): SheetColumn => ({ header, kind: "date" });

const colonnes: readonly SheetColumn[] = [
  ...[texte("Action"), texte("Fiche"), texte("Axe"), texte("Opérateur"), texte("Territoire")],
  ...[
    texte("Mois"),
    texte("État"),
    date("À rendre le"),
    date("Rendue le"),
    nombre("Jours de retard"),
  ],
  ...[nombre("Version"), nombre("Places"), nombre("Présents au début"), nombre("Entrées")],
  ...[
    nombre("Sorties"),
    nombre("dont durables"),
    nombre("dont transition"),
    nombre("dont positives"),
  ],
  ...[nombre("dont autres"), nombre("dont à arbitrer"), nombre("Présents à la fin")],
  ...[nombre("Personnes accompagnées"), nombre("Journées de présence"), texte("Commentaire")],
];

function cellules({ axes, mois }: TableauDuMois, ligne: LigneTableau): readonly SheetCell[] {
  const { restitution, action, etat, retard, transmis, places } = ligne;
  const chiffres = transmis?.chiffres;
  return [
    ...[action.nom, action.fiche.numero, axes.get(action.axe) ?? action.axe],
    ...[action.structure, action.territoire, formatMonth(mois), libellesEtat[etat]],
    ...[restitution.dueLe, restitution.premiereTransmissionLe, retard],
    ...[restitution.transmisNumero, places],
    ...(chiffres
      ? [
          ...[chiffres.debut, chiffres.entrees, totalSorties(chiffres.sorties)],
          ...[chiffres.sorties.durable, chiffres.sorties.transition, chiffres.sorties.positive],
          ...[chiffres.sorties.autre, chiffres.sorties["a-arbitrer"], chiffres.fin],
          ...[chiffres.personnes, chiffres.joursPlaces, transmis.commentaire],
        ]
      : Array.from({ length: 12 }, () => null)),
  ];
}

/** The month as a file: what was last sent of each action, and what was not. */
export function reponseExport(
  request: Request,
  tableau: TableauDuMois,
  format: FormatExport,
  le: string,
): Response {
  const sheet: Sheet = {
    name: `Restitutions ${tableau.mois}`,
    preamble: [
      `Restitutions mensuelles, ${formatMonth(tableau.mois)}`,
      `Édité depuis Jalon le ${formatDate(le)} par ${request.agent.nom}`,
    ],
    columns: colonnes,
    rows: rangees(tableau),
  };
  return new Response(format === "csv" ? writeCsv(sheet) : writeSheet(sheet), {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="restitutions-${tableau.mois}.${format}"`,
      "cache-control": "no-store",
    },
  });
}

async function* rangees(tableau: TableauDuMois): AsyncGenerator<readonly SheetCell[]> {
  for (const ligne of tableau.lignes) yield cellules(tableau, ligne);
}
