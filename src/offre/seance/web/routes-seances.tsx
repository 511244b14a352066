import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { placeParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatCount, formatDate, parseDate } from "#platform/ui/format.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import { listeSeances } from "../db/listes.ts";
import { type NatureSeance, naturesSeance } from "../domain/natures.ts";
import { creerSeances } from "../usecases/creer-seances.ts";
import { type Inscription, inscrirePersonnes } from "../usecases/inscrire.ts";
import { lireSemaine, preparerInscription, preparerSeance } from "../usecases/lire-seances.ts";
import { PageNouvelle } from "./formulaire.tsx";
import { EtatEcrit } from "./mots.tsx";
import { PageInscrire } from "./page-inscrire.tsx";
import { PageSemaine } from "./page-semaine.tsx";

export const menu = "offre";

export const jourSaisi = (ecrit: string): string => parseDate(ecrit) ?? ecrit;

export function fil({ href }: Request, ...labels: readonly string[]) {
  return [
    { label: "Offre", href: href("/offre") },
    { label: "Séances", href: href("/seances") },
    ...labels.map((label) => ({ label })),
  ];
}

/** What the form of a session says, days and boxes as the act reads them. */
export function contenuSaisi(form: FormValues) {
  return {
    ...form.record(),
    nature: form.text("nature") as NatureSeance,
    titre: form.text("titre"),
    lieu: form.text("lieu"),
    jour: jourSaisi(form.text("jour")),
    debut: form.text("debut"),
    fin: form.text("fin"),
    capacite: form.text("capacite"),
    mixte: form.text("mixte") !== "",
  };
}

async function semaine(request: Request): Promise<Response> {
  const { query, agent } = request;
  const jour = jourSaisi(query.get("jour") ?? "");
  const lue = await request.act(lireSemaine, {
    jour: /^\d{4}-\d{2}-\d{2}$/u.test(jour) && !Number.isNaN(Date.parse(jour)) ? jour : null,
    nature: naturesSeance.find((une) => une === query.get("nature")) ?? null,
    structureId: placeParam(request, "structure"),
  });
  return request.page({
    title: "Séances collectives",
    menu,
    wide: true,
    breadcrumb: fil(request).slice(0, 1).concat({ label: "Séances", href: "" }),
    body: (
      <PageSemaine semaine={lue} href={request.href} tient={agent.droits.has("seance:tenir")} />
    ),
  });
}

async function nouvelle(request: Request, etat: FormState): Promise<Response> {
  const prepare = await request.act(preparerSeance, {});
  return request.page({
    title: "Créer une séance",
    menu,
    status: etat.status,
    breadcrumb: fil(request, "Créer une séance"),
    body: <PageNouvelle prepare={prepare} etat={etat} href={request.href} />,
  });
}

async function creer(request: Request, form: FormValues): Promise<Response> {
  const { ids, feries } = await request.act(creerSeances, {
    ...contenuSaisi(form),
    actionId: form.text("actionId"),
    structureId: form.text("structureId"),
    rythme: form.text("rythme") as "semaine",
    nombre: form.text("nombre"),
  });
  const sautes = feries.map(({ jour, nom }) => `${formatDate(jour)} (${nom})`).join(", ");
  return request.redirect(
    `/seances/${ids[0]}`,
    [
      ids.length === 1 ? "La séance est créée." : `${ids.length} séances sont créées.`,
      sautes === "" ? "" : `Jours fériés sautés : ${sautes}.`,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

const idsDe = (ecrit: string) => ecrit.split(",").filter((id) => /^[1-9]\d{0,8}$/u.test(id));

async function choisir(request: Request, etat: FormState): Promise<Response> {
  const personnes = idsDe(etat.values["personnes"] ?? request.query.get("personnes") ?? "");
  const prepare = await request.act(preparerInscription, { personnes });
  return request.page({
    title: "Inscrire à une séance",
    menu,
    status: etat.status,
    breadcrumb: fil(request, "Inscrire"),
    body: <PageInscrire prepare={prepare} etat={etat} href={request.href} />,
  });
}

export function inscriptionEnMots({ inscrites, attente, deja, sansPlace }: Inscription): string {
  return [
    inscrites > 0 && formatCount(inscrites, "inscription faite", "inscriptions faites"),
    attente > 0 && `${attente} sur liste d’attente`,
    deja > 0 && `${deja} déjà là`,
    sansPlace > 0 && `${sansPlace} sans place`,
  ]
    .filter(Boolean)
    .join(", ")
    .concat(".");
}

async function inscrire(request: Request, form: FormValues): Promise<Response> {
  const fait = await request.act(inscrirePersonnes, {
    seanceId: form.text("seanceId"),
    personnes: idsDe(form.text("personnes")),
    attente: form.text("attente") !== "",
    serie: form.text("serie") !== "",
  });
  return request.redirect(`/seances/${form.text("seanceId")}`, inscriptionEnMots(fait));
}

const lire = "seance:lire";
const tenir = "seance:tenir";

/** The calendar, the list, and what begins without a session: before `/seances/:id`. */
export const routesSeances: readonly Route[] = [
  { method: "GET", path: "/seances", droit: lire, handler: semaine },
  ...listRoutes({
    path: "/seances/liste",
    definition: listeSeances,
    title: "Séances collectives",
    droit: lire,
    droitExport: lire,
    menu,
    rowHref: ({ key }) => `/seances/${key}`,
    cells: { etat: ({ values }) => <EtatEcrit etat={String(values["etat"])} /> },
    emptyHint: "Créez une séance depuis le calendrier.",
  }),
  {
    method: "GET",
    path: "/seances/nouvelle",
    droit: tenir,
    handler: (request) =>
      nouvelle(
        request,
        freshForm({
          actionId: request.query.get("action") ?? "",
          nature: "atelier",
          jour: formatDate(request.query.get("jour")),
        }),
      ),
  },
  {
    method: "POST",
    path: "/seances/nouvelle",
    droit: tenir,
    handler: (request) =>
      submitForm(
        request,
        (form) => creer(request, form),
        (etat) => nouvelle(request, etat),
      ),
  },
  {
    method: "GET",
    path: "/seances/inscrire",
    droit: tenir,
    handler: (request) => choisir(request, freshForm()),
  },
  {
    method: "POST",
    path: "/seances/inscrire",
    droit: tenir,
    handler: (request) =>
      submitForm(
        request,
        (form) => inscrire(request, form),
        (etat) => choisir(request, etat),
      ),
  },
];
