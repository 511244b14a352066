import type { ListRow } from "#platform/db/list/fetch.ts";
import type { Route } from "#platform/http/route.ts";
import { formatCount, formatPhone } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import { type ListOptions, listRoutes } from "#platform/ui/list/list-routes.tsx";
import { listePrescriptions } from "../db/liste.ts";
import type { EtatPrescription } from "../domain/etapes.ts";
import { coordonneesTues } from "../domain/libelles.ts";
import { relancerOperateur } from "../usecases/suites.ts";
import { cheminPrescription, droitFaire, droitLire, droitRepondre } from "./cadre.ts";
import { EtatDePrescription, nommer } from "./mots.tsx";

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

const nomDe = ({ extra }: ListRow): string =>
  nommer({
    qualite: texte(extra["qualite"]) || null,
    nom: texte(extra["nom"]),
    prenom: texte(extra["prenom"]),
  });

/** A day before any other: the state of a line is already the one of today. */
const JAMAIS = "0001-01-01";

const relancer: NonNullable<ListOptions["batch"]>[number] = {
  key: "relancer",
  label: "Relancer les opérateurs",
  droit: droitFaire,
  async run(request, { keys, back }) {
    const { relancees } = await request.act(relancerOperateur, {
      prescriptions: keys.map(Number),
    });
    return request.redirect(
      back,
      relancees === 0
        ? "Aucune relance : ces prescriptions n’attendent pas de réponse."
        : `${formatCount(relancees, "opérateur relancé", "opérateurs relancés")}.`,
    );
  },
};

export const routesListe: readonly Route[] = listRoutes({
  path: "/prescriptions/liste",
  definition: listePrescriptions,
  title: "Prescriptions une par une",
  droit: droitLire,
  droitExport: "personne:exporter",
  menu: "prescriptions",
  rowHref: ({ key }) => cheminPrescription(Number(key)),
  rowName: nomDe,
  rowTone: ({ extra }) => (extra["retard"] === true ? "late" : undefined),
  emptyHint: "Une action se prescrit depuis le dossier d’une personne, onglet « Actions ».",
  note: { droit: droitRepondre, text: coordonneesTues },
  batch: [relancer],
  cells: {
    nom: (row) => nomDe(row),
    prenom: ({ values }) => formatGivenName(texte(values["prenom"])),
    telephone: ({ values }) => formatPhone(texte(values["telephone"])),
    commune: ({ values }) => formatFamilyName(texte(values["commune"])),
    "etat-prescription": ({ extra }) => (
      <EtatDePrescription
        prescription={{
          etat: texte(extra["etatPrescription"]) as EtatPrescription,
          reponseAttendueLe: extra["retard"] === true ? JAMAIS : "9999-12-31",
        }}
        le="2000-01-01"
      />
    ),
  },
});
