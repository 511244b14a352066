import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { exigerRegle, placerRegle } from "../../domain/matrice/regles.ts";
import { enregistrerMatrice } from "../../usecases/matrice-brouillon.ts";
import { fil, lireBrouillon, UN } from "./cadre-routes.ts";
import { estSorte } from "./catalogue.ts";
import { appliquerGeste } from "./condition-saisie.ts";
import { lireRegle } from "./lire-regle.ts";
import { CHEMIN } from "./page-matrice.tsx";
import { PageRegle, type RegleSaisie, saisieDeRegle, saisieTapee } from "./page-regle.tsx";

const editer = "matrice:editer";

/** One rule of a draft: `?code=` changes it, `?moment=` begins another. */
export const routesRegle: readonly Route[] = [
  { method: "GET", path: `${UN}/regle`, droit: editer, handler: ouverte },
  {
    method: "POST",
    path: `${UN}/regle`,
    droit: editer,
    handler: (request) =>
      submitForm(
        request,
        (form) => recevoir(request, form),
        (etat) => montrer(request, etat, saisieTapee({ ...etat, text: texteDe(etat) })),
      ),
  },
];

const texteDe = (etat: FormState) => (nom: string) => etat.values[nom] ?? "";

async function lireLaRegle(request: Request) {
  const lu = await lireBrouillon(request);
  const code = request.query.get("code");
  return { ...lu, regle: code === null ? null : exigerRegle(lu.brouillon.contenu, code) };
}

async function ouverte(request: Request): Promise<Response> {
  const { brouillon, regle } = await lireLaRegle(request);
  const moment = request.query.get("moment") === "apres" ? "apres" : "avant";
  return montrer(request, freshForm(), saisieDeRegle(brouillon.contenu, regle, moment));
}

async function montrer(request: Request, etat: FormState, saisie: RegleSaisie): Promise<Response> {
  const lu = await lireLaRegle(request);
  const retour = `${CHEMIN}/brouillons/${lu.brouillon.id}`;
  const titre = lu.regle === null ? "Nouvelle règle" : `Règle « ${lu.regle.libelle} »`;
  return request.page({
    title: titre,
    status: etat.status,
    menu: "orientation",
    breadcrumb: fil(
      request,
      { label: "Brouillon", href: request.href(retour) },
      { label: lu.regle === null ? "Nouvelle règle" : "Règle" },
    ),
    body: (
      <PageRegle
        {...lu}
        saisie={saisie}
        etat={etat}
        href={request.href}
        ici={`${retour}/regle?${request.query}`}
      />
    ),
  });
}

/** Adding and taking away a condition only shows the form again; nothing is saved before it is asked. */
async function recevoir(request: Request, form: FormValues): Promise<Response> {
  const geste = form.text("geste");
  if (geste === "enregistrer") return enregistrer(request, form);
  const { consultee } = await lireBrouillon(request);
  const saisie = saisieTapee(form);
  const condition = appliquerGeste(saisie.condition, geste, (chemin) => {
    const sorte = form.text(`${chemin}-ajout`);
    return estSorte(sorte, consultee) ? sorte : null;
  });
  const etat = freshForm({ version: form.text("version") });
  return montrer(request, etat, { ...saisie, condition });
}

async function enregistrer(request: Request, form: FormValues): Promise<Response> {
  const { consultee, brouillon, regle: ancienne } = await lireLaRegle(request);
  const { regle, place } = lireRegle(form, brouillon.contenu, consultee, ancienne?.code ?? null);
  const { brouillonId } = await request.act(enregistrerMatrice, {
    brouillonId: idParam(request),
    version: form.text("version"),
    contenu: placerRegle(brouillon.contenu, regle, place),
  });
  return request.redirect(
    `${CHEMIN}/brouillons/${brouillonId}#regle-${regle.code}`,
    `La règle « ${regle.libelle} » est enregistrée dans le brouillon.`,
  );
}
