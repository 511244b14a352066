import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { choixDepuisLignes, codeDe } from "../domain/catalogue.ts";
import { lireFichierMetiers } from "../domain/metiers.ts";
import {
  abandonnerTheme,
  adopterTheme,
  enregistrerTheme,
  lireNatures,
  lireTheme,
  listerThemes,
  type ThemeLu,
} from "../usecases/catalogue.ts";
import { chargerMetiers, lireRepertoire } from "../usecases/metiers.ts";
import { PageMetiers } from "./page-metiers.tsx";
import { PageThemes } from "./page-themes.tsx";
import { PageUnTheme } from "./page-un-theme.tsx";

const droit = "entretien:catalogue";
const menu = "themes";
const TAILLE = 5_000_000;

/** Named pages come before the page of one theme. */
export const routesCatalogue: readonly Route[] = [
  { method: "GET", path: "/themes", droit, handler: liste },
  {
    method: "GET",
    path: "/themes/metiers",
    droit,
    handler: (request) => metiers(request, freshForm()),
  },
  { method: "POST", path: "/themes/metiers", droit, files: 2 * TAILLE, handler: charger },
  {
    method: "GET",
    path: "/themes/nouveau",
    droit,
    handler: (request) => nouveau(request, freshForm()),
  },
  { method: "POST", path: "/themes/nouveau", droit, handler: ajouter },
  {
    method: "GET",
    path: "/themes/:code",
    droit,
    handler: (request) => theme(request, freshForm()),
  },
  { method: "POST", path: "/themes/:code", droit, handler: enregistrer },
  { method: "POST", path: "/themes/:code/adopter", droit, handler: adopter },
  { method: "POST", path: "/themes/:code/abandonner", droit, handler: abandonner },
];

const code = (request: Request): string => request.params["code"] ?? "";

async function liste(request: Request): Promise<Response> {
  return request.page({
    ...{ title: "Thèmes de situation", menu },
    breadcrumb: [{ label: "Thèmes de situation" }],
    body: <PageThemes {...(await request.act(listerThemes, {}))} href={request.href} />,
  });
}

async function theme(request: Request, etat: FormState): Promise<Response> {
  const lu = await request.act(lireTheme, { code: code(request) });
  return montrer(request, etat, { lu, natures: lu.natures });
}

async function nouveau(request: Request, etat: FormState): Promise<Response> {
  return montrer(request, etat, { lu: null, natures: await request.act(lireNatures, {}) });
}

function montrer(
  request: Request,
  etat: FormState,
  { lu, natures }: { readonly lu: ThemeLu | null; readonly natures: ThemeLu["natures"] },
): Promise<Response> {
  const titre =
    lu?.brouillon?.contenu.libelle ?? lu?.enVigueur?.theme.libelle ?? "Ajouter un thème";
  return request.page({
    ...{ title: titre, menu, status: etat.status },
    breadcrumb: [{ label: "Thèmes de situation", href: request.href("/themes") }, { label: titre }],
    body: <PageUnTheme lu={lu} natures={natures} etat={etat} href={request.href} />,
  });
}

function enregistrer(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const lu = await request.act(lireTheme, { code: code(request) });
      return garder(request, form, lu);
    },
    (etat) => theme(request, etat),
  );
}

function ajouter(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const pris = await request.act(listerThemes, {});
      const voulu = codeDe(form.text("libelle"));
      const connus = [...pris.enVigueur.map(({ theme: un }) => un), ...pris.brouillons];
      if (connus.some((un) => un.code === voulu)) {
        throw new DomainError(
          "theme.deja-nomme",
          "Un thème porte déjà ce nom. Choisissez-en un autre.",
        );
      }
      return garder(request, form, null);
    },
    (etat) => nouveau(request, etat),
  );
}

async function garder(request: Request, form: FormValues, lu: ThemeLu | null): Promise<Response> {
  const connu = [
    lu?.brouillon?.contenu,
    lu?.enVigueur?.theme,
    ...(lu?.adoptees ?? []).map(({ contenu }) => contenu),
  ];
  const libelle = form.text("libelle").trim();
  const sien = lu?.code ?? codeDe(libelle);
  const choix = (nom: "situations" | "objectifs") =>
    choixDepuisLignes(
      lignes(form.text(nom)),
      connu.flatMap((version) => version?.[nom] ?? []),
    ).map((un) => ({ ...un }));
  await request.act(enregistrerTheme, {
    revision: form.text("revision"),
    contenu: {
      code: sien,
      libelle,
      aide: form.text("aide"),
      consequencesSeules: form.text("consequencesSeules") !== "",
      pose: form.text("pose") !== "",
      situations: choix("situations"),
      objectifs: choix("objectifs"),
      freins: [...form.all("freins")],
    },
  });
  return request.redirect(`/themes/${sien}`, "Le brouillon est enregistré.");
}

function lignes(texte: string): readonly string[] {
  const ecrites = texte
    .split(/\r?\n/u)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== "");
  return [...new Set(ecrites)];
}

function adopter(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const version = await request.act(adopterTheme, {
        ...{ code: code(request), revision: form.text("revision") },
      });
      return request.redirect(
        `/themes/${code(request)}`,
        `La version ${version} est en vigueur : les référents lisent ce thème ainsi.`,
      );
    },
    (etat) => theme(request, etat),
  );
}

function abandonner(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      await request.act(abandonnerTheme, { code: code(request), revision: form.text("revision") });
      return request.redirect("/themes", "Le brouillon est abandonné.");
    },
    (etat) => theme(request, etat),
  );
}

async function metiers(request: Request, etat: FormState): Promise<Response> {
  return request.page({
    ...{ title: "Répertoire des métiers", menu, status: etat.status },
    breadcrumb: [
      { label: "Thèmes de situation", href: request.href("/themes") },
      { label: "Répertoire des métiers" },
    ],
    body: (
      <PageMetiers
        repertoire={await request.act(lireRepertoire, {})}
        etat={etat}
        href={request.href}
      />
    ),
  });
}

function charger(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const fichier = form.file("fichier");
      if (fichier === null || fichier.size > TAILLE) {
        throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
          champs: { fichier: "Choisissez le fichier CSV des métiers, de 5 Mo au plus." },
        });
      }
      const lus = lireFichierMetiers(await fichier.text());
      const nombre = await request.act(chargerMetiers, { metiers: lus.map((un) => ({ ...un })) });
      return request.redirect("/themes/metiers", `${nombre} métiers sont chargés.`);
    },
    (etat) => metiers(request, etat),
  );
}
