import { type FormState, freshForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { FicheReferent } from "../db/referents.ts";
import { accueillirReferent } from "../usecases/accueillir-referent.ts";
import { declarerAbsence } from "../usecases/declarer-absence.ts";
import { modifierReferent } from "../usecases/modifier-referent.ts";
import { terminerAbsence } from "../usecases/terminer-absence.ts";
import {
  colleguesDe,
  filDeReferent,
  filDeStructure,
  GERER,
  LIRE,
  referentDemande,
  structureDemandee,
} from "./contexte.ts";
import { aujourdhui, aujourdhuiSaisi, dateDe, referentSaisi } from "./formulaire.ts";
import { routesDuFormulaire } from "./formulaire-route.ts";
import { PageAbsence, PageAccueillir, PageModifierReferent } from "./formulaires-referent.tsx";
import { nomDe } from "./mots.ts";
import { PageReferent } from "./page-referent.tsx";
import type { PortsStructure } from "./ports.ts";

export function routesDesReferents(ports: PortsStructure): readonly Route[] {
  const formulaire = routesDuFormulaire(ports);
  return [
    { method: "GET", path: "/referents/:id", droit: LIRE, handler: (r) => un(r, ports) },
    ...formulaire("/structures/:id/referents/nouveau", accueil, accueillir),
    ...formulaire("/referents/:id/modifier", modifier, enregistrer),
    ...formulaire("/referents/:id/absences", absence, declarer),
    { method: "POST", path: "/absences/:id/fin", droit: GERER, handler: terminer },
  ];
}

async function un(request: Request, ports: PortsStructure): Promise<Response> {
  const referent = await referentDemande(request);
  return request.page({
    title: nomDe(referent),
    menu: "structures",
    breadcrumb: [
      ...filDeStructure(request, { id: referent.structureId, nom: referent.structure }),
      { label: nomDe(referent) },
    ],
    body: (
      <PageReferent
        referent={referent}
        charges={await ports.charges(request)}
        le={aujourdhui(request)}
        peutGerer={request.agent.droits.has(GERER)}
        href={request.href}
      />
    ),
  });
}

async function accueil(request: Request, ports: PortsStructure, state: FormState | null) {
  const { fiche } = await structureDemandee(request);
  return request.page({
    title: `Accueillir un référent : ${fiche.nom}`,
    menu: "structures",
    status: state?.status ?? 200,
    breadcrumb: filDeStructure(request, fiche, "Accueillir un référent"),
    body: (
      <PageAccueillir
        structure={fiche}
        state={state ?? freshForm({ du: aujourdhuiSaisi(request), etp: "1" })}
        comptes={await ports.comptes(request)}
        href={request.href}
      />
    ),
  });
}

async function accueillir(request: Request, form: FormValues): Promise<Response> {
  const structureId = idParam(request);
  const { id } = await request.act(accueillirReferent, {
    structureId,
    du: dateDe(form.text("du")),
    ...referentSaisi(form),
  });
  return request.redirect(`/referents/${id}`, "L’arrivée est enregistrée.");
}

async function modifier(request: Request, ports: PortsStructure, state: FormState | null) {
  const referent = await referentDemande(request);
  return page(
    request,
    referent,
    "Modifier",
    <PageModifierReferent
      referent={referent}
      version={Number(state?.values["version"] ?? referent.version)}
      state={state ?? freshForm(valeursDe(referent))}
      comptes={await ports.comptes(request)}
      href={request.href}
    />,
    state,
  );
}

function valeursDe(referent: FicheReferent): Record<string, string> {
  const { qualite, nom, prenom, fonction, courriel, telephone, etp, places, agentId } = referent;
  const connues = { qualite, nom, prenom, fonction, courriel, telephone, places, agentId };
  return {
    ...Object.fromEntries(
      Object.entries(connues).map(([cle, valeur]) => [cle, valeur === null ? "" : String(valeur)]),
    ),
    etp: String(etp).replace(".", ","),
  };
}

async function enregistrer(request: Request, form: FormValues): Promise<Response> {
  const referentId = idParam(request);
  const version = form.text("version");
  await request.act(modifierReferent, { referentId, version, ...referentSaisi(form) });
  return request.redirect(`/referents/${referentId}`, "La fiche est enregistrée.");
}

async function absence(request: Request, _ports: PortsStructure, state: FormState | null) {
  const referent = await referentDemande(request);
  return page(
    request,
    referent,
    "Absence",
    <PageAbsence
      referent={referent}
      collegues={await colleguesDe(request, referent)}
      state={state ?? freshForm({ du: aujourdhuiSaisi(request) })}
      href={request.href}
    />,
    state,
  );
}

async function declarer(request: Request, form: FormValues): Promise<Response> {
  const referentId = idParam(request);
  const du = dateDe(form.text("du"));
  await request.act(declarerAbsence, {
    referentId,
    du,
    au: dateDe(form.text("au")),
    motif: form.text("motif"),
    remplaceParId: form.text("remplaceParId"),
  });
  return request.redirect(
    `/referents/${referentId}`,
    `L’absence est déclarée à partir du ${formatDate(du)}.`,
  );
}

async function terminer(request: Request): Promise<Response> {
  const form = await request.form();
  const reprise = dateDe(form.text("reprise"));
  const { referentId } = await request.act(terminerAbsence, {
    absenceId: idParam(request),
    reprise,
  });
  return request.redirect(`/referents/${referentId}`, `Retour noté le ${formatDate(reprise)}.`);
}

function page(
  request: Request,
  referent: FicheReferent,
  titre: string,
  body: Parameters<Request["page"]>[0]["body"],
  state: FormState | null,
): Promise<Response> {
  return request.page({
    title: `${titre} : ${nomDe(referent)}`,
    menu: "structures",
    status: state?.status ?? 200,
    breadcrumb: filDeReferent(request, referent, titre),
    body,
  });
}
