import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { consulterOperateur } from "../usecases/consulter-operateur.ts";
import { listerOperateurs } from "../usecases/lister-operateurs.ts";
import { noterContact, retirerContact } from "../usecases/tenir-contacts.ts";
import { PageOperateur } from "./page-operateur.tsx";
import { PageOperateurs } from "./page-operateurs.tsx";

const LIRE = "offre:lire";
const TENIR = "offre:tenir";

export const routesOperateur: readonly Route[] = [
  { method: "GET", path: "/operateurs", droit: LIRE, handler: liste },
  {
    method: "GET",
    path: "/operateurs/:id",
    droit: LIRE,
    handler: (request) => fiche(request, null),
  },
  {
    method: "POST",
    path: "/operateurs/:id/contacts",
    droit: TENIR,
    handler: (request) =>
      submitForm(
        request,
        (form) => noter(request, form),
        (state) => fiche(request, state),
      ),
  },
  {
    method: "POST",
    path: "/operateurs/:id/contacts/:contact/retirer",
    droit: TENIR,
    handler: async (request) => {
      const { structureId } = await request.act(retirerContact, {
        contactId: request.params["contact"],
      });
      return request.redirect(`/operateurs/${structureId}`, "Le contact est retiré.");
    },
  },
];

async function liste(request: Request): Promise<Response> {
  const demande = (nom: string) => request.query.get(nom) ?? "";
  const filtre = {
    texte: demande("texte").slice(0, 80),
    categorie: demande("categorie"),
    territoire: demande("territoire"),
  };
  const { le, operateurs, territoires } = await request.act(listerOperateurs, {
    texte: filtre.texte,
    categorie: filtre.categorie,
    territoireId: filtre.territoire || null,
  });
  return request.page({
    title: "Opérateurs",
    menu: "offre",
    wide: true,
    breadcrumb: [{ label: "Offre", href: request.href("/offre") }, { label: "Opérateurs" }],
    body: (
      <PageOperateurs
        operateurs={operateurs}
        territoires={territoires}
        filtre={filtre}
        le={le}
        href={request.href}
      />
    ),
  });
}

async function fiche(request: Request, state: FormState | null): Promise<Response> {
  const consulte = await request.act(consulterOperateur, { structureId: idParam(request) });
  const { nom } = consulte.operateur.organisme;
  return request.page({
    title: nom,
    menu: "offre",
    status: state?.status ?? 200,
    breadcrumb: [
      { label: "Offre", href: request.href("/offre") },
      { label: "Opérateurs", href: request.href("/operateurs") },
      { label: nom },
    ],
    body: (
      <PageOperateur
        consulte={consulte}
        state={state ?? freshForm({})}
        droits={request.agent.droits}
        href={request.href}
      />
    ),
  });
}

async function noter(request: Request, form: FormValues): Promise<Response> {
  const structureId = idParam(request);
  await request.act(noterContact, {
    structureId,
    role: form.text("role"),
    nom: form.text("nom"),
    courriel: form.text("courriel").trim(),
    telephone: form.text("telephone").trim(),
  });
  return request.redirect(`/operateurs/${structureId}`, "Le contact est noté.");
}
