import type { VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import { lireEquipe } from "#commun/structure";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { affecterIntervenant } from "../usecases/affecter-intervenant.ts";
import { type ActionConsultee, consulterAction } from "../usecases/consulter-action.ts";
import { definirPlaces } from "../usecases/definir-places.ts";
import { fermerAction } from "../usecases/fermer-action.ts";
import { modifierAction } from "../usecases/modifier-action.ts";
import { ouvrirActions } from "../usecases/ouvrir-actions.ts";
import { preparerOuverture } from "../usecases/preparer-ouverture.ts";
import { terminerIntervention } from "../usecases/terminer-intervention.ts";
import { enTeteDePage } from "./cadre.tsx";
import {
  PageFermer,
  PageIntervenant,
  PageModifier,
  PageOuvrirAction,
  PagePlaces,
} from "./formulaires.tsx";
import { PageFinIntervention } from "./page-fin-intervention.tsx";
import { communesSaisies, dateDe, lieuSaisi, nombreDe, sousLeChamp } from "./saisies.ts";

const TENIR = "offre:tenir";

type Page = (request: Request, state: FormState | null) => Promise<Response>;
type Envoi = (request: Request, form: FormValues) => Promise<Response>;

/** Opening an action, changing its places and its team, closing it. */
export const routesDeTenue: readonly Route[] = [
  ...formulaire("/offre/actions/nouvelle", pageOuverture, ouvrir),
  ...formulaire("/offre/actions/:id/places", pagePlaces, enregistrerPlaces),
  ...formulaire("/offre/actions/:id/intervenants", pageIntervenant, affecter),
  ...formulaire("/offre/actions/:id/intervenants/:intervention/fin", pageFin, terminer),
  ...formulaire("/offre/actions/:id/fermer", pageFermer, fermer),
  ...formulaire("/offre/actions/:id/modifier", pageModifier, modifier),
];

function formulaire(path: string, page: Page, envoi: Envoi): readonly Route[] {
  return [
    { method: "GET", path, droit: TENIR, handler: (request) => page(request, null) },
    {
      method: "POST",
      path,
      droit: TENIR,
      handler: (request) =>
        submitForm(
          request,
          (form) => sousLeChamp(() => envoi(request, form)),
          (state) => page(request, state),
        ),
    },
  ];
}

async function pageOuverture(request: Request, state: FormState | null): Promise<Response> {
  const preparee = await request.act(preparerOuverture, {});
  const propose = freshForm({
    ficheCode: request.query.get("fiche") ?? "",
    structureId: request.query.get("operateur") ?? "",
    entree: "continue",
    du: formatDate(preparee.le),
  });
  return request.page({
    title: "Ouvrir une action",
    menu: "offre",
    status: state?.status ?? 200,
    breadcrumb: [
      { label: "Offre", href: request.href("/offre") },
      { label: "Actions", href: request.href("/offre/actions") },
      { label: "Ouvrir" },
    ],
    body: <PageOuvrirAction preparee={preparee} state={state ?? propose} href={request.href} />,
  });
}

async function ouvrir(request: Request, form: FormValues): Promise<Response> {
  const champ = (nom: string) => form.text(nom).trim();
  const communes = await communesSaisies(request, form.text("communes"));
  const { ids } = await request.act(ouvrirActions, {
    actions: [
      {
        nom: champ("nom"),
        numero: champ("numero"),
        ficheCode: champ("ficheCode"),
        ficheType: champ("ficheType"),
        structureId: champ("structureId"),
        categorieJuridique: champ("categorieJuridique") as "association",
        territoireId: champ("territoireId"),
        entree: champ("entree") as "continue",
        places: champ("places"),
        placesQuartiers: champ("placesQuartiers"),
        du: dateDe(champ("du")),
        dernierJour: dateDe(champ("dernierJour")),
        communes: [...communes],
        ...lieuSaisi(form),
      },
    ],
  });
  return request.redirect(
    `/offre/actions/${ids[0] ?? ""}`,
    "L’action est ouverte. Dites qui y travaille.",
  );
}

async function pageTenue(
  request: Request,
  titre: string,
  state: FormState | null,
  corps: (consultee: ActionConsultee) => VNode | Promise<VNode>,
): Promise<Response> {
  const consultee = await request.act(consulterAction, { actionId: idParam(request) });
  return request.page({
    ...enTeteDePage(request, consultee.action, titre),
    status: state?.status ?? 200,
    body: await corps(consultee),
  });
}

const aujourdhui = (request: Request) => formatDate(civilDay(request.deps.now()));

function pagePlaces(request: Request, state: FormState | null): Promise<Response> {
  return pageTenue(request, "Places", state, ({ action }) => (
    <PagePlaces
      action={action}
      state={state ?? freshForm({ du: aujourdhui(request) })}
      href={request.href}
    />
  ));
}

async function enregistrerPlaces(request: Request, form: FormValues): Promise<Response> {
  const actionId = idParam(request);
  const du = dateDe(form.text("du"));
  await request.act(definirPlaces, {
    actionId,
    places: form.text("places").trim(),
    placesQuartiers: form.text("placesQuartiers").trim(),
    du,
    dernierJour: dateDe(form.text("dernierJour")),
    texte: form.text("texte"),
  });
  return request.redirect(
    `/offre/actions/${actionId}`,
    `Les places sont enregistrées à partir du ${formatDate(du)}.`,
  );
}

function pageIntervenant(request: Request, state: FormState | null): Promise<Response> {
  return pageTenue(request, "Intervenants", state, async ({ action, le }) => {
    const equipe = await request.deps.base.transaction((tx) =>
      lireEquipe(tx, [action.structureId], { debut: le, fin: ajouterJours(le, 365) }),
    );
    return (
      <PageIntervenant
        action={action}
        state={state ?? freshForm({ du: aujourdhui(request) })}
        href={request.href}
        equipe={equipe.map(({ id, prenom, nom }) => ({ id, nom: `${prenom} ${nom}` }))}
      />
    );
  });
}

async function affecter(request: Request, form: FormValues): Promise<Response> {
  const actionId = idParam(request);
  const { total } = await request.act(affecterIntervenant, {
    actionId,
    referentId: form.text("referentId"),
    mission: form.text("mission"),
    etp: nombreDe(form.text("etp")),
    du: dateDe(form.text("du")),
    dernierJour: dateDe(form.text("dernierJour")),
  });
  const trop =
    total > 1
      ? ` Attention : elle est affectée à ${formatNumber(total, 2)} ETP en tout, plus d’un temps plein.`
      : "";
  return request.redirect(`/offre/actions/${actionId}`, `L’intervenant est affecté.${trop}`);
}

function pageFin(request: Request, state: FormState | null): Promise<Response> {
  return pageTenue(request, "Terminer une intervention", state, ({ action, intervenants }) => {
    const id = idParam(request, "intervention");
    const intervention = intervenants.find((une) => une.id === id);
    if (!intervention) {
      throw new DomainError(
        "action.intervention-introuvable",
        "Cette intervention n’est pas de cette action. Reprenez-la sur la page de l’action.",
      );
    }
    return (
      <PageFinIntervention
        action={action}
        state={state ?? freshForm({ le: aujourdhui(request) })}
        href={request.href}
        intervention={intervention}
      />
    );
  });
}

async function terminer(request: Request, form: FormValues): Promise<Response> {
  const le = dateDe(form.text("le"));
  const { actionId } = await request.act(terminerIntervention, {
    id: idParam(request, "intervention"),
    le,
  });
  return request.redirect(
    `/offre/actions/${actionId}`,
    `L’intervention prend fin le ${formatDate(le)}, ce jour compris.`,
  );
}

function pageFermer(request: Request, state: FormState | null): Promise<Response> {
  return pageTenue(request, "Fermer", state, ({ action }) => (
    <PageFermer action={action} state={state ?? freshForm({})} href={request.href} />
  ));
}

async function fermer(request: Request, form: FormValues): Promise<Response> {
  const actionId = idParam(request);
  const dernierJour = dateDe(form.text("dernierJour"));
  await request.act(fermerAction, {
    actionId,
    version: form.text("version"),
    dernierJour,
    motif: form.text("motif"),
  });
  return request.redirect(
    `/offre/actions/${actionId}`,
    `L’action ferme le ${formatDate(dernierJour)}, ce jour compris.`,
  );
}

function pageModifier(request: Request, state: FormState | null): Promise<Response> {
  return pageTenue(request, "Modifier", state, ({ action, lieu, dessertes }) => {
    const connues = {
      nom: action.nom,
      numero: action.numero,
      entree: action.entree,
      public: lieu.public,
      adresse: lieu.adresse,
      codePostal: lieu.codePostal,
      horaires: lieu.horaires,
      telephone: lieu.telephone,
      courriel: lieu.courriel,
      communes: dessertes
        .map(({ commune, quartier, quartierCode }) =>
          quartier === null ? commune : `${commune} : ${quartier} (${quartierCode ?? ""})`,
        )
        .join("\n"),
    };
    const valeurs = Object.fromEntries(
      Object.entries(connues).map(([nom, valeur]) => [nom, valeur ?? ""]),
    );
    return <PageModifier action={action} state={state ?? freshForm(valeurs)} href={request.href} />;
  });
}

async function modifier(request: Request, form: FormValues): Promise<Response> {
  const actionId = idParam(request);
  const { action, lieu } = await request.act(consulterAction, { actionId });
  await request.act(modifierAction, {
    actionId,
    version: form.text("version"),
    nom: form.text("nom"),
    numero: form.text("numero").trim(),
    entree: form.text("entree") as "continue",
    prescripteurs: [...action.prescripteurs],
    codeCommune: lieu.codeCommune,
    communes: [...(await communesSaisies(request, form.text("communes")))],
    ...lieuSaisi(form),
  });
  return request.redirect(`/offre/actions/${actionId}`, "La fiche pratique est enregistrée.");
}
