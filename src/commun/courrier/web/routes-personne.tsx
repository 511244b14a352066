import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { gabaritApercu } from "../domain/apercu.ts";
import type { MoyenEnvoi } from "../domain/courrier.ts";
import { listerCourriersDePersonne } from "../usecases/courriers-de-personne.ts";
import { emettreCourrier } from "../usecases/emettre-courrier.ts";
import { essayerModele } from "../usecases/essayer.ts";
import { CourriersDeLaPersonne, EcrireALaPersonne } from "./page-personne.tsx";
import type { PortsCourrier } from "./ports.ts";
import { reponseSvg } from "./reponses.ts";

const droit = "courrier:lire";
const ecrire = "courrier:emettre";

/** The letters of a person, as a section of her file. */
export function routesPersonne({
  lireChamps,
  cadrePersonne,
  aussi,
}: PortsCourrier): readonly Route[] {
  const lister = listerCourriersDePersonne(lireChamps);
  const essayer = essayerModele(lireChamps);
  const emettre = emettreCourrier(lireChamps);
  const section = (request: Request) =>
    ({ personneId: idParam(request), onglet: "courriers", titre: "Courriers" }) as const;

  async function liste(request: Request): Promise<Response> {
    const { personneId } = section(request);
    const lus = await request.act(lister, { personneId });
    return cadrePersonne(request, {
      ...section(request),
      corps: (
        <CourriersDeLaPersonne
          {...lus}
          personneId={personneId}
          href={request.href}
          peutEcrire={request.agent.droits.has(ecrire)}
          aussi={await aussi(request, personneId)}
        />
      ),
    });
  }

  async function nouveau(request: Request, etat: FormState): Promise<Response> {
    const { personneId } = section(request);
    const { modeles } = await request.act(lister, { personneId });
    const voulu = etat.values["modele"] ?? request.query.get("modele");
    const usage = request.query.get("usage");
    const choisi =
      modeles.find((modele) => modele.code === voulu) ??
      modeles.find((modele) => modele.usage === usage) ??
      modeles[0];
    const code = choisi?.code ?? "";
    const essai = await request.act(essayer, { code, brouillon: false, personneId });
    return cadrePersonne(request, {
      ...section(request),
      titre: "Écrire un courrier",
      status: etat.status,
      corps: (
        <EcrireALaPersonne
          {...{ personneId, modeles, code, essai, etat }}
          moyen={etat.values["moyen"] ?? request.query.get("moyen")}
          href={request.href}
        />
      ),
    });
  }

  return [
    { method: "GET", path: "/personnes/:id/courriers", droit, handler: liste },
    {
      method: "GET",
      path: "/personnes/:id/courriers/nouveau",
      droit: ecrire,
      handler: (request) => nouveau(request, freshForm()),
    },
    {
      method: "GET",
      path: "/personnes/:id/courriers/apercu.svg",
      droit,
      async handler(request) {
        const { lettre } = await request.act(essayer, {
          code: request.query.get("modele") ?? "",
          brouillon: false,
          personneId: idParam(request),
        });
        return reponseSvg(request, gabaritApercu, lettre);
      },
    },
    {
      method: "POST",
      path: "/personnes/:id/courriers/nouveau",
      droit: ecrire,
      handler: (request) =>
        submitForm(
          request,
          async (form) => {
            const { courrierId, numero } = await request.act(emettre, {
              personneId: idParam(request),
              modele: form.text("modele"),
              moyen: form.text("moyen") as MoyenEnvoi,
            });
            return request.redirect(`/courriers/${courrierId}`, `Le courrier ${numero} est émis.`);
          },
          (etat) => nouveau(request, etat),
        ),
    },
  ];
}
