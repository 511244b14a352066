import { nommerDossiers } from "#droits/dossier";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import type { Row } from "#platform/ui/components/table.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import { lireIntegration } from "../usecases/lire-integration.ts";
import { listerAbsents } from "../usecases/lister-absents.ts";
import { listerAvertissements } from "../usecases/lister-avertissements.ts";
import { avec, lieux } from "./lieux.ts";
import { celluleDe, colonnePersonne, colonnesSituation, nomDe, situationDe } from "./listes.tsx";
import { nommerAvertissement } from "./page-integration.tsx";
import { PAGE, repondre } from "./repondre-liste.tsx";
import { nommerFlux } from "./textes.ts";

const LISTER = "personne:lister";

/** What a file leaves to look at: dossiers it does not name, values it gives and nobody can trust. */
export const routesSignalements: readonly Route[] = [
  { method: "GET", path: "/flux/:id/absents", droit: LISTER, handler: absents },
  { method: "GET", path: "/flux/:id/avertissements", droit: "flux:lire", handler: avertissements },
];

async function absents(request: Request): Promise<Response> {
  const { href } = request;
  const { integration } = await request.act(lireIntegration, { integrationId: idParam(request) });
  const { id, absents: total } = integration;
  const page = await request.act(listerAbsents, {
    integrationId: id,
    apres: placeParam(request, "apres"),
    limite: PAGE,
  });
  const nommes = await request.act(nommerDossiers, { dossiers: [...page.lignes] });
  return repondre(request, integration, {
    court: "Absents du fichier",
    titre: `${formatCount(total ?? 0, "dossier ouvert absent", "dossiers ouverts absents")} du ${nommerFlux(integration).toLowerCase()}`,
    explication:
      "Une absence n’est pas une sortie : la personne garde ses droits et son suivi. Un dossier absent plusieurs mois de suite se demande à l’organisme payeur.",
    filtre: null,
    colonnes: [
      colonnePersonne,
      ...colonnesSituation,
      { key: "le", label: "Dernière nouvelle", fit: true },
    ],
    lignes: nommes.map(
      (ligne): Row => ({
        key: String(ligne.dossierId),
        name: nomDe(ligne),
        href: href(`/personnes/${ligne.personneId}`),
        cells: [celluleDe(ligne, href), ...situationDe(ligne), formatDate(ligne.declareLe)],
      }),
    ),
    total: total ?? 0,
    nom: ["dossier", "dossiers"],
    suivante: page.suite === null ? null : href(avec(lieux.absents(id), { apres: page.suite })),
    vide: "Aucun dossier ouvert n’est absent de ce fichier",
  });
}

async function avertissements(request: Request): Promise<Response> {
  const { href } = request;
  const { integration, avertissements: comptes } = await request.act(lireIntegration, {
    integrationId: idParam(request),
  });
  const { id } = integration;
  const code = request.query.get("code");
  const total = comptes
    .filter((un) => code === null || un.code === code)
    .reduce((n, { nombre }) => n + nombre, 0);
  const page = await request.act(listerAvertissements, {
    integrationId: id,
    code,
    apres: placeParam(request, "apres"),
    limite: PAGE,
  });
  const voit = request.agent.droits.has(LISTER);
  const ids = page.lignes.flatMap(({ dossierId }) => (dossierId === null ? [] : [dossierId]));
  const noms = new Map(
    (voit ? await request.act(nommerDossiers, { dossiers: [...new Set(ids)] }) : []).map(
      (nomme) => [nomme.dossierId, nomme],
    ),
  );
  return repondre(request, integration, {
    court: code === null ? "Avertissements" : nommerAvertissement(code),
    titre: `${formatCount(total, "avertissement", "avertissements")}, ${nommerFlux(integration).toLowerCase()}`,
    explication:
      "Ces dossiers sont intégrés. Ce qui est douteux est gardé tel que reçu, et signalé ici.",
    filtre:
      code === null
        ? null
        : { label: nommerAvertissement(code), sans: href(lieux.avertissements(id)) },
    colonnes: [
      { key: "dossier", label: "Dossier" },
      ...(code === null ? [{ key: "code", label: "Avertissement" }] : []),
      { key: "champ", label: "Balise", fit: true },
      { key: "valeur", label: "Valeur reçue" },
      { key: "ligne", label: "Ligne", numeric: true, fit: true },
    ],
    lignes: (voit ? page.lignes : page.lignes.map(sansDossier)).map((ligne): Row => {
      const nomme = noms.get(ligne.dossierId ?? 0);
      return {
        key: String(ligne.id),
        name: ligne.numeroDemande ?? `ligne ${ligne.ligne}`,
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
    suivante:
      page.suite === null
        ? null
        : href(avec(lieux.avertissements(id), { code, apres: page.suite })),
    vide: "Aucun avertissement",
  });
}

/** Who sees no file sees what went wrong and where, not whose dossier nor what it holds. */
function sansDossier<Ligne extends object>(ligne: Ligne): Ligne {
  return { ...ligne, numeroDemande: null, valeur: null };
}
