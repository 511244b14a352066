import { manquantsCourts } from "#droits/dossier";
import type { ListRow } from "#platform/db/list/fetch.ts";
import type { Route } from "#platform/http/route.ts";
import { formatCount, formatPhone } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import type { ListLook } from "#platform/ui/list/model.ts";
import { listePropositions } from "../db/listes.ts";
import { listeReorientations, listeSuivi } from "../db/listes-suivi.ts";
import { deciderEnLot } from "../usecases/decider-en-lot.ts";
import { transmettrePropositions } from "../usecases/transmettre-propositions.ts";
import { nommer } from "./mots.tsx";

const droit = "orientation:lire";
const droitExport = "personne:exporter";
const menu = "orientation";

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

function nomDe({ extra }: ListRow): string {
  return nommer({
    qualite: texte(extra["qualite"]) || null,
    nom: texte(extra["nom"]),
    prenom: texte(extra["prenom"]),
  });
}

const cells: ListLook["cells"] = {
  manquants: ({ values: { manquants } }) =>
    (Array.isArray(manquants) ? manquants : [])
      .map((code) => manquantsCourts[String(code)] ?? String(code))
      .join(", "),
  nom: (row) => nomDe(row),
  prenom: ({ values }) => formatGivenName(texte(values["prenom"])),
  telephone: ({ values }) => formatPhone(texte(values["telephone"])),
  commune: ({ values }) => formatFamilyName(texte(values["commune"])),
};

const commun = { droit, droitExport, menu, rowName: nomDe, cells } as const;

export const routesListes: readonly Route[] = [
  ...listRoutes({
    ...commun,
    path: "/orientation/propositions",
    definition: listePropositions,
    title: "Propositions d’orientation",
    rowHref: ({ extra }) => `/personnes/${String(extra["personne"])}/orientation`,
    emptyHint: "Aucune proposition n’est en cours avec ces filtres.",
    batch: [
      {
        key: "transmettre",
        label: "Transmettre pour décision",
        droit: "orientation:transmettre",
        async run(request, { keys, back }) {
          const { transmises, refusees } = await request.act(transmettrePropositions, {
            propositions: keys.map(Number),
          });
          return request.redirect(
            back,
            `${formatCount(transmises, "proposition transmise", "propositions transmises")}.${dire(refusees)}`,
          );
        },
      },
      {
        key: "accepter",
        label: "Accepter telles quelles",
        droit: "orientation:decider",
        async run(request, { keys, back }) {
          const { decidees, refusees } = await request.act(deciderEnLot, {
            propositions: keys.map((cle) => ({ id: Number(cle), version: null })),
          });
          return request.redirect(
            back,
            `${formatCount(decidees, "orientation décidée", "orientations décidées")}.${dire(refusees)}`,
          );
        },
      },
    ],
  }),
  ...listRoutes({
    ...commun,
    path: "/orientation/reorientations",
    definition: listeReorientations,
    title: "Demandes de réorientation",
    rowHref: ({ key }) => `/orientation/reorientations/${key}`,
    emptyHint: "Aucune demande de réorientation n’est en instance.",
  }),
  ...listRoutes({
    ...commun,
    path: "/orientation/suivi",
    definition: listeSuivi,
    title: "Suivi des orientations",
    rowHref: ({ key }) => `/personnes/${key}/orientation`,
    emptyHint: "Personne n’est dans cette situation.",
  }),
];

const MONTREES = 3;

/** Who is left aside and why: the first ones by name, the others by their number. */
function dire(
  refusees: readonly { readonly nom: string | null; readonly message: string }[],
): string {
  if (refusees.length === 0) return "";
  const premieres = refusees
    .slice(0, MONTREES)
    .map(({ nom, message }) => `${nom ?? "Hors périmètre"} : ${message}`);
  const reste = refusees.length - premieres.length;
  return ` ${formatCount(refusees.length, "laissée de côté", "laissées de côté")}. ${premieres.join(" ")}${reste > 0 ? ` Et ${reste === 1 ? "une autre" : `${reste} autres`}.` : ""}`;
}
