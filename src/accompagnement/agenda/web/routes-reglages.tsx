import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { definirHoraires, definirLieu, definirSalle } from "../usecases/definir-lieu.ts";
import {
  definirPermanence,
  fermerPermanences,
  suspendrePermanences,
} from "../usecases/definir-permanence.ts";
import { lireJour } from "../usecases/lire-agenda.ts";
import { lireReglages } from "../usecases/lire-reglages.ts";
import { adresse } from "./mots.tsx";
import { PageReglages } from "./page-reglages.tsx";
import { fil } from "./routes-agenda.tsx";
import { jourSaisi, nombre } from "./saisie.ts";

const droit = "agenda:ouvrir";
const JOURS_D_OUVERTURE = 6;

interface Acte {
  readonly path: string;
  readonly cle: (form: Readonly<Record<string, string>>) => string;
  readonly dit: string;
  readonly faire: (request: Request, form: FormValues) => Promise<unknown>;
}

const actes: readonly Acte[] = [
  {
    path: "/agenda/reglages/lieu",
    cle: () => "lieu",
    dit: "Le lieu est ajouté.",
    faire: (request, form) =>
      request.act(definirLieu, {
        structureId: form.text("structure"),
        nom: form.text("nom"),
        adresse: form.text("adresse"),
        codePostal: form.text("codePostal"),
        commune: form.text("commune"),
        telephone: form.text("telephone"),
        acces: form.text("acces"),
      }),
  },
  {
    path: "/agenda/reglages/salle",
    cle: ({ lieu }) => `salle-${lieu}`,
    dit: "La salle est ajoutée.",
    faire: (request, form) =>
      request.act(definirSalle, {
        lieuId: form.text("lieu"),
        nom: form.text("nom"),
        places: form.text("places"),
      }),
  },
  {
    path: "/agenda/reglages/horaires",
    cle: ({ lieu }) => `horaires-${lieu}`,
    dit: "Les horaires sont enregistrés.",
    faire: (request, form) =>
      request.act(definirHoraires, {
        lieuId: form.text("lieu"),
        depuis: jourSaisi(form.text("depuis")),
        heures: heuresSaisies(form),
      }),
  },
  {
    path: "/agenda/reglages/permanence",
    cle: () => "permanence",
    dit: "La permanence est ajoutée : ses créneaux sont offerts.",
    faire: (request, form) =>
      request.act(definirPermanence, {
        structureId: form.text("structure"),
        lieuId: form.text("lieuId"),
        salleId: form.text("salleId"),
        referentId: form.text("referentId"),
        jours: [...form.all("jours")],
        de: form.text("de"),
        a: form.text("a"),
        duree: form.text("duree"),
        motifs: [...form.all("motifs")],
        du: jourSaisi(form.text("du")),
        au: form.text("au") === "" ? null : jourSaisi(form.text("au")),
      }),
  },
  {
    path: "/agenda/permanences/fermer",
    cle: ({ groupe }) => `fermer-${groupe}`,
    dit: "La permanence est fermée. Les rendez-vous déjà pris restent.",
    faire: (request, form) =>
      request.act(fermerPermanences, {
        permanences: form.all("permanences").map((dite) => {
          const [id, version] = dite.split("-");
          return { id, version };
        }),
        dernierJour: jourSaisi(form.text("dernierJour")),
      }),
  },
  {
    path: "/agenda/permanences/suspendre",
    cle: ({ groupe }) => `suspendre-${groupe}`,
    dit: "Cette permanence ne se tiendra pas ce jour-là.",
    faire: (request, form) =>
      request.act(suspendrePermanences, {
        permanences: form.text("permanences").split(","),
        jour: jourSaisi(form.text("jour")),
      }),
  },
];

function heuresSaisies(form: FormValues) {
  return Array.from({ length: JOURS_D_OUVERTURE }, (_, rang) => rang)
    .flatMap((rang) => [
      { jour: rang + 1, de: form.text(`${rang}-de`), a: form.text(`${rang}-a`) },
      { jour: rang + 1, de: form.text(`${rang}-de2`), a: form.text(`${rang}-a2`) },
    ])
    .filter(({ de, a }) => de.trim() !== "" || a.trim() !== "");
}

export const routesReglages: readonly Route[] = [
  {
    method: "GET",
    path: "/agenda/reglages",
    droit,
    handler: (request) => page(request, nombre(request, "structure"), freshForm(), null),
  },
  ...actes.map(
    ({ path, cle, dit, faire }): Route => ({
      method: "POST",
      path,
      droit,
      handler: (request) =>
        submitForm(
          request,
          async (form) => {
            await faire(request, form);
            return request.redirect(
              adresse("/agenda/reglages", { structure: form.text("structure") }),
              dit,
            );
          },
          (etat) => page(request, Number(etat.values["structure"]) || null, etat, cle(etat.values)),
        ),
    }),
  ),
];

async function page(
  request: Request,
  structureId: number | null,
  etat: FormState,
  acte: string | null,
): Promise<Response> {
  const connue = structureId ?? (await request.act(lireJour, {})).structure?.id;
  // The agenda says why there is nothing to set.
  if (connue === undefined) return request.redirect("/agenda");
  const lu = await request.act(lireReglages, { structureId: connue });
  return request.page({
    title: "Lieux et permanences",
    menu: "agenda",
    status: etat.status,
    breadcrumb: fil(request, "Lieux et permanences"),
    body: <PageReglages lu={lu} etat={etat} acte={acte} href={request.href} />,
  });
}
