import { idParam, placeParam } from "#platform/http/params.ts";
import type { Page, Request, Route } from "#platform/http/route.ts";
import { consulterPersonne, type PersonneConsultee } from "../usecases/consulter-personne.ts";
import { revelerNir } from "../usecases/reveler-nir.ts";
import { Apercu } from "./apercu.tsx";
import { type Onglet, titrePersonne } from "./entete-personne.tsx";
import { nomComplet } from "./mots.tsx";
import { PageDroits } from "./page-droits.tsx";
import { PageFoyer } from "./page-foyer.tsx";
import { PageHistorique } from "./page-historique.tsx";
import { PageSynthese } from "./page-synthese.tsx";

const droit = "personne:lire";

export const routesPersonnes: readonly Route[] = [
  { method: "GET", path: "/personnes/:id", droit, handler: synthese },
  { method: "GET", path: "/personnes/:id/droits", droit, handler: onglet("droits") },
  { method: "GET", path: "/personnes/:id/foyer", droit, handler: onglet("foyer") },
  { method: "GET", path: "/personnes/:id/historique", droit, handler: onglet("historique") },
  { method: "GET", path: "/personnes/:id/apercu", droit, handler: apercu },
  { method: "POST", path: "/personnes/:id/nir", droit: "dossier:lire-nir", handler: nir },
];

async function synthese(request: Request): Promise<Response> {
  const fiche = await lire(request);
  return versLaGardee(request, fiche, "") ?? request.page(pageDe(request, fiche, "synthese"));
}

function onglet(nom: Exclude<Onglet, "synthese">): Route["handler"] {
  return async (request) => {
    const fiche = await lire(
      request,
      nom === "historique" ? placeParam(request, "declaration") : null,
    );
    return versLaGardee(request, fiche, `/${nom}`) ?? request.page(pageDe(request, fiche, nom));
  };
}

function lire(request: Request, declarationId: number | null = null): Promise<PersonneConsultee> {
  return request.act(consulterPersonne, { personneId: idParam(request), declarationId });
}

/** The address of a merged identity leads to the one that was kept. */
function versLaGardee(
  request: Request,
  { personne }: PersonneConsultee,
  suite: string,
): Response | null {
  return personne.id === idParam(request)
    ? null
    : request.redirect(`/personnes/${personne.id}${suite}`);
}

const titres: Readonly<Record<Onglet, string | null>> = {
  synthese: null,
  droits: "Droits et ressources",
  foyer: "Foyer et adresses",
  historique: "Historique",
};

function pageDe(
  request: Request,
  fiche: PersonneConsultee,
  nom: Onglet,
  clair?: string | null,
): Page {
  const { href, agent, query } = request;
  const commun = { fiche, href, droits: agent.droits };
  const corps = {
    synthese: () => <PageSynthese {...commun} query={query} nir={clair} />,
    droits: () => <PageDroits {...commun} />,
    foyer: () => <PageFoyer {...commun} />,
    historique: () => (
      <PageHistorique
        {...commun}
        declaration={fiche.declaration}
        ouverte={placeParam(request, "declaration")}
      />
    ),
  } as const;
  const qui = nomComplet(fiche.personne);
  const ici = titres[nom];
  return {
    title: ici === null ? titrePersonne(fiche) : `${qui} — ${ici.toLocaleLowerCase("fr")}`,
    menu: "personnes",
    breadcrumb: [
      { label: "Personnes", href: href("/personnes") },
      ...(ici === null
        ? [{ label: qui }]
        : [{ label: qui, href: href(`/personnes/${fiche.personne.id}`) }, { label: ici }]),
    ],
    body: corps[nom](),
  };
}

async function apercu(request: Request): Promise<Response> {
  const fiche = await lire(request);
  return request.page({
    title: nomComplet(fiche.personne),
    menu: "personnes",
    breadcrumb: [{ label: "Personnes", href: request.href("/personnes") }, { label: "Aperçu" }],
    body: <Apercu fiche={fiche} href={request.href} />,
  });
}

/** The number is only ever in this one answer, never in an address nor in a page one comes back to. */
async function nir(request: Request): Promise<Response> {
  const clair = await request.act(revelerNir, { personneId: idParam(request) });
  const fiche = await lire(request);
  const reponse = await request.page(pageDe(request, fiche, "synthese", clair));
  reponse.headers.set("cache-control", "no-store");
  return reponse;
}
