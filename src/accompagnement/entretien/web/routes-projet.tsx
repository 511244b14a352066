import type { CadreDeSection } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import type { ContenuProjet } from "../domain/projet.ts";
import {
  cesserInscription,
  consulterAcquis,
  inscrireDemandeurEmploi,
  noterAcquis,
  retirerAcquis,
  verifierInscription,
} from "../usecases/acquis.ts";
import { chercherMetiers, listerMetiers } from "../usecases/metiers.ts";
import { avancerProjet, consulterProjet } from "../usecases/projets.ts";
import { jour, lire, ongletProjet, saisir } from "./cadre.ts";
import { LIGNES_METIERS, PageEcrireProjet } from "./page-ecrire-projet.tsx";
import { PageProjet } from "./page-projet.tsx";

const BASE = "/personnes/:id";
const onglet = ongletProjet.key;

interface Acte {
  readonly cle: string;
  readonly path: string;
  readonly dit: string;
  readonly faire: (request: Request, personneId: number, form: FormValues) => Promise<unknown>;
}

/** One POST for each act beside the project. */
const actes: readonly Acte[] = [
  {
    cle: "acquis",
    path: "/acquis",
    dit: "C’est noté.",
    faire: (request, personneId, form) =>
      request.act(noterAcquis, {
        personneId,
        nature: form.text("nature") as "competence",
        libelle: form.text("libelle"),
        niveau: form.text("niveau"),
        le: jour(form.text("le")),
        preuve: form.text("preuve"),
        document: form.text("document"),
      }),
  },
  {
    cle: "retirer",
    path: "/acquis/:objet/retirer",
    dit: "C’est retiré.",
    faire: (request, personneId, form) =>
      request.act(retirerAcquis, {
        personneId,
        acquisId: idParam(request, "objet"),
        motif: form.text("motif"),
      }),
  },
  {
    cle: "inscrire",
    path: "/inscription-emploi",
    dit: "L’inscription est notée.",
    faire: (request, personneId, form) =>
      request.act(inscrireDemandeurEmploi, {
        personneId,
        numero: form.text("numero"),
        categorie: form.text("categorie") as "A",
        du: jour(form.text("du")),
      }),
  },
  {
    cle: "verifier",
    path: "/inscription-emploi/:objet/verifier",
    dit: "L’inscription est vérifiée aujourd’hui.",
    faire: (request, personneId, form) =>
      request.act(verifierInscription, {
        personneId,
        inscriptionId: idParam(request, "objet"),
        version: form.text("version"),
        categorie: form.text("categorie") as "A",
      }),
  },
  {
    cle: "cesser",
    path: "/inscription-emploi/:objet/cesser",
    dit: "La fin de l’inscription est notée.",
    faire: (request, personneId, form) =>
      request.act(cesserInscription, {
        personneId,
        inscriptionId: idParam(request, "objet"),
        version: form.text("version"),
        le: jour(form.text("le")),
        motif: form.text("motif"),
      }),
  },
];

export function routesProjet(cadre: CadreDeSection): readonly Route[] {
  return [
    {
      ...{ method: "GET", path: `${BASE}/projet`, droit: lire },
      handler: (request) => projet(cadre, request, { etat: freshForm(), acte: null }),
    },
    {
      ...{ method: "GET", path: `${BASE}/projet/ecrire`, droit: saisir },
      handler: (request) => ecrire(cadre, request, freshForm(), null),
    },
    {
      ...{ method: "POST", path: `${BASE}/projet`, droit: saisir },
      handler: (request) => avancer(cadre, request),
    },
    ...actes.map(
      (acte): Route => ({
        ...{ method: "POST", path: `${BASE}${acte.path}`, droit: saisir },
        handler: (request) => agir(cadre, request, acte),
      }),
    ),
  ];
}

async function projet(
  cadre: CadreDeSection,
  request: Request,
  { etat, acte }: { readonly etat: FormState; readonly acte: string | null },
): Promise<Response> {
  const personneId = idParam(request);
  const consulte = await request.act(consulterProjet, { personneId });
  return cadre(request, {
    ...{ personneId: consulte.personneId, onglet, titre: ongletProjet.label, status: etat.status },
    corps: (
      <PageProjet
        projet={consulte}
        acquis={await request.act(consulterAcquis, { personneId })}
        etat={etat}
        acte={acte}
        href={request.href}
        peutSaisir={request.agent.droits.has(saisir)}
      />
    ),
  });
}

