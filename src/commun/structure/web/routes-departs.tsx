import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatDate } from "#platform/ui/format.ts";
import { quitterReferent } from "../usecases/quitter-referent.ts";
import { refuser } from "../usecases/regles.ts";
import { colleguesDe, filDeReferent, GERER, referentDemande } from "./contexte.ts";
import { aujourdhui, dateDe } from "./formulaire.ts";
import { nomDe } from "./mots.ts";
import { PageDepart } from "./page-depart.tsx";
import type { PortsStructure } from "./ports.ts";

const path = "/referents/:id/depart";

/** Who leaves hands over first what she holds, then goes. */
export function routesDesDeparts(ports: PortsStructure): readonly Route[] {
  return [
    { method: "GET", path, droit: GERER, handler: (r) => demander(r, ports, freshForm()) },
    {
      method: "POST",
      path,
      droit: GERER,
      handler: (r) =>
        submitForm(
          r,
          (form) => partir(r, ports, form),
          (state) => demander(r, ports, state),
        ),
    },
  ];
}

async function demander(
  request: Request,
  ports: PortsStructure,
  state: FormState,
): Promise<Response> {
  const referent = await referentDemande(request);
  const charges = await ports.charges(request);
  return request.page({
    title: `Départ de ${nomDe(referent)}`,
    menu: "structures",
    status: state.status,
    breadcrumb: filDeReferent(request, referent, "Départ"),
    body: (
      <PageDepart
        referent={referent}
        collegues={await colleguesDe(request, referent)}
        charges={charges}
        state={state}
        le={aujourdhui(request)}
        peutRemettre={request.agent.droits.has(ports.remise.droit)}
        href={request.href}
      />
    ),
  });
}

async function partir(
  request: Request,
  ports: PortsStructure,
  form: FormValues,
): Promise<Response> {
  const referentId = idParam(request);
  const dernierJour = dateDe(form.text("dernierJour"));
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(dernierJour)) {
    refuser("dernierJour", "Écrivez une date existante : jj/mm/aaaa.");
  }
  const remise = await remettre(request, ports, form, referentId);
  await request.act(quitterReferent, { referentId, dernierJour });
  return request.redirect(
    `/referents/${referentId}`,
    `${remise}Le départ est enregistré : dernier jour le ${formatDate(dernierJour)}.`,
  );
}

async function remettre(
  request: Request,
  ports: PortsStructure,
  form: FormValues,
  referentId: number,
): Promise<string> {
  const { referents } = await ports.charges(request);
  const charge = referents.find((un) => un.referentId === referentId);
  if (!charge || charge.suivies === 0 || !request.agent.droits.has(ports.remise.droit)) return "";
  const repreneur = form.text("repreneur");
  if (repreneur === "") refuser("repreneur", "Dites qui reprend son portefeuille.");
  const phrase = await ports.remise.transmettre(request, {
    deReferentId: referentId,
    versReferentId: repreneur === "partage" ? null : Number(repreneur),
    motif: "Départ du référent",
  });
  return `${phrase} `;
}
