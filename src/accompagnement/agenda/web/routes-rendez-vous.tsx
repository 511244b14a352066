import { lireMessagesDe } from "#commun/message";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { annulerRendezVous } from "../usecases/annuler-rendez-vous.ts";
import { consulterRendezVous } from "../usecases/consulter-rendez-vous.ts";
import { convoquer } from "../usecases/convoquer.ts";
import { deplacerRendezVous } from "../usecases/deplacer-rendez-vous.ts";
import { noterArrivee } from "../usecases/noter-arrivee.ts";
import { noterIssue } from "../usecases/noter-issue.ts";
import { adresse } from "./mots.tsx";
import { PageRendezVous } from "./page-rendez-vous.tsx";
import type { PortsAgenda } from "./ports.ts";
import { fil } from "./routes-agenda.tsx";
import { convocationEnMots } from "./routes-prendre.tsx";
import { coche, jourSaisi } from "./saisie.ts";

const droit = "agenda:tenir";

interface Acte {
  readonly cle: string;
  /** What is said once it is done. */
  readonly faire: (request: Request, id: number, form: FormValues) => Promise<string>;
}

/** One POST for each act on a meeting. */
function actes(ports: PortsAgenda): readonly Acte[] {
  const prevenir = convoquer(ports);
  return [
    {
      cle: "issue",
      async faire(request, rendezVousId, form) {
        await request.act(noterIssue, {
          issues: [
            {
              rendezVousId,
              personneId: form.text("personne"),
              statut: form.text("statut") as "honore",
              lu: form.text("lu") as "prevu",
              motif: form.text("motif"),
            },
          ],
        });
        return "L’issue est enregistrée.";
      },
    },
    {
      cle: "deplacer",
      async faire(request, id, form) {
        const { avant } = await request.act(deplacerRendezVous, {
          id,
          version: form.text("version"),
          jour: jourSaisi(form.text("jour")),
          heure: form.text("heure"),
          referentId: form.text("referentId"),
          motif: form.text("motif"),
          horsHoraires: coche(form, "horsHoraires"),
        });
        if (!coche(form, "prevenir")) return "Le rendez-vous est déplacé.";
        const dit = await request.act(prevenir, {
          rendezVous: [id],
          usage: "deplacement-rendez-vous",
          avant,
        });
        return `Le rendez-vous est déplacé. ${convocationEnMots(dit)}`;
      },
    },
    {
      cle: "annuler",
      async faire(request, id, form) {
        await request.act(annulerRendezVous, {
          id,
          version: form.text("version"),
          personneId: form.text("personne"),
          par: form.text("par") as "personne",
          motif: form.text("motif"),
        });
        const fait =
          form.text("personne") === ""
            ? "Le rendez-vous est annulé."
            : "Cette personne n’est plus attendue.";
        if (!coche(form, "prevenir")) return fait;
        const dit = await request.act(prevenir, {
          rendezVous: [id],
          usage: "annulation-rendez-vous",
        });
        return `${fait} ${convocationEnMots(dit)}`;
      },
    },
    {
      cle: "convoquer",
      async faire(request, id, form) {
        const dit = await request.act(prevenir, {
          rendezVous: [id],
          canal: form.text("canal") as "auto",
          renvoi: form.text("renvoi"),
        });
        return convocationEnMots(dit) || "Cette convocation a déjà été envoyée.";
      },
    },
  ];
}

export function routesRendezVous(ports: PortsAgenda): readonly Route[] {
  const base = "/agenda/rendez-vous/:id";
  return [
    {
      method: "GET",
      path: base,
      droit: "agenda:lire",
      handler: (request) => page(request, freshForm(), null),
    },
    { method: "POST", path: `${base}/arrivee`, droit, handler: arrivee },
    ...actes(ports).map(
      (acte): Route => ({
        method: "POST",
        path: `${base}/${acte.cle}`,
        droit,
        handler: (request) =>
          submitForm(
            request,
            async (form) => {
              const id = idParam(request);
              const dit = await acte.faire(request, id, form);
              return request.redirect(`/agenda/rendez-vous/${id}`, dit);
            },
            (etat) => page(request, etat, acte.cle),
          ),
      }),
    ),
  ];
}

/** From the waiting room, where it goes back. */
async function arrivee(request: Request): Promise<Response> {
  const form = await request.form();
  await request.act(noterArrivee, {
    id: idParam(request),
    personneId: form.text("personne"),
    arrivee: form.text("arrivee") !== "non",
  });
  return request.redirect(adresse("/agenda/accueil", { structure: form.text("structure") }));
}

async function page(request: Request, etat: FormState, acte: string | null): Promise<Response> {
  const lu = await request.act(consulterRendezVous, { id: idParam(request) });
  const messages = await request.deps.base.transaction((tx) =>
    lireMessagesDe(tx, "rendez-vous", [lu.rendezVous.id]),
  );
  return request.page({
    title: "Rendez-vous",
    menu: "agenda",
    status: etat.status,
    breadcrumb: fil(request, "Rendez-vous"),
    body: (
      <PageRendezVous
        lu={lu}
        // Who a message names is shown to who may know her only.
        messages={messages.filter(({ personneId }) => lu.personnes.has(personneId))}
        etat={etat}
        acte={acte}
        href={request.href}
        droits={request.agent.droits}
      />
    ),
  });
}