async function ecrire(
  cadre: CadreDeSection,
  request: Request,
  etat: FormState,
  saisie: ContenuProjet | null,
): Promise<Response> {
  const consulte = await request.act(consulterProjet, { personneId: idParam(request) });
  return cadre(request, {
    ...{ personneId: consulte.personneId, onglet, titre: "Écrire le projet", status: etat.status },
    corps: (
      <PageEcrireProjet
        projet={consulte}
        metiers={await request.act(listerMetiers, {})}
        etat={etat}
        saisie={saisie}
        href={request.href}
      />
    ),
  });
}

function avancer(cadre: CadreDeSection, request: Request): Promise<Response> {
  const personneId = idParam(request);
  let saisie: ContenuProjet | null = null;
  return submitForm(
    request,
    async (form) => {
      const metiers = await lireMetiersSaisis(request, form);
      const contenu = lireContenu(form);
      saisie = {
        ...contenu,
        metiers: metiers.map(({ code, libelle }) => ({ code, libelle })),
        rayonKm: nombre(contenu.rayonKm),
        heures: nombre(contenu.heures),
      };
      await request.act(avancerProjet, {
        personneId,
        etat: form.text("etat") as "emergence",
        precedentId: form.text("precedentId"),
        contenu: { ...contenu, metiers: metiers.map(({ code }) => code) },
        reevaluerLe: jour(form.text("reevaluerLe")),
      });
      return request.redirect(`/personnes/${personneId}/projet`, "Le projet est enregistré.");
    },
    (etat) => ecrire(cadre, request, etat, saisie),
  );
}

const nombre = (ecrit: string): number | null => (/^\d{1,3}$/u.test(ecrit) ? Number(ecrit) : null);

function lireContenu(form: FormValues) {
  return {
    intitule: form.text("intitule"),
    rayonKm: form.text("rayonKm").trim(),
    transports: form.all("transports") as "voiture"[],
    heures: form.text("heures").trim(),
    refus: {
      metiers: form.text("refusMetiers"),
      distance: form.text("refusDistance"),
      salaire: form.text("refusSalaire"),
      autre: form.text("refusAutre"),
    },
    commentaire: form.text("commentaire"),
  };
}

/** Each line as a code, or as words that one occupation alone answers. */
async function lireMetiersSaisis(request: Request, form: FormValues) {
  const trouves = [];
  const champs: Record<string, string> = {};
  for (let rang = 1; rang <= LIGNES_METIERS; rang += 1) {
    const name = `metier${rang}`;
    const ecrit = form.text(name).trim();
    if (ecrit === "") continue;
    const code = /^[A-Na-n]\d{4}\b/u.exec(ecrit)?.[0].toUpperCase();
    const candidats = await request.act(chercherMetiers, { texte: code ?? ecrit.slice(0, 120) });
    const [premier] = candidats;
    if (premier && (candidats.length === 1 || premier.libelle === ecrit)) trouves.push(premier);
    else champs[name] = dire(ecrit, candidats);
  }
  if (Object.keys(champs).length === 0) return trouves;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
}

function dire(
  ecrit: string,
  candidats: readonly { readonly code: string; readonly libelle: string }[],
): string {
  if (candidats.length === 0) return `Aucun métier ne répond à « ${ecrit} ». Essayez un autre mot.`;
  const noms = candidats.slice(0, 5).map(({ code, libelle }) => `${code} ${libelle}`);
  return `Plusieurs métiers répondent : ${noms.join(" ; ")}. Écrivez le code du bon.`;
}

function agir(cadre: CadreDeSection, request: Request, acte: Acte): Promise<Response> {
  const personneId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      await acte.faire(request, personneId, form);
      return request.redirect(`/personnes/${personneId}/projet`, acte.dit);
    },
    (etat) => projet(cadre, request, { etat, acte: acte.cle }),
  );
}
