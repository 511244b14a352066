import type { CadreDeSection } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { consulterSituation, consulterTheme } from "../usecases/consulter-situation.ts";
import { ecrireBilan } from "../usecases/ecrire-bilan.ts";
import { abandonnerEtape, faireEtape, prevoirEtape } from "../usecases/etapes.ts";
import { leverFrein, ouvrirFrein, peserFrein, rouvrirFrein } from "../usecases/freins.ts";
import { jour, lire, ongletSituation, saisir } from "./cadre.ts";
import { PageFrein, PageNouveauFrein } from "./page-frein.tsx";
import { PageSituation } from "./page-situation.tsx";
import { PageTheme } from "./page-theme.tsx";

const BASE = "/personnes/:id";
const onglet = ongletSituation.key;

interface ActeSurFrein {
  readonly cle: string;
  readonly dit: string;
  readonly faire: (request: Request, cible: Cible, form: FormValues) => Promise<unknown>;
}

interface Cible {
  readonly personneId: number;
  readonly freinId: number;
  readonly version: string;
}

/** One POST for each act on a frein. */
const actes: readonly ActeSurFrein[] = [
  {
    cle: "etapes",
    dit: "L’étape est prévue.",
    faire: (request, cible, form) =>
      request.act(prevoirEtape, {
        ...cible,
        quoi: form.text("quoi"),
        qui: form.text("qui") as "personne",
        quiNom: form.text("quiNom"),
        pourLe: jour(form.text("pourLe")),
      }),
  },
  {
    cle: "lever",
    dit: "Le frein est levé.",
    faire: (request, cible, form) =>
      request.act(leverFrein, {
        ...cible,
        le: jour(form.text("le")),
        preuve: form.text("preuve"),
        document: form.text("document"),
      }),
  },
  {
    cle: "peser",
    dit: "Le poids du frein est changé.",
    faire: (request, cible, form) =>
      request.act(peserFrein, {
        ...cible,
        poids: form.text("poids") as "leger",
        le: jour(form.text("le")),
        motif: form.text("motif"),
      }),
  },
  {
    cle: "rouvrir",
    dit: "Le frein est rouvert.",
    faire: (request, cible, form) =>
      request.act(rouvrirFrein, {
        ...cible,
        poids: form.text("poids") as "leger",
        le: jour(form.text("le")),
        motif: form.text("motif"),
      }),
  },
];

const fins = [
  { cle: "faite", acte: faireEtape, dit: "L’étape est faite." },
  { cle: "abandonnee", acte: abandonnerEtape, dit: "L’étape est abandonnée." },
] as const;

export function routesSituation(cadre: CadreDeSection): readonly Route[] {
  const get = (path: string, droit: string, handler: Route["handler"]): Route => ({
    ...{ method: "GET", path: `${BASE}${path}`, droit, handler },
  });
  const post = (path: string, handler: Route["handler"]): Route => ({
    ...{ method: "POST", path: `${BASE}${path}`, droit: saisir, handler },
  });
  return [
    get("/situation", lire, (request) => situation(cadre, request)),
    get("/situation/:theme", lire, (request) => theme(cadre, request, freshForm())),
    post("/situation/:theme", (request) => signer(cadre, request)),
    get("/freins/nouveau", saisir, (request) => nouveau(cadre, request, freshForm())),
    post("/freins", (request) => ouvrir(cadre, request)),
    get("/freins/:frein", lire, (request) =>
      frein(cadre, request, { etat: freshForm(), acte: null }),
    ),
    ...actes.map((acte) =>
      post(`/freins/:frein/${acte.cle}`, (request) => agir(cadre, request, acte)),
    ),
    ...fins.map(({ cle, acte, dit }) =>
      post(`/etapes/:etape/${cle}`, async (request) => {
        const personneId = idParam(request);
        const form = await request.form();
        const { freinId } = await request.act(acte, {
          ...{ personneId, etapeId: idParam(request, "etape"), le: jour(form.text("le")) },
        });
        return request.redirect(`/personnes/${personneId}/freins/${freinId}`, dit);
      }),
    ),
  ];
}

