import { civilDay } from "#platform/clock/civil-day.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatDate, parseDate } from "#platform/ui/format.ts";
import { type Convocations, convoquer } from "../usecases/convoquer.ts";
import { lirePourPrendre } from "../usecases/lire-pour-prendre.ts";
import { prendreRendezVous } from "../usecases/prendre-rendez-vous.ts";
import { PagePrendre } from "./page-prendre.tsx";
import type { PortsAgenda } from "./ports.ts";
import { fil } from "./routes-agenda.tsx";
import { coche, jourSaisi } from "./saisie.ts";

const droit = "agenda:tenir";
const nombreDe = (ecrit: string | undefined) =>
  ecrit !== undefined && /^[1-9]\d{0,8}$/u.test(ecrit) ? Number(ecrit) : null;

export function routesPrendre(ports: PortsAgenda): readonly Route[] {
  const prevenir = convoquer(ports);
  return [
    { method: "GET", path: "/agenda/prendre", droit, handler: (request) => ouvrir(request) },
    {
      method: "POST",
      path: "/agenda/prendre",
      droit,
      handler: (request) =>
        submitForm(
          request,
          (form) => prendre(request, form, prevenir),
          (etat) => page(request, etat),
        ),
    },
  ];
}

/** What the address says already: a slot chosen, a person, a reason. */
function ouvrir(request: Request): Promise<Response> {
  const { query } = request;
  const jour = query.get("jour") ?? "";
  const dit = (nom: string) => query.get(nom) ?? "";
  return page(
    request,
    freshForm({
      structure: dit("structure"),
      personne: dit("personne"),
      q: dit("q"),
      motif: dit("motif"),
      referentId: dit("referent"),
      salleId: dit("salle"),
      jour: /^\d{4}-/u.test(jour) ? formatDate(jour) : jour,
      heure: dit("heure"),
    }),
  );
}

async function page(request: Request, etat: FormState): Promise<Response> {
  const { values } = etat;
  const aujourdhui = civilDay(request.deps.now());
  const { agenda, personne, trouvees } = await request.act(lirePourPrendre, {
    structureId: nombreDe(values["structure"]),
    referentId: nombreDe(values["referentId"]),
    personneId: nombreDe(values["personne"]),
    recherche: values["q"] ?? "",
    jour: parseDate(values["jour"] ?? "") ?? aujourdhui,
  });
  const complet = {
    ...etat,
    values: {
      ...values,
      referentId: values["referentId"] || String(personne?.referentId ?? ""),
      jourIso: parseDate(values["jour"] ?? "") ?? "",
    },
  };
  return request.page({
    title: "Prendre un rendez-vous",
    menu: "agenda",
    status: etat.status,
    breadcrumb: fil(request, "Prendre un rendez-vous"),
    body: (
      <PagePrendre
        agenda={agenda}
        personne={personne}
        trouvees={trouvees}
        etat={complet}
        href={request.href}
      />
    ),
  });
}

async function prendre(
  request: Request,
  form: FormValues,
  prevenir: ReturnType<typeof convoquer>,
): Promise<Response> {
  const personne = form.text("personne");
  const { rendezVousId } = await request.act(prendreRendezVous, {
    structureId: form.text("structure"),
    motif: form.text("motif"),
    modalite: form.text("modalite") as "individuel",
    jour: jourSaisi(form.text("jour")),
    heure: form.text("heure"),
    duree: form.text("duree"),
    referentId: form.text("referentId"),
    salleId: form.text("salleId"),
    personnes: personne === "" ? [] : [personne],
    horsHoraires: coche(form, "horsHoraires"),
  });
  const dit = coche(form, "convoquer")
    ? convocationEnMots(await request.act(prevenir, { rendezVous: [rendezVousId] }))
    : "";
  return request.redirect(
    `/agenda/rendez-vous/${rendezVousId}`,
    ["Le rendez-vous est pris.", dit].filter(Boolean).join(" "),
  );
}

/** What left, and whom nothing could be written to. */
export function convocationEnMots({
  courriels,
  sms,
  courriers,
  tardives,
  sans,
}: Convocations): string {
  const parties = [
    ...(courriels > 0 ? [`${courriels} par courriel`] : []),
    ...(sms > 0 ? [`${sms} par SMS`] : []),
    ...(courriers.length > 0 ? [`${courriers.length} par lettre`] : []),
  ];
  const ecrit = parties.length === 0 ? "" : `Écrit : ${parties.join(", ")}.`;
  const retard =
    tardives === 0
      ? ""
      : tardives === 1
        ? "La lettre peut arriver après le rendez-vous : appelez aussi la personne."
        : `${tardives} lettres peuvent arriver après le rendez-vous : appelez aussi ces personnes.`;
  const [premiere] = sans;
  const manque =
    premiere === undefined
      ? ""
      : sans.length === 1
        ? `${premiere.raison}.`
        : `${sans.length} personnes sont à prévenir autrement.`;
  return [ecrit, retard, manque].filter(Boolean).join(" ");
}
