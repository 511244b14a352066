import type { CadreDeSection } from "#droits/dossier";
import { rechercher } from "#droits/dossier";
import type { CadreAction } from "#offre/catalogue";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { formRoutes } from "#platform/http/form-routes.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { renderPdfs } from "#platform/pdf/render-pdf.ts";
import { formatCount } from "#platform/ui/format.ts";
import { gabaritAttestations } from "../domain/attestation.ts";
import { libellesNature, type Presence } from "../domain/natures.ts";
import { annulerInscription, inscrirePersonnes } from "../usecases/inscrire.ts";
import { lireAttestations } from "../usecases/lire-attestations.ts";
import {
  consulterSeance,
  lireSeancesAction,
  lireSeancesPersonne,
  type SeanceConsultee,
} from "../usecases/lire-seances.ts";
import { noterPresences } from "../usecases/noter-presences.ts";
import type { AnnulationDite } from "../usecases/prevenir.ts";
import {
  annulerSeance,
  cloreSeance,
  modifierSeance,
  rouvrirSeance,
} from "../usecases/tenir-seance.ts";
import { ongletSeances } from "./apport.tsx";
import { PageModifier, saisieDe } from "./formulaire.tsx";
import { SeancesDeLAction } from "./page-action.tsx";
import { SectionSeances } from "./page-personne.tsx";
import { PageFeuille, PagePresence } from "./page-presence.tsx";
import { PageSeance } from "./page-seance.tsx";
import { contenuSaisi, fil, inscriptionEnMots, menu } from "./routes-seances.tsx";

const lire = "seance:lire";
const tenir = "seance:tenir";
const ici = "/seances/:id";

const adresseDe = (request: Request) => `/seances/${idParam(request)}`;

async function montrer(request: Request, etat: FormState): Promise<Response> {
  const q = (etat.values["q"] ?? request.query.get("q") ?? "").slice(0, 100);
  const lue = await request.act(consulterSeance, { seanceId: idParam(request) });
  const trouvees =
    q !== "" && request.agent.droits.has("personne:lister")
      ? (await request.act(rechercher, { q })).trouvees
      : [];
  return request.page({
    title: `${libellesNature[lue.seance.nature]} : ${lue.seance.titre}`,
    menu,
    status: etat.status,
    breadcrumb: fil(request, lue.seance.titre),
    body: (
      <PageSeance
        lue={lue}
        etat={etat}
        href={request.href}
        droits={request.agent.droits}
        cherche={{ q, trouvees }}
      />
    ),
  });
}

/** One POST under the page of a session: done, or back on it with the refusal. */
function acte(
  fin: string,
  faire: (request: Request, seanceId: number, form: FormValues) => Promise<string>,
): Route {
  return {
    method: "POST",
    path: `${ici}/${fin}`,
    droit: tenir,
    handler: (request) =>
      submitForm(
        request,
        async (form) =>
          request.redirect(adresseDe(request), await faire(request, idParam(request), form)),
        (etat) => montrer(request, etat),
      ),
  };
}

const actes: readonly Route[] = [
  acte("inscrire", async (request, seanceId, form) =>
    inscriptionEnMots(
      await request.act(inscrirePersonnes, {
        seanceId,
        personnes: [...form.all("personnes")],
        attente: form.text("attente") !== "",
        serie: form.text("serie") !== "",
      }),
    ),
  ),
  acte("desinscrire", async (request, _, form) => {
    const { placees } = await request.act(annulerInscription, {
      inscriptionId: form.text("inscriptionId"),
      motif: form.text("motif"),
    });
    return placees.length === 0
      ? "L’inscription est annulée."
      : "L’inscription est annulée, et la première personne en attente prend la place.";
  }),
  acte("clore", async (request, seanceId, form) => {
    await request.act(cloreSeance, { seanceId, version: form.text("version") });
    return "La séance est close.";
  }),
  acte("rouvrir", async (request, seanceId, form) => {
    await request.act(rouvrirSeance, { seanceId, motif: form.text("motif") });
    return "La séance est rouverte.";
  }),
  acte("annuler", async (request, seanceId, form) => {
    const demande = { seanceId, version: form.text("version"), motif: form.text("motif") };
    return annulationEnMots(await request.act(annulerSeance, demande));
  }),
];

function annulationEnMots({ prevenues, aPrevenir }: AnnulationDite): string {
  const dit =
    prevenues === 0
      ? ""
      : ` Un message part vers ${formatCount(prevenues, "personne inscrite", "personnes inscrites")}.`;
  const reste =
    aPrevenir === 0
      ? ""
      : ` ${formatCount(aPrevenir, "personne reste", "personnes restent")} à prévenir par téléphone.`;
  return `La séance est annulée.${dit}${reste}`;
}

