import type { VNode } from "preact";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";
import { changerReferent } from "../usecases/changer-referent.ts";
import { confirmerDesignation, contesterDesignation } from "../usecases/confirmer-designation.ts";
import { constaterOrientationFranceTravail } from "../usecases/constater-france-travail.ts";
import { consulterOrientation } from "../usecases/consulter-orientation.ts";
import { notifierOrientations } from "../usecases/notifier-orientations.ts";
import { fixerPremierRendezVous, tenirPremierRendezVous } from "../usecases/premier-rendez-vous.ts";
import { proposerOrientations } from "../usecases/proposer-orientations.ts";
import { demanderReorientation } from "../usecases/reorientations.ts";
import { ongletOrientation } from "./apport.tsx";
import { lireService } from "./options.ts";
import { PageOrientation } from "./page-orientation.tsx";

/** The frame of a person’s pages, given by the composition: her header and her tabs around a section. */
export type CadrePersonne = (
  request: Request,
  section: {
    readonly personneId: number;
    readonly onglet: string;
    readonly titre: string;
    readonly corps: VNode;
    readonly status?: number;
  },
) => Promise<Response>;

interface Acte {
  readonly cle: string;
  readonly droit: string;
  readonly dit: string;
  readonly faire: (request: Request, personneId: number, form: FormValues) => Promise<unknown>;
}

const jour = (ecrit: string) => parseDate(ecrit) ?? ecrit;

/** One POST for each act of the section; its right is the one of the act behind it. */
const actes: readonly Acte[] = [
  {
    cle: "notifier",
    droit: "orientation:proposer",
    dit: "La décision est notifiée.",
    faire: (request, personneId, form) =>
      request.act(notifierOrientations, {
        personnes: [personneId],
        moyen: form.text("moyen") as "lettre-recommandee",
      }),
  },
  {
    cle: "rendez-vous",
    droit: "orientation:confirmer",
    dit: "Le premier rendez-vous est fixé.",
    faire: (request, personneId, form) =>
      request.act(fixerPremierRendezVous, {
        personnes: [personneId],
        prevuLe: jour(form.text("prevuLe")),
        heure: form.text("heure"),
        lieu: form.text("lieu"),
      }),
  },
  {
    cle: "rendez-vous-tenu",
    droit: "orientation:confirmer",
    dit: "Le rendez-vous est enregistré.",
    faire: (request, personneId, form) =>
      request.act(tenirPremierRendezVous, {
        personnes: [personneId],
        issue: form.text("issue") as "tenu",
        le: jour(form.text("le")),
      }),
  },
  {
    cle: "confirmer",
    droit: "orientation:confirmer",
    dit: "La désignation est confirmée.",
    faire: (request, personneId) => request.act(confirmerDesignation, { personnes: [personneId] }),
  },
  {
    cle: "contester",
    droit: "orientation:confirmer",
    dit: "La désignation est contestée, et la réorientation demandée.",
    faire: (request, personneId, form) =>
      request.act(contesterDesignation, {
        personneId,
        motif: form.text("motif"),
        typeSouhaite: form.text("typeSouhaite"),
      }),
  },
  {
    cle: "reorienter",
    droit: "orientation:reorienter",
    dit: "La réorientation est demandée.",
    faire: (request, personneId, form) =>
      request.act(demanderReorientation, {
        personneId,
        demandeur: form.text("demandeur") as "personne",
        motif: form.text("motif"),
        typeSouhaite: form.text("typeSouhaite"),
      }),
  },
  {
    cle: "referent",
    droit: "orientation:decider",
    dit: "Le référent est changé.",
    faire: (request, personneId, form) =>
      request.act(changerReferent, {
        personneId,
        structureId: form.text("structureId"),
        referentId: form.text("referentId"),
        motif: form.text("motif"),
      }),
  },
  {
    cle: "proposer",
    droit: "orientation:proposer",
    dit: "La proposition est faite.",
    faire: (request, personneId) => request.act(proposerOrientations, { personnes: [personneId] }),
  },
  {
    cle: "france-travail",
    droit: "orientation:proposer",
    dit: "L’orientation par France Travail est enregistrée.",
    faire: (request, personneId, form) =>
      request.act(constaterOrientationFranceTravail, {
        personneId,
        le: jour(form.text("le")),
        ...lireService(form.text("service")),
      }),
  },
];

export function routesPersonne(cadre: CadrePersonne): readonly Route[] {
  const base = "/personnes/:id/orientation";
  return [
    {
      method: "GET",
      path: base,
      droit: ongletOrientation.droit,
      handler: (request) => section(request, cadre, freshForm(), null),
    },
    ...actes.map(
      (acte): Route => ({
        method: "POST",
        path: `${base}/${acte.cle}`,
        droit: acte.droit,
        handler: (request) => agir(request, cadre, acte),
      }),
    ),
  ];
}

async function section(
  request: Request,
  cadre: CadrePersonne,
  etat: FormState,
  acte: string | null,
): Promise<Response> {
  const orientation = await request.act(consulterOrientation, { personneId: idParam(request) });
  return cadre(request, {
    personneId: orientation.personneId,
    onglet: ongletOrientation.key,
    titre: ongletOrientation.label,
    status: etat.status,
    corps: (
      <PageOrientation
        orientation={orientation}
        etat={etat}
        acte={acte}
        href={request.href}
        droits={request.agent.droits}
      />
    ),
  });
}

function agir(request: Request, cadre: CadrePersonne, acte: Acte): Promise<Response> {
  const personneId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      await acte.faire(request, personneId, form);
      return request.redirect(`/personnes/${personneId}/orientation`, acte.dit);
    },
    (etat) => section(request, cadre, etat, acte.cle),
  );
}
