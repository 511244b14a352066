import { idParam, placeParam } from "#platform/http/params.ts";
import type { Page, Request, Route } from "#platform/http/route.ts";
import { consulterPersonne, type PersonneConsultee } from "../usecases/consulter-personne.ts";
import { revelerNir } from "../usecases/reveler-nir.ts";
import { Apercu } from "./apercu.tsx";
import { CadrePersonne, type Onglet, titrePersonne } from "./entete-personne.tsx";
import { nomComplet } from "./mots.tsx";
import { PageDroits } from "./page-droits.tsx";
import { PageFoyer } from "./page-foyer.tsx";
import { PageHistorique } from "./page-historique.tsx";
import { PageSynthese } from "./page-synthese.tsx";
import { type ApportPersonne, type CadreDeSection, lireAjouts } from "./ports.ts";

const droit = "personne:lire";

type Apports = readonly ApportPersonne[];

export function routesPersonnes(apports: Apports): readonly Route[] {
  const page = (suite: string, nom: Onglet): Route => ({
    method: "GET",
    path: `/personnes/:id${suite}`,
    droit,
    handler: (request) => onglet(request, apports, nom, suite),
  });
  return [
    page("", "synthese"),
    page("/droits", "droits"),
    page("/foyer", "foyer"),
    page("/historique", "historique"),
    { method: "GET", path: "/personnes/:id/apercu", droit, handler: apercu },
    {
      method: "POST",
      path: "/personnes/:id/nir",
      droit: "dossier:lire-nir",
      handler: (request) => nir(request, apports),
    },
  ];
}

async function onglet(
  request: Request,
  apports: Apports,
  nom: Onglet,
  suite: string,
): Promise<Response> {
  const declaration = nom === "historique" ? placeParam(request, "declaration") : null;
  const fiche = await lire(request, declaration);
  return (
    versLaGardee(request, fiche, suite) ?? request.page(await pageDe(request, fiche, apports, nom))
  );
}

/** What the composition gives to the modules whose pages are tabs of a person. */
export function cadreDeSection(apports: Apports): CadreDeSection {
  return async (request, { personneId, onglet: cle, titre, corps, status }) => {
    const fiche = await request.act(consulterPersonne, { personneId, declarationId: null });
    const ajouts = await lireAjouts(request, apports, {
      personneId: fiche.personne.id,
      synthese: false,
    });
    const { href, agent } = request;
    return request.page({
      ...enTeteDePage(request, fiche, titre),
      ...(status !== undefined && { status }),
      body: (
        <CadrePersonne fiche={fiche} ajouts={ajouts} onglet={cle} href={href} droits={agent.droits}>
          {corps}
        </CadrePersonne>
      ),
    });
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

async function pageDe(
  request: Request,
  fiche: PersonneConsultee,
  apports: Apports,
  nom: Onglet,
  clair?: string | null,
): Promise<Page> {
  const { href, agent, query } = request;
  const ajouts = await lireAjouts(request, apports, {
    personneId: fiche.personne.id,
    synthese: nom === "synthese",
  });
  const commun = { fiche, ajouts, href, droits: agent.droits };
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
  const titre = titres[nom];
  return {
    ...enTeteDePage(request, fiche, titre),
    ...(titre === null && { title: titrePersonne(fiche, ajouts) }),
    body: corps[nom](),
  };
}

function enTeteDePage(
  { href }: Request,
  fiche: PersonneConsultee,
  ici: string | null,
): Omit<Page, "body"> {
  const qui = nomComplet(fiche.personne);
  return {
    title: `${qui} — ${(ici ?? "Synthèse").toLocaleLowerCase("fr")}`,
    menu: "personnes",
    breadcrumb: [
      { label: "Personnes", href: href("/personnes") },
      ...(ici === null
        ? [{ label: qui }]
        : [{ label: qui, href: href(`/personnes/${fiche.personne.id}`) }, { label: ici }]),
    ],
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
async function nir(request: Request, apports: Apports): Promise<Response> {
  const clair = await request.act(revelerNir, { personneId: idParam(request) });
  const fiche = await lire(request);
  const reponse = await request.page(await pageDe(request, fiche, apports, "synthese", clair));
  reponse.headers.set("cache-control", "no-store");
  return reponse;
}
