import { naturesSortie } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Sheet } from "#platform/files/sheet.ts";
import { writeSheet } from "#platform/files/spreadsheet.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { type Champ, cleEntete, estChamp } from "../domain/champs.ts";
import { modele } from "../domain/entete.ts";
import {
  consulterTableur,
  type TableurConsulte,
  telechargerRefusees,
} from "../usecases/consulter-tableur.ts";
import { deposerTableur } from "../usecases/deposer-tableur.ts";
import { expliquerTableur } from "../usecases/expliquer-tableur.ts";
import { choisirPersonne, lancerTableur } from "../usecases/lancer-tableur.ts";
import { listerTableurs } from "../usecases/lister-tableurs.ts";
import { lieux } from "./lieux.ts";
import { PageTableur } from "./page-tableur.tsx";
import { PageTableurs } from "./page-tableurs.tsx";

const TENIR = "participation:tenir";
/** Bytes. */
const FICHIER = 40_000_000;

export const routesTableur: readonly Route[] = [
  { method: "GET", path: lieux.liste, droit: TENIR, handler: (r) => liste(r, freshForm()) },
  { method: "POST", path: lieux.liste, droit: TENIR, files: FICHIER, handler: deposer },
  { method: "GET", path: lieux.modele, droit: TENIR, handler: telechargerModele },
  {
    method: "GET",
    path: "/offre/tableur/:id",
    droit: TENIR,
    handler: (r) => un(r, freshForm()),
  },
  { method: "GET", path: "/offre/tableur/:id/refus.xlsx", droit: TENIR, handler: telechargerRefus },
  { method: "POST", path: "/offre/tableur/:id/expliquer", droit: TENIR, handler: expliquer },
  { method: "POST", path: "/offre/tableur/:id/lancer", droit: TENIR, handler: lancer },
  { method: "POST", path: "/offre/tableur/:id/personne", droit: TENIR, handler: choisir },
];

const fil = (request: Request) => [
  { label: "Offre", href: request.href("/offre") },
  { label: "Séjours tenus dans un tableur", href: request.href(lieux.liste) },
];

async function liste(request: Request, form: FormState): Promise<Response> {
  const donnees = await request.act(listerTableurs, {});
  return request.page({
    title: "Séjours tenus dans un tableur",
    status: form.status,
    menu: "offre",
    breadcrumb: fil(request).slice(0, 1),
    body: (
      <PageTableurs
        {...donnees}
        form={form}
        logiciel={
          request.agent.droits.has("restitution:certifier") ? request.href("/offre/api") : null
        }
        href={request.href}
      />
    ),
  });
}

async function deposer(request: Request): Promise<Response> {
  const { operateurs } = await request.act(listerTableurs, {});
  return submitForm(
    request,
    async (form) => {
      const fichier = form.file("fichier");
      if (!fichier) throw refus("fichier", "Choisissez le fichier à déposer.");
      const { depotId, deja } = await request.act(deposerTableur, {
        structureId: form.text("structure") || String(operateurs[0]?.structureId ?? ""),
        actionId: form.text("action") || null,
        nom: fichier.name,
        contenu: new Uint8Array(await fichier.arrayBuffer()),
      });
      return request.redirect(
        lieux.un(depotId),
        deja
          ? "Ce fichier a déjà été déposé : le voici."
          : "Fichier reçu. Rien n’est encore écrit.",
      );
    },
    (state) => liste(request, surLeFichier(state)),
  );
}

/** A refusal of the file is told beside the field: it is the file that must be changed. */
function surLeFichier(state: FormState): FormState {
  const { "": dit, ...autres } = state.problems;
  const champ = state.refusal?.details["champ"] === "action" ? "action" : "fichier";
  return dit === undefined ? state : { ...state, problems: { ...autres, [champ]: dit } };
}

