import type { CadreDeSection } from "#droits/dossier";
import type { FormState } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { type SectionAct, sectionRoutes } from "#platform/http/section-acts.ts";
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

const jour = (ecrit: string) => parseDate(ecrit) ?? ecrit;

/** One POST for each act of the section; its right is the one of the act behind it. */
const actes: readonly SectionAct[] = [
  {
    key: "notifier",
    droit: "orientation:proposer",
    done: "La décision est notifiée.",
    run: (request, personneId, form) =>
      request.act(notifierOrientations, {
        personnes: [personneId],
        moyen: form.text("moyen") as "lettre-recommandee",
      }),
  },
  {
    key: "rendez-vous",
    droit: "orientation:confirmer",
    done: "Le premier rendez-vous est fixé.",
    run: (request, personneId, form) =>
      request.act(fixerPremierRendezVous, {
        personnes: [personneId],
        prevuLe: jour(form.text("prevuLe")),
        heure: form.text("heure"),
        lieu: form.text("lieu"),
      }),
  },
  {
    key: "rendez-vous-tenu",
    droit: "orientation:confirmer",
    done: "Le rendez-vous est enregistré.",
    run: (request, personneId, form) =>
      request.act(tenirPremierRendezVous, {
        personnes: [personneId],
        issue: form.text("issue") as "tenu",
        le: jour(form.text("le")),
      }),
  },
  {
    key: "confirmer",
    droit: "orientation:confirmer",
    done: "La désignation est confirmée.",
    run: (request, personneId) => request.act(confirmerDesignation, { personnes: [personneId] }),
  },
  {
    key: "contester",
    droit: "orientation:confirmer",
    done: "La désignation est contestée, et la réorientation demandée.",
    run: (request, personneId, form) =>
      request.act(contesterDesignation, {
        personneId,
        motif: form.text("motif"),
        typeSouhaite: form.text("typeSouhaite"),
      }),
  },
  {
    key: "reorienter",
    droit: "orientation:reorienter",
    done: "La réorientation est demandée.",
    run: (request, personneId, form) =>
      request.act(demanderReorientation, {
        personneId,
        demandeur: form.text("demandeur") as "personne",
        motif: form.text("motif"),
        typeSouhaite: form.text("typeSouhaite"),
      }),
  },
  {
    key: "referent",
    droit: "orientation:decider",
    done: "Le référent est changé.",
    run: (request, personneId, form) =>
      request.act(changerReferent, {
        personneId,
        structureId: form.text("structureId"),
        referentId: form.text("referentId"),
        motif: form.text("motif"),
      }),
  },
  {
    key: "proposer",
    droit: "orientation:proposer",
    done: "La proposition est faite.",
    run: (request, personneId) => request.act(proposerOrientations, { personnes: [personneId] }),
  },
  {
    key: "france-travail",
    droit: "orientation:proposer",
    done: "L’orientation par France Travail est enregistrée.",
    run: (request, personneId, form) =>
      request.act(constaterOrientationFranceTravail, {
        personneId,
        le: jour(form.text("le")),
        ...lireService(form.text("service")),
      }),
  },
];

export function routesPersonne(cadre: CadreDeSection): readonly Route[] {
  return sectionRoutes({
    path: "/personnes/:id/orientation",
    droit: ongletOrientation.droit,
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
