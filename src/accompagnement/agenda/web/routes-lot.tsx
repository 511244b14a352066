import { ajouterJours } from "#commun/echeance";
import { civilDay } from "#platform/clock/civil-day.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatCount, formatDate, parseDate } from "#platform/ui/format.ts";
import type { ListOptions } from "#platform/ui/list/list-routes.tsx";
import {
  affecterCreneaux,
  lireLotRendezVous,
  preparerLot,
  preparerLotSuivi,
} from "../usecases/affecter-creneaux.ts";
import { convoquer } from "../usecases/convoquer.ts";
import { lireJour } from "../usecases/lire-agenda.ts";
import { PageChoisirLot, PageLot } from "./page-lot.tsx";
import type { PortsAgenda } from "./ports.ts";
import { fil } from "./routes-agenda.tsx";
import { convocationEnMots } from "./routes-prendre.tsx";
import { coche, jourSaisi, nombre } from "./saisie.ts";

const droit = "agenda:tenir";
const JOURS_PROPOSES = 14;

/** The act offered on a list of persons. */
export const lotDeRendezVous: NonNullable<ListOptions["batch"]>[number] = {
  key: "rendez-vous",
  label: "Donner des rendez-vous",
  droit,
  async run(request, { keys }) {
    const id = await request.act(preparerLot, {
      libelle: formatCount(keys.length, "personne choisie", "personnes choisies"),
      personnes: keys.map(Number),
    });
    return request.redirect(`/agenda/lot/${id}`);
  },
};

export function routesLot(ports: PortsAgenda): readonly Route[] {
  const prevenir = convoquer(ports);
  return [
    { method: "GET", path: "/agenda/lot", droit, handler: (r) => choisir(r, freshForm()) },
    {
      method: "POST",
      path: "/agenda/lot",
      droit,
      handler: (request) =>
        submitForm(
          request,
          async (form) => {
            const id = await request.act(preparerLotSuivi, {
              structureId: form.text("structure"),
              referentId: form.text("referentId"),
              sansRendezVous: coche(form, "sansRendezVous"),
            });
            return request.redirect(`/agenda/lot/${id}?structure=${form.text("structure")}`);
          },
          (etat) => choisir(request, etat),
        ),
    },
    { method: "GET", path: "/agenda/lot/:id", droit, handler: (r) => lot(r, demande(r)) },
    {
      method: "POST",
      path: "/agenda/lot/:id",
      droit,
      handler: (request) =>
        submitForm(
          request,
          (form) => affecter(request, form, prevenir),
          (etat) => lot(request, etat),
        ),
    },
  ];
}

async function choisir(request: Request, etat: FormState): Promise<Response> {
  const ecrit = Number(etat.values["structure"]);
  const agenda = await request.act(lireJour, {
    structureId: nombre(request, "structure") ?? (ecrit > 0 ? ecrit : null),
  });
  return request.page({
    title: "Convoquer un groupe",
    menu: "agenda",
    status: etat.status,
    breadcrumb: fil(request, "Convoquer un groupe"),
    body: <PageChoisirLot agenda={agenda} etat={etat} href={request.href} />,
  });
}

/** What the address asks to see, or the next two weeks. */
function demande(request: Request): FormState {
  const { query } = request;
  const demain = ajouterJours(civilDay(request.deps.now()), 1);
  const dit = (nom: string, defaut = "") => query.get(nom) ?? defaut;
  return freshForm({
    structure: dit("structure"),
    motif: dit("motif"),
    chez: dit("chez", "referent"),
    du: dit("du", formatDate(demain)),
    au: dit("au", formatDate(ajouterJours(demain, JOURS_PROPOSES))),
  });
}

async function lot(request: Request, etat: FormState): Promise<Response> {
  const { values } = etat;
  const structure = Number(values["structure"]);
  const agenda = await request.act(lireJour, { structureId: structure > 0 ? structure : null });
  const du = parseDate(values["du"] ?? "");
  const au = parseDate(values["au"] ?? "");
  const pret = values["motif"] && agenda.structure && du && au;
  const id = idParam(request);
  const prepare = await request.act(
    lireLotRendezVous,
    pret
      ? {
          ...{ id, structureId: agenda.structure?.id, motif: values["motif"], du, au },
          chezSonReferent: values["chez"] !== "libre",
        }
      : { id },
  );
  return request.page({
    title: "Répartir les rendez-vous",
    menu: "agenda",
    status: etat.status,
    breadcrumb: fil(request, "Convoquer un groupe"),
    body: (
      <PageLot
        agenda={agenda}
        prepare={prepare}
        etat={{
          ...etat,
          values: { ...values, structure: String(agenda.structure?.id ?? "") },
        }}
        href={request.href}
      />
    ),
  });
}

async function affecter(
  request: Request,
  form: FormValues,
  prevenir: ReturnType<typeof convoquer>,
): Promise<Response> {
  const id = idParam(request);
  const { rendezVous, servies, sans } = await request.act(affecterCreneaux, {
    id,
    structureId: form.text("structure"),
    motif: form.text("motif"),
    du: jourSaisi(form.text("du")),
    au: jourSaisi(form.text("au")),
    chezSonReferent: form.text("chez") !== "libre",
  });
  const dit =
    coche(form, "convoquer") && rendezVous.length > 0
      ? convocationEnMots(await request.act(prevenir, { rendezVous: [...rendezVous] }))
      : "";
  const pris = formatCount(servies, "personne a son rendez-vous", "personnes ont leur rendez-vous");
  const reste =
    sans.length === 0 ? "." : `, ${formatCount(sans.length, "n’en a pas", "n’en ont pas")}.`;
  return request.redirect(`/agenda/lot/${id}`, [`${pris}${reste}`, dit].filter(Boolean).join(" "));
}
