import type { VNode } from "preact";
import type { CadreDeSection } from "#droits/dossier";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import type { Preuve } from "../schemas.ts";
import { consulterActionsDe } from "../usecases/consulter.ts";
import { preparerPrescription } from "../usecases/preparer.ts";
import { prescrire } from "../usecases/prescrire.ts";
import { cheminActions, droitFaire, droitLire, ongletActions } from "./cadre.ts";
import { PageActions } from "./page-personne.tsx";
import { PagePrescrire } from "./page-prescrire.tsx";

const ICI = "/personnes/:id/actions";
const PRESCRIRE = `${ICI}/prescrire/:action`;

/** Draws the path of a person through the axes; nothing for who may not know her stays. */
export type DessinerParcours = (request: Request, personneId: number) => Promise<VNode | null>;

export function routesPersonne(
  cadre: CadreDeSection,
  dessiner: DessinerParcours,
): readonly Route[] {
  return [
    {
      method: "GET",
      path: ICI,
      droit: droitLire,
      handler: (request) => section(request, cadre, dessiner),
    },
    {
      method: "GET",
      path: PRESCRIRE,
      droit: droitFaire,
      handler: (request) => formulaire(request, cadre, freshForm()),
    },
    {
      method: "POST",
      path: PRESCRIRE,
      droit: droitFaire,
      handler: (request) =>
        submitForm(
          request,
          async (form) => {
            const personneId = idParam(request);
            const { actionId } = await request.act(prescrire, {
              personneId,
              actionId: idParam(request, "action"),
              freinId: form.text("freinId"),
              objectif: form.text("objectif"),
              preuve: form.text("preuve") as Preuve,
              preuveDetail: form.text("preuveDetail"),
            });
            return request.redirect(
              `${cheminActions(personneId)}?prescrite=${actionId}`,
              "L’action est prescrite : l’opérateur la trouve dans ses prescriptions à répondre.",
            );
          },
          (etat) => formulaire(request, cadre, etat),
        ),
    },
  ];
}

async function section(
  request: Request,
  cadre: CadreDeSection,
  dessiner: DessinerParcours,
): Promise<Response> {
  const placee = await request.act(consulterActionsDe, {
    personneId: idParam(request),
    freinId: placeParam(request, "frein"),
  });
  return cadre(request, {
    personneId: placee.personneId,
    onglet: ongletActions.key,
    titre: ongletActions.label,
    corps: (
      <PageActions
        placee={placee}
        href={request.href}
        droits={request.agent.droits}
        toutes={request.query.get("toutes") === "oui"}
        parcours={await dessiner(request, placee.personneId)}
      />
    ),
  });
}

async function formulaire(
  request: Request,
  cadre: CadreDeSection,
  etat: FormState,
): Promise<Response> {
  const preparee = await request.act(preparerPrescription, {
    personneId: idParam(request),
    actionId: idParam(request, "action"),
    freinId: placeParam(request, "frein"),
  });
  return cadre(request, {
    personneId: preparee.personneId,
    onglet: ongletActions.key,
    titre: "Prescrire",
    status: etat.status,
    corps: <PagePrescrire preparee={preparee} etat={etat} href={request.href} />,
  });
}