async function situation(cadre: CadreDeSection, request: Request): Promise<Response> {
  const lue = await request.act(consulterSituation, { personneId: idParam(request) });
  const { droits } = request.agent;
  return cadre(request, {
    ...{ personneId: lue.personneId, onglet, titre: ongletSituation.label },
    corps: (
      <PageSituation
        situation={lue}
        href={request.href}
        peutSaisir={droits.has(saisir)}
        litDiagnostic={droits.has("diagnostic:lire")}
      />
    ),
  });
}

async function theme(cadre: CadreDeSection, request: Request, etat: FormState): Promise<Response> {
  const lu = await request.act(consulterTheme, {
    personneId: idParam(request),
    theme: request.params["theme"] ?? "",
  });
  return cadre(request, {
    ...{ personneId: lu.personneId, onglet, titre: lu.theme.libelle, status: etat.status },
    corps: (
      <PageTheme
        lu={lu}
        etat={etat}
        href={request.href}
        peutSaisir={request.agent.droits.has(saisir)}
      />
    ),
  });
}

function signer(cadre: CadreDeSection, request: Request): Promise<Response> {
  const personneId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      await request.act(ecrireBilan, {
        personneId,
        theme: request.params["theme"] ?? "",
        precedentId: form.text("precedentId"),
        situations: [...form.all("situations")],
        objectifs: [...form.all("objectifs")],
        texte: form.text("texte"),
      });
      return request.redirect(
        `/personnes/${personneId}/situation`,
        "La nouvelle version est signée.",
      );
    },
    (etat) => theme(cadre, request, etat),
  );
}

async function nouveau(
  cadre: CadreDeSection,
  request: Request,
  etat: FormState,
): Promise<Response> {
  const lue = await request.act(consulterSituation, { personneId: idParam(request) });
  const demande = etat.values["theme"] || (request.query.get("theme") ?? "");
  const vu = lue.themes.find(({ code }) => code === demande);
  return cadre(request, {
    ...{ personneId: lue.personneId, onglet, titre: "Ouvrir un frein", status: etat.status },
    corps: (
      <PageNouveauFrein
        situation={lue}
        theme={vu?.code ?? null}
        naturesDuTheme={vu?.theme?.freins ?? []}
        etat={etat}
        href={request.href}
      />
    ),
  });
}

function ouvrir(cadre: CadreDeSection, request: Request): Promise<Response> {
  const personneId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      const { freinId } = await request.act(ouvrirFrein, {
        personneId,
        nature: form.text("nature"),
        libelle: form.text("libelle"),
        poids: form.text("poids") as "leger",
        le: jour(form.text("le")),
        theme: form.text("theme") || null,
      });
      return request.redirect(
        `/personnes/${personneId}/freins/${freinId}`,
        "Le frein est ouvert. Prévoyez une première étape.",
      );
    },
    (etat) => nouveau(cadre, request, etat),
  );
}

async function frein(
  cadre: CadreDeSection,
  request: Request,
  { etat, acte }: { readonly etat: FormState; readonly acte: string | null },
): Promise<Response> {
  const lue = await request.act(consulterSituation, { personneId: idParam(request) });
  const vu = lue.freins.find(({ id }) => id === idParam(request, "frein"));
  if (!vu) {
    throw new DomainError(
      "frein.introuvable",
      "Ce frein n’est pas, ou plus, celui de cette personne. Rouvrez sa page.",
    );
  }
  return cadre(request, {
    ...{ personneId: lue.personneId, onglet, titre: vu.libelle, status: etat.status },
    corps: (
      <PageFrein
        frein={vu}
        situation={lue}
        etat={etat}
        acte={acte}
        href={request.href}
        peutSaisir={request.agent.droits.has(saisir)}
      />
    ),
  });
}

function agir(cadre: CadreDeSection, request: Request, acte: ActeSurFrein): Promise<Response> {
  const personneId = idParam(request);
  const freinId = idParam(request, "frein");
  return submitForm(
    request,
    async (form) => {
      await acte.faire(request, { personneId, freinId, version: form.text("version") }, form);
      return request.redirect(`/personnes/${personneId}/freins/${freinId}`, acte.dit);
    },
    (etat) => frein(cadre, request, { etat, acte: acte.cle }),
  );
}
