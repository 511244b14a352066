import type { VNode } from "preact";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";
import { changerCadre, conclureAccompagnement } from "../usecases/changer-cadre.ts";
import { repondreConcertation, solliciterStructure } from "../usecases/concertations.ts";
import { consulterParcours } from "../usecases/consulter-parcours.ts";
import {
  direLaSuite,
  ecarterAbsence,
  recevoirManquement,
  recueillirExplication,
  signalerManquement,
} from "../usecases/manquements.ts";
import { derogerAccompagnement, renouvelerAccompagnement } from "../usecases/prolonger.ts";
import { mobiliserSoutien, noterSoutien } from "../usecases/soutiens.ts";
import { reprendreAccompagnement, suspendreAccompagnement } from "../usecases/suspendre.ts";
import { ongletParcours } from "./apport.tsx";
import { PageParcours } from "./page-parcours.tsx";

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
  /** The field that names the line, when several forms of one act share the page. */
  readonly ligne?: (form: FormValues) => string;
}

const jour = (ecrit: string) => parseDate(ecrit) ?? ecrit;

/** One POST for each act of the section; its right is the one of the act behind it. */
const actes: readonly Acte[] = [
  {
    cle: "suspendre",
    droit: "parcours:tenir",
    dit: "Le compteur est suspendu.",
    faire: (request, personneId, form) =>
      request.act(suspendreAccompagnement, {
        ...form.record(),
        personneId,
        version: form.text("version"),
        motif: form.text("motif"),
        du: jour(form.text("du")),
        au: jour(form.text("au")),
      }),
  },
  {
    cle: "reprendre",
    droit: "parcours:tenir",
    dit: "Le compteur a repris.",
    faire: (request, personneId, form) =>
      request.act(reprendreAccompagnement, {
        personneId,
        version: form.text("version"),
        le: jour(form.text("le")),
      }),
  },
  {
    cle: "renouveler",
    droit: "parcours:tenir",
    dit: "L’accompagnement est renouvelé.",
    faire: (request, personneId, form) =>
      request.act(renouvelerAccompagnement, {
        personneId,
        version: form.text("version"),
        mois: form.text("mois"),
        motif: form.text("motif"),
      }),
  },
  {
    cle: "deroger",
    droit: "parcours:deroger",
    dit: "La dérogation est accordée.",
    faire: (request, personneId, form) =>
      request.act(derogerAccompagnement, {
        personneId,
        version: form.text("version"),
        fondement: form.text("fondement"),
        mois: form.text("mois"),
        motif: form.text("motif"),
        preuve: form.text("preuve"),
      }),
  },
  {
    cle: "cadre",
    droit: "parcours:tenir",
    dit: "L’accompagnement a changé, et son compteur commence.",
    faire: (request, personneId, form) =>
      request.act(changerCadre, {
        personneId,
        version: form.text("version"),
        regle: form.text("regle"),
        motif: form.text("motif"),
      }),
  },
  {
    cle: "conclure",
    droit: "parcours:tenir",
    dit: "L’accompagnement est conclu.",
    faire: (request, personneId, form) =>
      request.act(conclureAccompagnement, {
        personneId,
        version: form.text("version"),
        conclusion: form.text("conclusion") as "relais",
        motif: form.text("motif"),
      }),
  },
  {
    cle: "soutien",
    droit: "parcours:tenir",
    dit: "L’appui est noté.",
    faire: (request, personneId, form) =>
      request.act(noterSoutien, {
        personneId,
        nature: form.text("nature"),
        autour: form.text("autour") as "formation",
        besoin: form.text("besoin"),
        du: jour(form.text("du")),
        au: jour(form.text("au")),
        mobilise: form.text("mobilise"),
        financePar: form.text("financePar"),
        cout: form.text("cout"),
      }),
  },
  {
    cle: "mobiliser",
    droit: "parcours:tenir",
    dit: "Ce qui est mobilisé est enregistré.",
    ligne: (form) => `mobiliser.${form.text("soutienId")}`,
    faire: (request, _, form) =>
      request.act(mobiliserSoutien, {
        soutienId: form.text("soutienId"),
        version: form.text("version"),
        mobilise: form.text("mobilise"),
        financePar: form.text("financePar"),
        cout: form.text("cout"),
        au: jour(form.text("au")),
      }),
  },
  {
    cle: "signaler",
    droit: "manquement:signaler",
    dit: "Le manquement est signalé au département.",
    ligne: (form) =>
      form.text("absenceId") === "" ? "signaler" : `signaler.a${form.text("absenceId")}`,
    faire: (request, personneId, form) =>
      request.act(signalerManquement, {
        personneId,
        engagement: form.text("engagement"),
        survenuLe: jour(form.text("survenuLe")),
        faits: form.text("faits"),
        preuves: form.text("preuves"),
        explications: form.text("explications"),
        absenceId: form.text("absenceId"),
      }),
  },
  {
    cle: "ecarter",
    droit: "manquement:signaler",
    dit: "L’absence est écartée : aucun manquement n’est signalé.",
    ligne: (form) => `ecarter.${form.text("absenceId")}`,
    faire: (request, _, form) =>
      request.act(ecarterAbsence, {
        absenceId: form.text("absenceId"),
        motif: form.text("motif"),
      }),
  },
  {
    cle: "recevoir",
    droit: "manquement:recevoir",
    dit: "Le manquement est reçu.",
    faire: (request, _, form) =>
      request.act(recevoirManquement, {
        manquementId: form.text("manquementId"),
        version: form.text("version"),
      }),
  },
  {
    cle: "suite",
    droit: "manquement:recevoir",
    dit: "La suite est enregistrée.",
    ligne: (form) => `suite.${form.text("manquementId")}`,
    faire: (request, _, form) =>
      request.act(direLaSuite, {
        manquementId: form.text("manquementId"),
        version: form.text("version"),
        suite: form.text("suite") as "classe",
        motif: form.text("motif"),
      }),
  },
  {
    cle: "solliciter",
    droit: "orientation:reorienter",
    dit: "La structure est sollicitée.",
    faire: (request, _, form) =>
      request.act(solliciterStructure, {
        demandeId: form.text("demandeId"),
        structureId: form.text("structureId"),
        message: form.text("message"),
      }),
  },
  {
    cle: "repondre",
    droit: "orientation:reorienter",
    dit: "La réponse est enregistrée.",
    ligne: (form) => `repondre.${form.text("concertationId")}`,
    faire: (request, _, form) =>
      request.act(repondreConcertation, {
        concertationId: form.text("concertationId"),
        reponse: form.text("reponse") as "accord",
        motif: form.text("motif"),
      }),
  },
  {
    cle: "expliquer",
    droit: "parcours:lire",
    dit: "Ses explications sont enregistrées.",
    ligne: (form) => `expliquer.${form.text("manquementId")}`,
    faire: (request, _, form) =>
      request.act(recueillirExplication, {
        manquementId: form.text("manquementId"),
        le: jour(form.text("le")),
        explication: form.text("explication"),
      }),
  },
];

export function routesPersonne(cadre: CadrePersonne): readonly Route[] {
  const base = "/personnes/:id/parcours";
  return [
    {
      method: "GET",
      path: base,
      droit: ongletParcours.droit,
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
  const parcours = await request.act(consulterParcours, { personneId: idParam(request) });
  return cadre(request, {
    personneId: parcours.personneId,
    onglet: ongletParcours.key,
    titre: ongletParcours.label,
    status: etat.status,
    corps: (
      <PageParcours
        parcours={parcours}
        etat={etat}
        acte={acte}
        href={request.href}
        droits={request.agent.droits}
      />
    ),
  });
}

async function agir(request: Request, cadre: CadrePersonne, acte: Acte): Promise<Response> {
  const personneId = idParam(request);
  const cle = acte.ligne ? acte.ligne(await request.form()) : acte.cle;
  return submitForm(
    request,
    async (form) => {
      await acte.faire(request, personneId, form);
      return request.redirect(`/personnes/${personneId}/parcours`, acte.dit);
    },
    (etat) => section(request, cadre, etat, cle),
  );
}