async function un(request: Request, form: FormState): Promise<Response> {
  const consulte = await request.act(consulterTableur, {
    depotId: idParam(request),
    apres: request.query.get("apres") ?? 0,
  });
  return request.page({
    title: consulte.depot.nom,
    status: form.status,
    menu: "offre",
    breadcrumb: [...fil(request), { label: consulte.depot.nom }],
    body: <PageTableur consulte={consulte} form={form} href={request.href} />,
  });
}

async function expliquer(request: Request): Promise<Response> {
  const depotId = idParam(request);
  const consulte = await request.act(consulterTableur, { depotId });
  return submitForm(
    request,
    async (form) => {
      await request.act(expliquerTableur, { depotId, ...explicationDe(consulte, form) });
      return request.redirect(lieux.un(depotId), "C’est retenu, pour ce fichier et les suivants.");
    },
    (state) => un(request, state),
  );
}

function explicationDe(
  { depot, motsInconnus }: TableurConsulte,
  form: FormValues,
): Omit<Parameters<typeof expliquerTableur.execute>[2], "depotId"> {
  const champ = (nom: string): Champ | null => {
    const ecrit = form.text(nom);
    return estChamp(ecrit) ? ecrit : null;
  };
  const dits = (mots: readonly string[], nom: string) =>
    mots
      .map((mot, rang) => ({ mot, sens: form.text(`${nom}-${rang}`) }))
      .filter(({ sens }) => sens !== "");
  return {
    colonnes: Object.fromEntries(
      depot.entetes.map((entete, rang) => [cleEntete(entete), champ(`colonne-${rang}`)]),
    ),
    actions: dits(motsInconnus.actions, "action").map(({ mot, sens }) => ({ mot, actionId: sens })),
    natures: dits(motsInconnus.natures, "nature").flatMap(({ mot, sens }) => {
      const nature = naturesSortie.find((une) => une === sens);
      return nature === undefined ? [] : [{ mot, nature }];
    }),
  };
}

function lancer(request: Request): Promise<Response> {
  const depotId = idParam(request);
  return submitForm(
    request,
    async () => {
      await request.act(lancerTableur, { depotId });
      return request.redirect(lieux.un(depotId));
    },
    (state) => un(request, state),
  );
}

function choisir(request: Request): Promise<Response> {
  const depotId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      const ligne = form.text("ligne");
      await request.act(choisirPersonne, { depotId, ligne, personneId: form.text("personne") });
      return request.redirect(
        lieux.un(depotId),
        `Retenu pour la ligne ${ligne}. Reprenez les lignes refusées quand vous avez fini.`,
      );
    },
    (state) => un(request, state),
  );
}

function telechargerModele(request: Request): Promise<Response> {
  return request.act(listerTableurs, {}).then(() =>
    classeur("modele-sejours", {
      name: "Séjours",
      preamble: [],
      columns: modele.map((header) => ({ header, kind: "text" })),
      rows: lignes([]),
    }),
  );
}

/** The lines as received with their reasons: corrected there, they may be given again. */
async function telechargerRefus(request: Request): Promise<Response> {
  const { depot, refusees } = await request.act(telechargerRefusees, { depotId: idParam(request) });
  return classeur("lignes-refusees", {
    name: "Lignes refusées",
    preamble: [],
    columns: [...depot.entetes, "Pourquoi"].map((header) => ({ header, kind: "text" })),
    rows: lignes(
      refusees.map(({ cellules, raisons }) => [
        ...depot.entetes.map((_, rang) => cellules[rang] ?? ""),
        raisons.join(" "),
      ]),
    ),
  });
}

async function* lignes(rows: readonly (readonly string[])[]): AsyncGenerator<readonly string[]> {
  yield* rows;
}

function classeur(nom: string, sheet: Sheet): Response {
  return new Response(writeSheet(sheet), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="${nom}.xlsx"`,
      "cache-control": "no-store",
    },
  });
}

function refus(champ: string, message: string): DomainError {
  return new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { [champ]: message },
  });
}
