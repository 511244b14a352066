import type { ListRow } from "#platform/db/list/fetch.ts";
import type { Route } from "#platform/http/route.ts";
import { formatPhone } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import { type ListOptions, listRoutes } from "#platform/ui/list/list-routes.tsx";
import type { ListLook } from "#platform/ui/list/model.ts";
import { listeContrats, listeSuiviContrats } from "../db/listes.ts";

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

const qualites: Readonly<Record<string, string>> = { MME: "Mme", MLE: "Mme", MR: "M." };

function nomDe({ extra }: ListRow): string {
  return [
    qualites[texte(extra["qualite"]).trim().toUpperCase()],
    formatFamilyName(texte(extra["nom"])),
    formatGivenName(texte(extra["prenom"])),
  ]
    .filter(Boolean)
    .join(" ");
}

const cells: ListLook["cells"] = {
  nom: (row) => nomDe(row),
  prenom: ({ values }) => formatGivenName(texte(values["prenom"])),
  telephone: ({ values }) => formatPhone(texte(values["telephone"])),
  commune: ({ values }) => formatFamilyName(texte(values["commune"])),
};

const commun = {
  droit: "contrat:lire",
  droitExport: "personne:exporter",
  menu: "contrats",
  rowName: nomDe,
  cells,
} as const;

/** `lots`: acts on the persons chosen, given by the composition: letters, convocations. */
export function routesListes(lots: NonNullable<ListOptions["batch"]>): readonly Route[] {
  return [
    ...listRoutes({
      ...commun,
      path: "/contrats/suivi",
      definition: listeSuiviContrats,
      title: "Échéancier des contrats",
      rowHref: ({ key }) => `/personnes/${key}/contrat`,
      emptyHint: "Personne n’est dans cette situation.",
      batch: lots,
    }),
    ...listRoutes({
      ...commun,
      path: "/contrats/liste",
      definition: listeContrats,
      title: "Contrats un par un",
      rowHref: ({ extra }) => `/personnes/${String(extra["personne"])}/contrat`,
      emptyHint: "Aucun contrat n’est dans cette situation.",
    }),
  ];
}
