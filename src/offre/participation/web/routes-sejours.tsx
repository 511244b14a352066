import { libellesClasseSortie } from "#commun/referentiel";
import { rechercher } from "#droits/dossier";
import type { CadreAction } from "#offre/catalogue";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import {
  consulterParticipants,
  consulterSejour,
  preparerEntree,
  type SejourConsulte,
} from "../usecases/consulter.ts";
import { entrerEnAction } from "../usecases/entrer-en-action.ts";
import { entrerParNumero } from "../usecases/entrer-par-numero.ts";
import { rectifierSortie, sortirDAction } from "../usecases/sortir-d-action.ts";
import { actesDuSejour } from "./actes.ts";
import { cheminParticipants, cheminSejour, nomDe, ongletParticipants } from "./mots.tsx";
import { PageEntree } from "./page-entree.tsx";
import { PageParticipants } from "./page-participants.tsx";
import { PageSejour } from "./page-sejour.tsx";
import { PageSortie } from "./page-sortie.tsx";
import { entier, jour, saisieDeSortie } from "./saisies.ts";

const lire = "participation:lire";
const tenir = "participation:tenir";
const ACTION = "/offre/actions/:id/participants";
const SEJOUR = "/offre/sejours/:id";

/** Pages of the participants of an action, inside its frame. */
export function routesParticipants(cadre: CadreAction): readonly Route[] {
  return [
    {
      method: "GET",
      path: ACTION,
      droit: lire,
      async handler(request) {
        const lus = await request.act(consulterParticipants, { actionId: idParam(request) });
        return cadre(request, {
          actionId: lus.action.id,
          onglet: ongletParticipants.key,
          titre: ongletParticipants.label,
          corps: <PageParticipants lus={lus} href={request.href} droits={request.agent.droits} />,
        });
      },
    },
    {
      method: "GET",
      path: `${ACTION}/entrer`,
      droit: tenir,
      handler: (request) => entree(request, cadre, freshForm()),
    },
    {
      method: "POST",
      path: `${ACTION}/entrer`,
      droit: tenir,
      handler: (request) =>
        submitForm(
          request,
          (form) => entrer(request, form),
          (etat) => entree(request, cadre, etat),
        ),
    },
  ];
}

async function entree(request: Request, cadre: CadreAction, etat: FormState): Promise<Response> {
  const choisie = etat.values["personneId"] ?? request.query.get("personne");
  const preparee = await request.act(preparerEntree, {
    actionId: idParam(request),
    personneId: entier(choisie),
  });
  const permise = request.agent.droits.has("personne:lister");
  const q = (request.query.get("q") ?? "").slice(0, 100);
  const trouvees = permise && q !== "" ? (await request.act(rechercher, { q })).trouvees : [];
  return cadre(request, {
    actionId: preparee.action.id,
    onglet: ongletParticipants.key,
    titre: "Noter une entrée",
    status: etat.status,
    corps: (
      <PageEntree
        preparee={preparee}
        etat={etat}
        href={request.href}
        cherche={{ permise, q, trouvees }}
      />
    ),
  });
}

async function entrer(request: Request, form: FormValues): Promise<Response> {
  const personneId = entier(form.text("personneId"));
  const saisie = {
    actionId: idParam(request),
    personneId,
    numero: form.text("numero"),
    dateNaissance: jour(form.text("dateNaissance")),
    le: jour(form.text("le")),
    attestationLe: jour(form.text("attestationLe")),
    contratPreuve: form.text("contratPreuve") as "contrat",
    contratLe: jour(form.text("contratLe")),
  };
  const fait =
    personneId === null
      ? await request.act(entrerParNumero, saisie)
      : await request.act(entrerEnAction, saisie);
  if ("refus" in fait) throw fait.refus;
  const { sejourId, avertissements } = fait;
  return request.redirect(
    cheminSejour(sejourId),
    ["L’entrée est notée.", ...avertissements.map(({ message }) => message)].join(" "),
  );
}

/** The page of one stay, its exit, its acts. */
export const routesUnSejour: readonly Route[] = [
  {
    method: "GET",
    path: SEJOUR,
    droit: lire,
    handler: (request) => sejour(request, freshForm(), null),
  },
  ...sorties("sortir", false),
  ...sorties("rectifier", true),
  ...actesDuSejour.map(
    (acte): Route => ({
      method: "POST",
      path: `${SEJOUR}/${acte.cle}`,
      droit: acte.droit,
      handler: (request) =>
        submitForm(
          request,
          async (form) => {
            const id = idParam(request);
            await acte.faire(request, id, form);
            return request.redirect(cheminSejour(id), acte.fait);
          },
          (etat) => sejour(request, etat, acte.cle),
        ),
    }),
  ),
];

function sorties(fin: string, rectifie: boolean): readonly Route[] {
  const path = `${SEJOUR}/${fin}`;
  return [
    {
      method: "GET",
      path,
      droit: tenir,
      handler: (request) => sortie(request, freshForm(), rectifie),
    },
    {
      method: "POST",
      path,
      droit: tenir,
      handler: (request) =>
        submitForm(
          request,
          (form) => sortir(request, form, rectifie),
          (etat) => sortie(request, etat, rectifie),
        ),
    },
  ];
}

async function sortir(request: Request, form: FormValues, rectifie: boolean): Promise<Response> {
  const sejourId = idParam(request);
  const saisie = { sejourId, ...saisieDeSortie(form) };
  const { classe } = rectifie
    ? await request.act(rectifierSortie, { ...saisie, motif: form.text("motif") })
    : await request.act(sortirDAction, saisie);
  const dite = libellesClasseSortie[classe].toLocaleLowerCase("fr");
  return request.redirect(
    cheminSejour(sejourId),
    `${rectifie ? "La sortie est corrigée" : "La sortie est notée"} : ${dite}.`,
  );
}

const fil = (request: Request, { sejour: lu, action }: SejourConsulte, ici?: string) => [
  { label: "Offre", href: request.href("/offre") },
  { label: action.nom, href: request.href(`/offre/actions/${action.id}`) },
  { label: "Participants", href: request.href(cheminParticipants(action.id)) },
  ...(ici === undefined
    ? [{ label: nomDe(lu) }]
    : [{ label: nomDe(lu), href: request.href(cheminSejour(lu.id)) }, { label: ici }]),
];

async function sejour(request: Request, etat: FormState, acte: string | null): Promise<Response> {
  const consulte = await request.act(consulterSejour, { sejourId: idParam(request) });
  return request.page({
    title: `${nomDe(consulte.sejour)}, ${consulte.action.nom}`,
    menu: "offre",
    status: etat.status,
    breadcrumb: fil(request, consulte),
    body: (
      <PageSejour
        consulte={consulte}
        etat={etat}
        acte={acte}
        href={request.href}
        droits={request.agent.droits}
      />
    ),
  });
}

async function sortie(request: Request, etat: FormState, rectifie: boolean): Promise<Response> {
  const consulte = await request.act(consulterSejour, { sejourId: idParam(request) });
  const titre = rectifie ? "Corriger la sortie" : "Noter la sortie";
  return request.page({
    title: `${titre} : ${nomDe(consulte.sejour)}`,
    menu: "offre",
    status: etat.status,
    breadcrumb: fil(request, consulte, titre),
    body: <PageSortie consulte={consulte} etat={etat} href={request.href} rectifie={rectifie} />,
  });
}
