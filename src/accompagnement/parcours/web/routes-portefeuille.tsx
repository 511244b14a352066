import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { placeParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatCount } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { estTri, estVue } from "../domain/portefeuille.ts";
import { compterPortefeuilles, lirePortefeuille } from "../usecases/lire-portefeuille.ts";
import { listerPortefeuilles } from "../usecases/lister-portefeuilles.ts";
import { preparerTransmission, transmettreLesPersonnes } from "../usecases/transmettre.ts";
import { PagePortefeuille, titreDuPortefeuille } from "./page-portefeuille.tsx";
import { PagePortefeuilles } from "./page-portefeuilles.tsx";
import { PageTransmettre } from "./page-transmettre.tsx";

const droit = "parcours:lire";
const decide = "orientation:decider";

export const routesPortefeuille: readonly Route[] = [
  { method: "GET", path: "/portefeuille", droit, handler: portefeuille },
  {
    method: "GET",
    path: "/portefeuille/transmettre",
    droit: decide,
    handler: (request) => preparer(request, placeParam(request, "referent") ?? 0, freshForm()),
  },
  { method: "POST", path: "/portefeuille/transmettre", droit: decide, handler: transmettre },
];

/** One caseload goes straight to it: a référent has hers, a responsable chooses. */
async function portefeuille(request: Request): Promise<Response> {
  const referentId = placeParam(request, "referent");
  const structureId = placeParam(request, "structure");
  const { nombre, premier } = await request.act(compterPortefeuilles, {});
  if (referentId === null && structureId === null && nombre !== 1) {
    const sien = nombre === 0 && request.agent.portee.referentId !== null;
    if (!sien) return choisir(request, await request.act(listerPortefeuilles, {}));
  }
  return montrer(request, {
    referentId: referentId ?? (structureId === null ? premier : null),
    structureId,
    plusieurs: nombre > 1,
  });
}

type Portefeuilles = Awaited<ReturnType<typeof listerPortefeuilles.execute>>;

function choisir(request: Request, portefeuilles: Portefeuilles): Promise<Response> {
  return request.page({
    title: "Portefeuilles",
    menu: "portefeuille",
    body: <PagePortefeuilles portefeuilles={portefeuilles} href={request.href} />,
  });
}

interface Qui {
  readonly referentId: number | null;
  readonly structureId: number | null;
  readonly plusieurs: boolean;
}

async function montrer(request: Request, { plusieurs, ...qui }: Qui): Promise<Response> {
  const { href, agent, query } = request;
  const vueLue = query.get("vue") ?? "";
  const triLu = query.get("tri") ?? "";
  const vue = estVue(vueLue) ? vueLue : "toutes";
  const tri = estTri(triLu) ? triLu : "nom";
  const page = Math.max(1, placeParam(request, "page") ?? 1);
  const lu = await request.act(lirePortefeuille, { ...qui, vue, tri, page });
  return request.page({
    title: titreDuPortefeuille(lu),
    menu: "portefeuille",
    wide: true,
    body: (
      <PagePortefeuille
        lu={lu}
        vue={vue}
        tri={tri}
        href={href}
        qui={
          qui.referentId === null ? `structure=${qui.structureId}` : `referent=${qui.referentId}`
        }
        transmet={agent.droits.has("orientation:decider")}
        plusieurs={plusieurs}
      />
    ),
  });
}

async function preparer(request: Request, referentId: number, etat: FormState): Promise<Response> {
  const { href } = request;
  const preparee = await request.act(preparerTransmission, { referentId });
  const { nom, prenom } = preparee.referent;
  return request.page({
    title: "Transmettre un portefeuille",
    menu: "portefeuille",
    status: etat.status,
    breadcrumb: [
      { label: "Portefeuilles", href: href("/portefeuille") },
      { label: formatName(nom, prenom), href: href(`/portefeuille?referent=${referentId}`) },
      { label: "Transmettre" },
    ],
    body: <PageTransmettre preparee={preparee} etat={etat} href={href} />,
  });
}

async function transmettre(request: Request): Promise<Response> {
  const deReferentId = Number((await request.form()).text("referent")) || 0;
  return submitForm(
    request,
    async (form) => {
      const annonce = form.text("annonce");
      const { transmises, horsPerimetre, courriers, ecartees } = await request.act(
        transmettreLesPersonnes,
        {
          deReferentId,
          choix: choixDe(form),
          motif: form.text("motif"),
          ecrire: annonce !== "non",
          ...(annonce !== "non" && { moyen: annonce as "lettre-simple" }),
        },
      );
      return request.redirect(
        "/portefeuille",
        [
          `${formatCount(transmises, "personne transmise", "personnes transmises")}.`,
          horsPerimetre > 0 &&
            `${formatCount(horsPerimetre, "autre personne reste au responsable de son territoire", "autres personnes restent aux responsables de leurs territoires")}.`,
          courriers > 0 && `${formatCount(courriers, "lettre émise", "lettres émises")}.`,
          ecartees.length > 0 &&
            `${formatCount(ecartees.length, "lettre n’a pas pu s’écrire", "lettres n’ont pas pu s’écrire")} : il manque une adresse ou le nom du référent.`,
        ]
          .filter(Boolean)
          .join(" "),
      );
    },
    (etat) => preparer(request, deReferentId, etat),
  );
}

/** One field a person: `vers-12`. */
function choixDe(form: FormValues) {
  return Object.entries(form.record()).flatMap(([name, valeur]) => {
    const personne = /^vers-(\d+)$/u.exec(name)?.[1];
    return personne === undefined || valeur === ""
      ? []
      : [{ personneId: Number(personne), referentId: Number(valeur) }];
  });
}
