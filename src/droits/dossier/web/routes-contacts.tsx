import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { lireCoordonnees, modifierContact } from "../usecases/modifier-contact.ts";
import { nomComplet } from "./mots.tsx";
import { PageContacts } from "./page-contacts.tsx";

const droit = "contact:modifier";

export const routesContacts: readonly Route[] = [
  {
    method: "GET",
    path: "/personnes/:id/contacts",
    droit,
    handler: (request) => formulaire(request, freshForm()),
  },
  { method: "POST", path: "/personnes/:id/contacts", droit, handler: enregistrer },
];

async function formulaire(request: Request, etat: FormState): Promise<Response> {
  const coordonnees = await request.act(lireCoordonnees, { personneId: idParam(request) });
  const { personne } = coordonnees;
  const { href } = request;
  return request.page({
    title: "Modifier les coordonnées",
    status: etat.status,
    menu: "personnes",
    breadcrumb: [
      { label: "Personnes", href: href("/personnes") },
      { label: nomComplet(personne), href: href(`/personnes/${personne.id}`) },
      { label: "Coordonnées" },
    ],
    body: <PageContacts coordonnees={coordonnees} etat={etat} href={href} />,
  });
}

function enregistrer(request: Request): Promise<Response> {
  const personneId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      const { id, changes } = await request.act(modifierContact, {
        personneId,
        telephone: form.text("telephone"),
        accordTelephone: accord(form.text("accordTelephone")),
        courriel: form.text("courriel"),
        accordCourriel: accord(form.text("accordCourriel")),
        versionTelephone: form.text("versionTelephone"),
        versionCourriel: form.text("versionCourriel"),
      });
      const dit = changes.length === 0 ? "Rien n’a changé." : "Les coordonnées sont enregistrées.";
      return request.redirect(`/personnes/${id}`, dit);
    },
    (etat) => formulaire(request, etat),
  );
}

function accord(recu: string): "A" | "R" | "I" {
  return recu === "A" || recu === "R" ? recu : "I";
}
