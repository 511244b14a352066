import { z } from "zod";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { formatCount, parseDate } from "#platform/ui/format.ts";
import { deciderEnLot } from "../usecases/decider-en-lot.ts";
import { deciderOrientation } from "../usecases/decider-orientation.ts";
import { lireFile } from "../usecases/lire-file.ts";
import { lirePlaces } from "../usecases/lire-places.ts";
import { lireSansDifficulte } from "../usecases/lire-sans-difficulte.ts";
import { refuserProposition, reporterProposition } from "../usecases/reporter-proposition.ts";
import { CartePlaces } from "./carte-places.tsx";
import { lireService } from "./options.ts";
import { PageFile } from "./page-file.tsx";
import { PageLot } from "./page-lot.tsx";

const droit = "orientation:decider";
const menu = "orientation";

export const routesFile: readonly Route[] = [
  {
    method: "GET",
    path: "/orientation/decider",
    droit,
    handler: (request) =>
      file(request, freshForm(), {
        acte: null,
        apres: placeParam(request, "apres"),
        cas: null,
        fait: compteur(request.query.get("fait")),
      }),
  },
  { method: "POST", path: "/orientation/decider/:id/accepter", droit, handler: accepter },
  { method: "POST", path: "/orientation/decider/:id/changer", droit, handler: changer },
  { method: "POST", path: "/orientation/decider/:id/reporter", droit, handler: reporter },
  { method: "POST", path: "/orientation/decider/:id/refuser", droit, handler: refuser },
  { method: "GET", path: "/orientation/places", droit, handler: places },
  { method: "GET", path: "/orientation/lot", droit, handler: (request) => lot(request, null) },
  { method: "POST", path: "/orientation/lot", droit, handler: accepterLeLot },
];

const compteur = (ecrit: string | null) => (/^\d{1,9}$/.test(ecrit ?? "") ? Number(ecrit) : 0);

interface Place {
  readonly acte: string | null;
  /** The reader has passed everything until this one. */
  readonly apres: number | null;
  /** The case whose decision was refused. */
  readonly cas: number | null;
  readonly fait: number;
}

async function file(request: Request, etat: FormState, place: Place): Promise<Response> {
  const { apres, cas } = place;
  const lue = await request.act(lireFile, { apres, cas });
  const change = cas !== null && lue.suivant?.cas.id !== cas;
  const { href, agent } = request;
  return request.page({
    title: lue.suivant === null ? "Plus rien à décider" : "Décider des orientations",
    menu,
    status: etat.status,
    breadcrumb: [{ label: "Orientation", href: href("/orientation") }, { label: "Décider" }],
    body: (
      <PageFile
        file={lue}
        etat={etat}
        {...place}
        acte={change ? null : place.acte}
        change={change}
        href={href}
        droits={agent.droits}
      />
    ),
  });
}

/** Runs the decision and goes on with the next case; a refusal shows the same case again. */
function traiter(
  request: Request,
  acte: string,
  decider: (form: FormValues, cas: { propositionId: number; version: number }) => Promise<unknown>,
): Promise<Response> {
  const propositionId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      await decider(form, { propositionId, version: Number(form.text("version")) });
      const suite = new URLSearchParams({ fait: String(compteur(form.text("fait")) + 1) });
      const apres = compteur(form.text("apres"));
      if (apres > 0) suite.set("apres", String(apres));
      return request.redirect(`/orientation/decider?${suite}`);
    },
    (etat) =>
      file(request, etat, {
        acte,
        apres: compteur(etat.values["apres"] ?? null) || null,
        cas: propositionId,
        fait: compteur(etat.values["fait"] ?? null),
      }),
  );
}

function accepter(request: Request): Promise<Response> {
  return traiter(request, "accepter", (_, cas) => request.act(deciderOrientation, cas));
}

function changer(request: Request): Promise<Response> {
  return traiter(request, "changer", (form, cas) => {
    return request.act(deciderOrientation, {
      ...cas,
      ...lireService(form.text("service")),
      referentId: form.text("referentId"),
      motif: form.text("motif"),
    });
  });
}

function reporter(request: Request): Promise<Response> {
  return traiter(request, "reporter", (form, cas) =>
    request.act(reporterProposition, {
      ...cas,
      jusquAu: parseDate(form.text("jusquAu")) ?? form.text("jusquAu"),
      motif: form.text("motif"),
    }),
  );
}

function refuser(request: Request): Promise<Response> {
  return traiter(request, "refuser", (form, cas) =>
    request.act(refuserProposition, { ...cas, motif: form.text("motif") }),
  );
}

async function places(request: Request): Promise<Response> {
  const territoireId = placeParam(request, "territoire");
  const { services, types } = await request.act(lirePlaces, { territoireId });
  const suite = territoireId === null ? "" : `?territoire=${territoireId}`;
  return request.page({
    title: "Places des structures",
    menu,
    body: (
      <>
        <PageHeader title="Places des structures" />
        <CartePlaces
          services={services}
          types={types}
          actualiser={request.href(`/orientation/places${suite}`)}
        />
      </>
    ),
  });
}

type Issue = Awaited<ReturnType<typeof deciderEnLot.execute>>;

async function lot(request: Request, issue: Issue | null): Promise<Response> {
  const lots = await request.act(lireSansDifficulte, {});
  return request.page({
    title: "Accepter en lot",
    menu,
    breadcrumb: [
      { label: "Orientation", href: request.href("/orientation") },
      { label: "Accepter en lot" },
    ],
    body: <PageLot lots={lots} issue={issue} href={request.href} />,
  });
}

const choisis = z.array(z.string().regex(/^\d+\|.+$/));

/** Only what the reader saw and ticked: each line carries its structure and type. */
async function accepterLeLot(request: Request): Promise<Response> {
  const form = await request.form();
  const cles = new Set(choisis.catch([]).parse(form.all("lot")));
  const lots = (await request.act(lireSansDifficulte, {})).filter(({ structureId, type }) =>
    cles.has(`${structureId}|${type}`),
  );
  const propositions = lots.flatMap(({ propositions: ids }) =>
    ids.map((id) => ({ id, version: null })),
  );
  if (propositions.length === 0) {
    return request.redirect("/orientation/lot", "Rien n’a été décidé : cochez au moins une ligne.");
  }
  const issue = await request.act(deciderEnLot, { propositions });
  if (issue.refusees.length > 0) return lot(request, issue);
  return request.redirect(
    "/orientation",
    `${formatCount(issue.decidees, "orientation décidée", "orientations décidées")}.`,
  );
}
