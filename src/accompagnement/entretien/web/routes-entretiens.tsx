import type { CadreDeSection } from "#droits/dossier";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { ecrireEntretien } from "../usecases/ecrire-entretien.ts";
import { abandonnerEntretien, consulterEntretiens, donnerSuite } from "../usecases/entretiens.ts";
import { jour, lire, ongletEntretiens, saisir } from "./cadre.ts";
import { PageEcrireEntretien } from "./page-ecrire-entretien.tsx";
import { PageEntretiens } from "./page-entretiens.tsx";

const ICI = "/personnes/:id/entretiens";
const onglet = ongletEntretiens.key;

export function routesEntretiens(cadre: CadreDeSection): readonly Route[] {
  return [
    { method: "GET", path: ICI, droit: lire, handler: (request) => liste(cadre, request) },
    {
      method: "GET",
      path: `${ICI}/ecrire`,
      droit: saisir,
      handler: (request) => ecrire(cadre, request, freshForm()),
    },
    { method: "POST", path: ICI, droit: saisir, handler: (request) => enregistrer(cadre, request) },
    { method: "POST", path: `${ICI}/:entretien/abandonner`, droit: saisir, handler: abandonner },
    { method: "POST", path: `${ICI}/:entretien/suite`, droit: saisir, handler: suite },
  ];
}

async function liste(cadre: CadreDeSection, request: Request): Promise<Response> {
  const consultes = await request.act(consulterEntretiens, { personneId: idParam(request) });
  return cadre(request, {
    ...{ personneId: consultes.personneId, onglet, titre: ongletEntretiens.label },
    corps: (
      <PageEntretiens
        consultes={consultes}
        href={request.href}
        peutSaisir={request.agent.droits.has(saisir)}
        lecteurId={request.agent.id}
      />
    ),
  });
}

const numero = (ecrit: string | undefined): number | null =>
  ecrit !== undefined && /^[1-9]\d{0,9}$/u.test(ecrit) ? Number(ecrit) : null;

async function ecrire(cadre: CadreDeSection, request: Request, etat: FormState): Promise<Response> {
  const consultes = await request.act(consulterEntretiens, { personneId: idParam(request) });
  const trouver = (id: number | null) => consultes.entretiens.find((un) => un.id === id) ?? null;
  const brouillon = trouver(numero(etat.values["entretienId"]) ?? placeParam(request, "brouillon"));
  const corrige = trouver(
    numero(etat.values["corrigeId"]) ?? brouillon?.corrigeId ?? placeParam(request, "corrige"),
  );
  return cadre(request, {
    ...{ personneId: consultes.personneId, onglet, status: etat.status },
    titre: "Raconter un entretien",
    corps: (
      <PageEcrireEntretien
        consultes={consultes}
        brouillon={brouillon?.publieA === null ? brouillon : null}
        corrige={corrige?.publieA ? corrige : null}
        rendezVousId={numero(etat.values["rendezVousId"]) ?? placeParam(request, "rendez-vous")}
        etat={etat}
        href={request.href}
      />
    ),
  });
}

function enregistrer(cadre: CadreDeSection, request: Request): Promise<Response> {
  const personneId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      const publier = form.text("geste") !== "garder";
      await request.act(ecrireEntretien, { personneId, publier, ...lireForm(form) });
      return request.redirect(
        `/personnes/${personneId}/entretiens`,
        publier
          ? "L’entretien est publié."
          : "Le brouillon est gardé : personne d’autre ne le lit.",
      );
    },
    (etat) => ecrire(cadre, request, etat),
  );
}

function lireForm(form: FormValues) {
  return {
    entretienId: numero(form.text("entretienId")),
    version: form.text("version"),
    le: jour(form.text("le")),
    modalite: form.text("modalite") as "sur-place",
    dureeMinutes: form.text("dureeMinutes").trim(),
    rendezVousId: numero(form.text("rendezVousId")),
    texte: form.text("texte"),
    decide: form.text("decide"),
    suite: form.text("suite"),
    suiteLe: jour(form.text("suiteLe")),
    corrigeId: numero(form.text("corrigeId")),
    donneSuite: [...form.all("donneSuite")],
  };
}

async function abandonner(request: Request): Promise<Response> {
  const personneId = idParam(request);
  const entretienId = idParam(request, "entretien");
  await request.act(abandonnerEntretien, { personneId, entretienId });
  return request.redirect(`/personnes/${personneId}/entretiens`, "Le brouillon est jeté.");
}

async function suite(request: Request): Promise<Response> {
  const personneId = idParam(request);
  const entretienId = idParam(request, "entretien");
  await request.act(donnerSuite, { personneId, entretienId });
  return request.redirect(`/personnes/${personneId}/entretiens`, "La suite est donnée.");
}
