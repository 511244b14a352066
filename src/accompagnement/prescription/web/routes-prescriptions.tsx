import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { type SectionAct, sectionRoutes } from "#platform/http/section-acts.ts";
import { formatCount, parseDate } from "#platform/ui/format.ts";
import type { Reponse } from "../schemas.ts";
import { consulterPrescription, lireBoite } from "../usecases/consulter.ts";
import { entrerDepuisPrescription } from "../usecases/entrer-depuis-prescription.ts";
import { repondre, repondreEnLot } from "../usecases/repondre.ts";
import {
  annulerPrescription,
  noterPremierAccueil,
  prendreConnaissance,
  relancerOperateur,
} from "../usecases/suites.ts";
import { droitFaire, droitLire, droitRepondre } from "./cadre.ts";
import { nommer } from "./mots.tsx";
import { PageBoite } from "./page-boite.tsx";
import { PageFiche } from "./page-fiche.tsx";
import { PagePrescription } from "./page-prescription.tsx";

const UNE = "/prescriptions/:id";
const jour = (ecrit: string) => parseDate(ecrit) ?? ecrit;

const actes: readonly SectionAct[] = [
  {
    key: "repondre",
    droit: droitRepondre,
    done: "La réponse est enregistrée, le référent en est informé.",
    run: (request, prescriptionId, form) =>
      request.act(repondre, { prescriptionId, version: form.text("version"), ...reponseDe(form) }),
  },
  {
    key: "premier-accueil",
    droit: droitRepondre,
    done: "Le premier accueil est noté, le référent en est informé.",
    run: (request, prescriptionId, form) =>
      request.act(noterPremierAccueil, {
        prescriptionId,
        version: form.text("version"),
        issue: form.text("issue") as "recue",
        le: jour(form.text("le")),
        commentaire: form.text("commentaire"),
      }),
  },
  {
    key: "entrer",
    droit: "participation:tenir",
    done: "L’entrée est notée, le référent en est informé.",
    run: (request, prescriptionId, form) =>
      request.act(entrerDepuisPrescription, {
        prescriptionId,
        version: form.text("version"),
        le: jour(form.text("le")),
        attestationLe: jour(form.text("attestationLe")),
        contratPreuve: form.text("contratPreuve") as "contrat",
        contratLe: jour(form.text("contratLe")),
      }),
  },
  {
    key: "annuler",
    droit: droitFaire,
    done: "La prescription est annulée.",
    run: (request, prescriptionId, form) =>
      request.act(annulerPrescription, {
        prescriptionId,
        version: form.text("version"),
        motif: form.text("motif"),
        commentaire: form.text("commentaire"),
      }),
  },
  {
    key: "relancer",
    droit: droitFaire,
    done: "L’opérateur est relancé : son délai de réponse repart d’aujourd’hui.",
    run: (request, prescriptionId) =>
      request.act(relancerOperateur, { prescriptions: [prescriptionId] }),
  },
  {
    key: "vue",
    droit: droitFaire,
    done: "C’est noté : vous en avez pris connaissance.",
    run: (request, prescriptionId) => request.act(prendreConnaissance, { prescriptionId }),
  },
];

export const routesPrescriptions: readonly Route[] = [
  {
    method: "GET",
    path: "/prescriptions",
    droit: droitLire,
    handler: (request) => boite(request, freshForm()),
  },
  {
    method: "POST",
    path: "/prescriptions/lot",
    droit: droitRepondre,
    handler: (request) =>
      submitForm(
        request,
        async (form) => {
          const { repondues } = await request.act(repondreEnLot, {
            prescriptions: form.all("prescription").map(lireChoisie),
            ...reponseDe(form),
          });
          return request.redirect(
            "/prescriptions",
            `${formatCount(repondues, "réponse enregistrée", "réponses enregistrées")}, les référents en sont informés.`,
          );
        },
        (etat) => boite(request, etat),
      ),
  },
  ...sectionRoutes({ path: UNE, droit: droitLire, acts: actes, show: une }),
  { method: "GET", path: `${UNE}/fiche`, droit: droitLire, handler: fiche },
];

/** « 12:3 »: the prescription, and the version under her eyes. */
function lireChoisie(choisie: string) {
  const [prescriptionId = "", version = ""] = choisie.split(":");
  return { prescriptionId, version: version === "" ? null : version };
}

function reponseDe(form: FormValues) {
  return {
    reponse: form.text("reponse") as Reponse,
    accueilPrevuLe: jour(form.text("accueilPrevuLe")),
    motif: form.text("motif"),
    commentaire: form.text("commentaire"),
  };
}

async function boite(request: Request, etat: FormState): Promise<Response> {
  const lue = await request.act(lireBoite, {});
  return request.page({
    title: "Prescriptions",
    menu: "prescriptions",
    status: etat.status,
    body: <PageBoite boite={lue} etat={etat} href={request.href} droits={request.agent.droits} />,
  });
}

const filDAriane = (request: Request, ici: string) => [
  { label: "Prescriptions", href: request.href("/prescriptions") },
  { label: ici },
];

async function une(request: Request, etat: FormState, acte: string | null): Promise<Response> {
  const consultee = await request.act(consulterPrescription, { prescriptionId: idParam(request) });
  const nom = nommer(consultee.prescription);
  return request.page({
    title: `${nom}, prescription`,
    menu: "prescriptions",
    breadcrumb: filDAriane(request, nom),
    status: etat.status,
    body: (
      <PagePrescription
        consultee={consultee}
        etat={etat}
        acte={acte}
        href={request.href}
        droits={request.agent.droits}
      />
    ),
  });
}

async function fiche(request: Request): Promise<Response> {
  const consultee = await request.act(consulterPrescription, { prescriptionId: idParam(request) });
  const nom = nommer(consultee.prescription);
  return request.page({
    title: `${nom}, fiche de prescription`,
    menu: "prescriptions",
    breadcrumb: [
      { label: "Prescriptions", href: request.href("/prescriptions") },
      { label: nom, href: request.href(`/prescriptions/${consultee.prescription.id}`) },
      { label: "Fiche" },
    ],
    body: <PageFiche consultee={consultee} />,
  });
}
