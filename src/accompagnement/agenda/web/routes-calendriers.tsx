import ical, { ICalEventStatus } from "ical-generator";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import {
  abonner,
  type CalendrierLu,
  lireAbonnements,
  lireCalendrier,
  revoquerAbonnement,
} from "../usecases/abonnements.ts";
import { lireJour } from "../usecases/lire-agenda.ts";
import { PageCalendriers } from "./page-calendriers.tsx";
import { fil } from "./routes-agenda.tsx";

const droit = "agenda:lire";

export const routesCalendriers: readonly Route[] = [
  {
    method: "GET",
    path: "/agenda/calendriers",
    droit,
    handler: (request) => page(request, freshForm(), null),
  },
  {
    method: "POST",
    path: "/agenda/calendriers",
    droit,
    handler: (request) =>
      submitForm(
        request,
        async (form) => {
          const { jeton } = await request.act(abonner, {
            libelle: form.text("libelle"),
            structureId: form.text("structure"),
          });
          const adresse = new URL(request.href(`/agenda/calendrier/${jeton}`), request.url);
          // Shown in the very answer: an address kept for the next page would be written somewhere.
          return page(request, freshForm(), adresse.href);
        },
        (etat) => page(request, etat, null),
      ),
  },
  {
    method: "POST",
    path: "/agenda/calendriers/:id/couper",
    droit,
    async handler(request) {
      await request.act(revoquerAbonnement, { id: idParam(request) });
      return request.redirect("/agenda/calendriers", "Ce calendrier est coupé.");
    },
  },
  { method: "GET", path: "/agenda/calendrier/:jeton", droit: "public", handler: calendrier },
];

async function page(request: Request, etat: FormState, adresse: string | null): Promise<Response> {
  const abonnements = await request.act(lireAbonnements, {});
  const { structures } = await request.act(lireJour, {});
  return request.page({
    title: "Calendriers partagés",
    menu: "agenda",
    status: etat.status,
    breadcrumb: fil(request, "Calendriers partagés"),
    body: (
      <PageCalendriers
        abonnements={abonnements}
        structures={structures}
        adresse={adresse}
        etat={etat}
        href={request.href}
      />
    ),
  });
}

/** Read by calendars outside: the token of the address is the only right, and nothing can be written. */
async function calendrier(request: Request): Promise<Response> {
  const lu = await lireCalendrier(request.deps, {
    jeton: request.params["jeton"] ?? "",
    adresse: request.address,
  });
  return new Response(ecrireCalendrier(lu, request.deps.now(), request.url.hostname), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-store",
      "content-disposition": 'inline; filename="agenda.ics"',
    },
  });
}

/** Instants in UTC: no calendar has to know our hours. */
export function ecrireCalendrier(
  { nom, evenements }: CalendrierLu,
  stamp: Date,
  domaine: string,
): string {
  const calendrierEcrit = ical({
    name: nom,
    prodId: { company: "Jalon", product: "Agenda", language: "FR" },
  });
  for (const { id, sequence, debut, fin, titre, lieu, annule } of evenements) {
    calendrierEcrit.createEvent({
      id: `rendez-vous-${id}@${domaine}`,
      sequence,
      stamp,
      start: debut,
      end: fin,
      summary: titre,
      ...(lieu !== null && { location: lieu }),
      status: annule ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendrierEcrit.toString();
}
