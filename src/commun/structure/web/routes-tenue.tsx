import type { ClasseOrganisme } from "#commun/referentiel";
import { type FormState, freshForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { FicheStructure } from "../db/structures.ts";
import { contient } from "../domain/periodes.ts";
import { creerStructure } from "../usecases/creer-structure.ts";
import { definirCapacite } from "../usecases/definir-capacite.ts";
import { definirSecteurs } from "../usecases/definir-secteurs.ts";
import { fermerStructure } from "../usecases/fermer-structure.ts";
import { modifierStructure } from "../usecases/modifier-structure.ts";
import { choixDeTypes, filDeStructure, structureDemandee } from "./contexte.ts";
import { aujourdhui, aujourdhuiSaisi, dateDe, ficheSaisie, secteursSaisis } from "./formulaire.ts";
import { routesDuFormulaire } from "./formulaire-route.ts";
import { PageCapacite, PageFermerStructure } from "./formulaires-places.tsx";
import {
  type ChoixSecteurs,
  PageModifierStructure,
  PageNouvelleStructure,
  PageSecteurs,
  valeurSecteur,
} from "./formulaires-structure.tsx";
import type { PortsStructure } from "./ports.ts";

/** Creating, changing and closing a structure, what it takes and its places. */
export function routesDeTenue(ports: PortsStructure): readonly Route[] {
  const formulaire = routesDuFormulaire(ports);
  return [
    ...formulaire("/structures/nouvelle", nouvelle, creer),
    ...formulaire("/structures/:id/modifier", modifier, enregistrer),
    ...formulaire("/structures/:id/secteurs", secteurs, enregistrerSecteurs),
    ...formulaire("/structures/:id/places", places, enregistrerPlaces),
    ...formulaire("/structures/:id/fermer", fermer, enregistrerFermeture),
  ];
}

async function choixSecteurs(
  request: Request,
  ports: PortsStructure,
  coches: readonly string[],
  classe: ClasseOrganisme | null = null,
): Promise<ChoixSecteurs> {
  const { territoires } = request.agent.portee;
  const tous = await ports.territoires(request);
  return {
    types: choixDeTypes(request, classe).filter(
      ({ code, permis }) => permis || coches.some((coche) => coche.startsWith(`${code}|`)),
    ),
    territoires: tous.filter(({ id }) => territoires === "tous" || territoires.includes(id)),
    coches,
    departement: territoires === "tous",
  };
}

async function nouvelle(request: Request, ports: PortsStructure, state: FormState | null) {
  return request.page({
    title: "Créer une structure",
    menu: "structures",
    status: state?.status ?? 200,
    breadcrumb: filDeStructure(request, null, "Créer"),
    body: (
      <PageNouvelleStructure
        state={state ?? freshForm({ du: aujourdhuiSaisi(request) })}
        choix={await choixSecteurs(request, ports, state?.all("secteurs") ?? [])}
        href={request.href}
      />
    ),
  });
}

async function creer(request: Request, form: FormValues): Promise<Response> {
  const { id } = await request.act(creerStructure, {
    ...ficheSaisie(form),
    du: dateDe(form.text("du")),
    secteurs: secteursSaisis(form),
  });
  return request.redirect(
    `/structures/${id}`,
    "La structure est créée. Dites ses places, puis accueillez ses référents.",
  );
}

async function modifier(request: Request, _ports: PortsStructure, state: FormState | null) {
  const { fiche } = await structureDemandee(request);
  return formulaire(
    request,
    fiche,
    "Modifier",
    <PageModifierStructure
      fiche={fiche}
      version={Number(state?.values["version"] ?? fiche.version)}
      state={state ?? freshForm(valeursDe(fiche))}
      href={request.href}
    />,
    state,
  );
}

function valeursDe(fiche: FicheStructure): Record<string, string> {
  const { nom, sigle, classe, siret, adresse, codePostal, commune, telephone, courriel } = fiche;
  const connues = { nom, sigle, classe, siret, adresse, codePostal, commune, telephone, courriel };
  return Object.fromEntries(Object.entries(connues).map(([cle, valeur]) => [cle, valeur ?? ""]));
}

async function enregistrer(request: Request, form: FormValues): Promise<Response> {
  const structureId = idParam(request);
  const version = form.text("version");
  await request.act(modifierStructure, { structureId, version, ...ficheSaisie(form) });
  return request.redirect(`/structures/${structureId}`, "La fiche est enregistrée.");
}

async function secteurs(request: Request, ports: PortsStructure, state: FormState | null) {
  const dossier = await structureDemandee(request);
  const enVigueur = dossier.secteurs
    .filter((un) => contient(un, aujourdhui(request)))
    .map(({ type, territoireId }) => valeurSecteur(type, territoireId));
  return formulaire(
    request,
    dossier.fiche,
    "Secteurs",
    <PageSecteurs
      fiche={dossier.fiche}
      state={state ?? freshForm({ depuis: aujourdhuiSaisi(request) })}
      choix={
        await choixSecteurs(
          request,
          ports,
          state?.all("secteurs") ?? enVigueur,
          dossier.fiche.classe,
        )
      }
      href={request.href}
    />,
    state,
  );
}

async function enregistrerSecteurs(request: Request, form: FormValues): Promise<Response> {
  const structureId = idParam(request);
  const depuis = dateDe(form.text("depuis"));
  const { ouverts, fermes } = await request.act(definirSecteurs, {
    structureId,
    depuis,
    secteurs: secteursSaisis(form),
  });
  const bilan =
    ouverts + fermes === 0
      ? "Rien n’a changé."
      : `À partir du ${formatDate(depuis)}, ${ouverts} secteur(s) ouvert(s), ${fermes} fermé(s).`;
  return request.redirect(`/structures/${structureId}`, bilan);
}

async function places(request: Request, _ports: PortsStructure, state: FormState | null) {
  const dossier = await structureDemandee(request);
  const servis = new Set(dossier.secteurs.map(({ type }) => type));
  const types = choixDeTypes(request).filter(({ code }) => servis.has(code));
  return formulaire(
    request,
    dossier.fiche,
    "Places",
    <PageCapacite
      fiche={dossier.fiche}
      state={state ?? freshForm({ du: aujourdhuiSaisi(request), type: types[0]?.code ?? "" })}
      types={types.length > 0 ? types : choixDeTypes(request)}
      href={request.href}
    />,
    state,
  );
}

async function enregistrerPlaces(request: Request, form: FormValues): Promise<Response> {
  const structureId = idParam(request);
  const du = dateDe(form.text("du"));
  await request.act(definirCapacite, {
    structureId,
    type: form.text("type"),
    places: form.text("places").trim(),
    du,
    au: dateDe(form.text("au")),
  });
  return request.redirect(
    `/structures/${structureId}`,
    `Les places sont enregistrées à partir du ${formatDate(du)}.`,
  );
}

async function fermer(request: Request, _ports: PortsStructure, state: FormState | null) {
  const { fiche } = await structureDemandee(request);
  return formulaire(
    request,
    fiche,
    "Fermer",
    <PageFermerStructure
      fiche={fiche}
      state={state ?? freshForm({ dernierJour: aujourdhuiSaisi(request) })}
      href={request.href}
    />,
    state,
  );
}

async function enregistrerFermeture(request: Request, form: FormValues): Promise<Response> {
  const structureId = idParam(request);
  const dernierJour = dateDe(form.text("dernierJour"));
  await request.act(fermerStructure, { structureId, dernierJour });
  return request.redirect(
    `/structures/${structureId}`,
    `La structure ferme le ${formatDate(dernierJour)}, ce jour compris.`,
  );
}

function formulaire(
  request: Request,
  fiche: FicheStructure,
  page: string,
  body: Parameters<Request["page"]>[0]["body"],
  state: FormState | null,
): Promise<Response> {
  return request.page({
    title: `${page} : ${fiche.nom}`,
    menu: "structures",
    status: state?.status ?? 200,
    breadcrumb: filDeStructure(request, fiche, page),
    body,
  });
}