async function modifier(request: Request, etat: FormState | null): Promise<Response> {
  const { seance } = await sienne(request);
  const montre = etat ?? freshForm(saisieDe(seance));
  return request.page({
    title: "Modifier la séance",
    menu,
    status: montre.status,
    breadcrumb: fil(request, seance.titre),
    body: (
      <PageModifier
        seance={seance}
        etat={montre}
        href={request.href}
        conflit={montre.status === 409}
      />
    ),
  });
}

/** The sheet is kept by who holds the session. */
function sienne(request: Request): Promise<SeanceConsultee> {
  return request.act(consulterSeance, { seanceId: idParam(request), tenue: true });
}

async function presence(request: Request, refuse: FormState | null): Promise<Response> {
  const lue = await sienne(request);
  const etat = refuse ?? freshForm();
  return request.page({
    title: `Présences : ${lue.seance.titre}`,
    menu,
    status: etat.status,
    breadcrumb: fil(request, lue.seance.titre),
    body: <PagePresence lue={lue} etat={etat} href={request.href} conflit={etat.status === 409} />,
  });
}

async function noter(request: Request, form: FormValues): Promise<Response> {
  const seanceId = idParam(request);
  const ids = Object.keys(form.record()).flatMap((nom) => /^motif-(\d+)$/u.exec(nom)?.[1] ?? []);
  await request.act(noterPresences, {
    seanceId,
    version: form.text("version"),
    presences: ids.map((inscriptionId) => ({
      inscriptionId,
      presence: form.text(`presence-${inscriptionId}`) as Presence,
      motif: form.text(`motif-${inscriptionId}`),
    })),
    autres: form.text("autres"),
  });
  return request.redirect(adresseDe(request), "Les présences sont enregistrées.");
}

async function feuille(request: Request): Promise<Response> {
  const lue = await sienne(request);
  return request.page({
    title: `Feuille de présence : ${lue.seance.titre}`,
    menu,
    breadcrumb: fil(request, lue.seance.titre),
    body: <PageFeuille lue={lue} href={request.href} />,
  });
}

/** Setting the certificates is long: the base is given back before. */
async function attestations(request: Request): Promise<Response> {
  const { titre, attestations: siennes } = await request.act(lireAttestations, {
    seanceId: idParam(request),
    inscriptionId: placeParam(request, "inscription"),
  });
  await request.endReading();
  const [pdf] = await renderPdfs(gabaritAttestations, [{ titre, attestations: siennes }]);
  const octets = pdf?.bytes ?? Buffer.alloc(0);
  return new Response(new Uint8Array(octets), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="attestations.pdf"',
      "content-length": String(octets.length),
    },
  });
}

const lues: readonly Route[] = [
  { method: "GET", path: ici, droit: lire, handler: (request) => montrer(request, freshForm()) },
  { method: "GET", path: `${ici}/feuille`, droit: lire, handler: feuille },
  { method: "GET", path: `${ici}/attestations`, droit: lire, handler: attestations },
  ...formRoutes({
    path: `${ici}/modifier`,
    droit: tenir,
    show: modifier,
    async send(request, form) {
      const placees = await request.act(modifierSeance, {
        ...contenuSaisi(form),
        seanceId: idParam(request),
        version: form.text("version"),
      });
      const suite = placees.length > 0 ? ` ${placees.length} en attente ont une place.` : "";
      return request.redirect(adresseDe(request), `La séance est modifiée.${suite}`);
    },
  }),
  ...formRoutes({ path: `${ici}/presence`, droit: tenir, show: presence, send: noter }),
];

export function routesUneSeance(
  cadrePersonne: CadreDeSection,
  cadreAction: CadreAction,
): readonly Route[] {
  return [
    ...lues,
    ...actes,
    {
      method: "GET",
      path: "/personnes/:id/seances",
      droit: lire,
      async handler(request) {
        const deLaPersonne = await request.act(lireSeancesPersonne, {
          personneId: idParam(request),
        });
        const tient = request.agent.droits.has(tenir);
        return cadrePersonne(request, {
          personneId: deLaPersonne.personneId,
          onglet: "actions",
          titre: "Séances",
          corps: <SectionSeances lues={deLaPersonne} href={request.href} tient={tient} />,
        });
      },
    },
    {
      method: "GET",
      path: `/offre/actions/:id${ongletSeances.path}`,
      droit: lire,
      async handler(request) {
        const deLAction = await request.act(lireSeancesAction, { actionId: idParam(request) });
        return cadreAction(request, {
          actionId: deLAction.actionId,
          onglet: ongletSeances.key,
          titre: ongletSeances.label,
          corps: <SeancesDeLAction lues={deLAction} href={request.href} />,
        });
      },
    },
  ];
}
