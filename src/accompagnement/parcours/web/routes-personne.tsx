import type { CadreDeSection } from "#droits/dossier";
import type { FormState } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { type SectionAct, sectionRoutes } from "#platform/http/section-acts.ts";
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

const jour = (ecrit: string) => parseDate(ecrit) ?? ecrit;

/** One POST for each act of the section; its right is the one of the act behind it. */
const actes: readonly SectionAct[] = [
  {
    key: "suspendre",
    droit: "parcours:tenir",
    done: "Le compteur est suspendu.",
    run: (request, personneId, form) =>
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
    key: "reprendre",
    droit: "parcours:tenir",
    done: "Le compteur a repris.",
    run: (request, personneId, form) =>
      request.act(reprendreAccompagnement, {
        personneId,
        version: form.text("version"),
        le: jour(form.text("le")),
      }),
  },
  {
    key: "renouveler",
    droit: "parcours:tenir",
    done: "L’accompagnement est renouvelé.",
    run: (request, personneId, form) =>
      request.act(renouvelerAccompagnement, {
        personneId,
        version: form.text("version"),
        mois: form.text("mois"),
        motif: form.text("motif"),
      }),
  },
  {
    key: "deroger",
    droit: "parcours:deroger",
    done: "La dérogation est accordée.",
    run: (request, personneId, form) =>
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
    key: "cadre",
    droit: "parcours:tenir",
    done: "L’accompagnement a changé, et son compteur commence.",
    run: (request, personneId, form) =>
      request.act(changerCadre, {
        personneId,
        version: form.text("version"),
        regle: form.text("regle"),
        motif: form.text("motif"),
      }),
  },
  {
    key: "conclure",
    droit: "parcours:tenir",
    done: "L’accompagnement est conclu.",
    run: (request, personneId, form) =>
      request.act(conclureAccompagnement, {
        personneId,
        version: form.text("version"),
        conclusion: form.text("conclusion") as "relais",
        motif: form.text("motif"),
      }),
  },
  {
    key: "soutien",
    droit: "parcours:tenir",
    done: "L’appui est noté.",
    run: (request, personneId, form) =>
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
    key: "mobiliser",
    droit: "parcours:tenir",
    done: "Ce qui est mobilisé est enregistré.",
    line: (form) => `mobiliser.${form.text("soutienId")}`,
    run: (request, _, form) =>
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
    key: "signaler",
    droit: "manquement:signaler",
    done: "Le manquement est signalé au département.",
    line: (form) =>
      form.text("absenceId") === "" ? "signaler" : `signaler.a${form.text("absenceId")}`,
    run: (request, personneId, form) =>
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
    key: "ecarter",
    droit: "manquement:signaler",
    done: "L’absence est écartée : aucun manquement n’est signalé.",
    line: (form) => `ecarter.${form.text("absenceId")}`,
    run: (request, _, form) =>
      request.act(ecarterAbsence, {
        absenceId: form.text("absenceId"),
        motif: form.text("motif"),
      }),
  },
  {
    key: "recevoir",
    droit: "manquement:recevoir",
    done: "Le manquement est reçu.",
    run: (request, _, form) =>
      request.act(recevoirManquement, {
        manquementId: form.text("manquementId"),
        version: form.text("version"),
      }),
  },
  {
    key: "suite",
    droit: "manquement:recevoir",
    done: "La suite est enregistrée.",
    line: (form) => `suite.${form.text("manquementId")}`,
    run: (request, _, form) =>
      request.act(direLaSuite, {
        manquementId: form.text("manquementId"),
        version: form.text("version"),
        suite: form.text("suite") as "classe",
        motif: form.text("motif"),
      }),
  },
  {
    key: "solliciter",
    droit: "orientation:reorienter",
    done: "La structure est sollicitée.",
    run: (request, _, form) =>
      request.act(solliciterStructure, {
        demandeId: form.text("demandeId"),
        structureId: form.text("structureId"),
        message: form.text("message"),
      }),
  },
  {
    key: "repondre",
    droit: "orientation:reorienter",
    done: "La réponse est enregistrée.",
    line: (form) => `repondre.${form.text("concertationId")}`,
    run: (request, _, form) =>
      request.act(repondreConcertation, {
        concertationId: form.text("concertationId"),
        reponse: form.text("reponse") as "accord",
        motif: form.text("motif"),
      }),
  },
  {
    key: "expliquer",
    droit: "parcours:lire",
    done: "Ses explications sont enregistrées.",
    line: (form) => `expliquer.${form.text("manquementId")}`,
    run: (request, _, form) =>
      request.act(recueillirExplication, {
        manquementId: form.text("manquementId"),
        le: jour(form.text("le")),
        explication: form.text("explication"),
      }),
  },
];

export function routesPersonne(cadre: CadreDeSection): readonly Route[] {
  return sectionRoutes({
    path: "/personnes/:id/parcours",
    droit: ongletParcours.droit,
    acts: actes,
    show: (request, etat, acte) => section(request, cadre, { etat, acte }),
  });
}

interface Montree {
  readonly etat: FormState;
  /** The form that was refused. */
  readonly acte: string | null;
}

async function section(
  request: Request,
  cadre: CadreDeSection,
  { etat, acte }: Montree,
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
