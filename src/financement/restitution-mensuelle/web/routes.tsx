import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatCount, formatMonth } from "#platform/ui/format.ts";
import {
  consulterRestitution,
  listerPersonnesDuChiffre,
} from "../usecases/consulter-restitution.ts";
import { consulterTableau, exporterTableau, listerASuivre } from "../usecases/consulter-tableau.ts";
import { accepterRestitutions, type LotFait } from "../usecases/recevoir-restitutions.ts";
import { relancerRestitutions } from "../usecases/relancer-restitutions.ts";
import { type Acte, actes } from "./actes.ts";
import { lireDemande } from "./demande.ts";
import { type FormatExport, reponseExport } from "./export.ts";
import { cheminDe } from "./mots.tsx";
import { PagePersonnes, titreDe } from "./page-personnes.tsx";
import { PageRestitution } from "./page-restitution.tsx";
import { PageSuivre } from "./page-suivre.tsx";
import { PageTableau } from "./page-tableau.tsx";

const ICI = "/restitutions";
const LIRE = "restitution:lire";
const RECEVOIR = "restitution:recevoir";

export const routesPages: readonly Route[] = [
  { method: "GET", path: ICI, droit: LIRE, handler: liste },
  exporter("csv"),
  exporter("xlsx"),
  lot(
    "accepter",
    (request, restitutions) => request.act(accepterRestitutions, { restitutions }),
    (n) => formatCount(n, "restitution acceptée", "restitutions acceptées"),
  ),
  lot(
    "relancer",
    (request, restitutions) => request.act(relancerRestitutions, { restitutions }),
    (n) => formatCount(n, "relance faite", "relances faites"),
  ),
  {
    method: "GET",
    path: `${ICI}/:id`,
    droit: LIRE,
    handler: (request) => une(request, freshForm(), null),
  },
  { method: "GET", path: `${ICI}/:id/personnes`, droit: LIRE, handler: personnes },
  ...actes.map(
    (acte): Route => ({
      method: "POST",
      path: `${ICI}/:id/${acte.cle}`,
      droit: acte.droit,
      handler: (request) => agir(request, acte),
    }),
  ),
];

/** Who fills sees what she owes; who receives sees the month. */
async function liste(request: Request): Promise<Response> {
  const { droits } = request.agent;
  const remplit = droits.has("restitution:remplir") && !droits.has(RECEVOIR);
  if (remplit && request.query.size === 0) {
    const suivies = await request.act(listerASuivre, {});
    return request.page({
      title: "Restitutions mensuelles",
      menu: "restitutions",
      body: <PageSuivre suivies={suivies} href={request.href} />,
    });
  }
  const demande = lireDemande(request.query);
  const tableau = await request.act(consulterTableau, { mois: demande.mois });
  return request.page({
    title: `Restitutions, ${formatMonth(tableau.mois)}`,
    menu: "restitutions",
    wide: true,
    body: (
      <PageTableau
        tableau={tableau}
        demande={{ ...demande, mois: tableau.mois }}
        href={request.href}
        droits={droits}
      />
    ),
  });
}

function exporter(format: FormatExport): Route {
  return {
    method: "GET",
    path: `${ICI}/export.${format}`,
    droit: LIRE,
    async handler(request) {
      const mois = lireDemande(request.query).mois ?? "";
      const tableau = await request.act(exporterTableau, { mois, format });
      return reponseExport(request, tableau, format, civilDay(request.deps.now()));
    },
  };
}

function lot(
  cle: string,
  faire: (request: Request, restitutions: number[]) => Promise<LotFait & Partial<Adresses>>,
  dire: (nombre: number) => string,
): Route {
  return {
    method: "POST",
    path: `${ICI}/lot/${cle}`,
    droit: RECEVOIR,
    async handler(request) {
      const form = await request.form();
      const retour = retourDe(form);
      const choisies = form.all("cle");
      if (choisies.length === 0) {
        return request.redirect(retour, "Rien n’a été fait : cochez d’abord au moins une ligne.");
      }
      const fait = await faire(request, choisies.map(Number));
      return request.redirect(retour, bilanDe(fait, dire));
    },
  };
}

interface Adresses {
  readonly courriels: number;
  readonly sansAdresse: readonly string[];
}

/** An address of these pages, whatever was written in the hidden field. */
function retourDe(form: FormValues): string {
  const retour = form.text("retour");
  return /^\/restitutions(?:\/\d+)?(?:\?[\w=&-]*)?$/u.test(retour) ? retour : ICI;
}

function bilanDe(
  { faites, laissees, ...autres }: LotFait & Partial<Adresses>,
  dire: (nombre: number) => string,
): string {
  const raisons = Map.groupBy(laissees, ({ message }) => message);
  const suite = [...raisons].map(
    ([message, tues]) =>
      `${formatCount(tues.length, "laissée comme elle était", "laissées comme elles étaient")} : ${message.charAt(0).toLocaleLowerCase("fr")}${message.slice(1)}`,
  );
  const { courriels = 0, sansAdresse = [] } = autres;
  return [
    `${dire(faites)}.`,
    ...(courriels > 0
      ? [`${formatCount(courriels, "opérateur prévenu", "opérateurs prévenus")} par courriel.`]
      : []),
    ...(sansAdresse.length > 0 ? [`Sans adresse, à appeler : ${sansAdresse.join(", ")}.`] : []),
    ...suite,
  ].join(" ");
}

async function une(request: Request, etat: FormState, acte: string | null): Promise<Response> {
  const consultee = await request.act(consulterRestitution, { restitutionId: idParam(request) });
  const { restitution, action } = consultee;
  const mois = formatMonth(restitution.mois);
  return request.page({
    title: `${action.nom}, restitution de ${mois}`,
    menu: "restitutions",
    status: etat.status,
    breadcrumb: [
      { label: "Restitutions", href: request.href(ICI) },
      { label: mois, href: request.href(`${ICI}?mois=${restitution.mois}`) },
      { label: action.nom },
    ],
    body: (
      <PageRestitution
        consultee={consultee}
        etat={etat}
        acte={acte}
        href={request.href}
        droits={request.agent.droits}
      />
    ),
  });
}

async function personnes(request: Request): Promise<Response> {
  const quoi = request.query.get("chiffre") ?? "";
  const lues = await request.act(listerPersonnesDuChiffre, {
    restitutionId: idParam(request),
    quoi: quoi as "debut",
    numero: request.query.get("version"),
  });
  const { restitution, action } = lues;
  const mois = formatMonth(restitution.mois);
  return request.page({
    title: `${titreDe(quoi)}, ${action.nom}, ${mois}`,
    menu: "restitutions",
    breadcrumb: [
      { label: "Restitutions", href: request.href(ICI) },
      { label: mois, href: request.href(`${ICI}?mois=${restitution.mois}`) },
      { label: action.nom, href: request.href(cheminDe(restitution.id)) },
      { label: titreDe(quoi) },
    ],
    body: <PagePersonnes lues={lues} quoi={quoi} href={request.href} />,
  });
}

function agir(request: Request, acte: Acte): Promise<Response> {
  const restitutionId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      const dit = await acte.faire(request, restitutionId, form);
      return request.redirect(cheminDe(restitutionId), dit);
    },
    (etat) => une(request, situer(etat), acte.cle),
  );
}

/** A refusal that names its field is shown beside it. */
function situer(etat: FormState): FormState {
  const champ = etat.refusal instanceof DomainError ? etat.refusal.details["champ"] : undefined;
  const message = etat.problems[""];
  if (typeof champ !== "string" || message === undefined) return etat;
  return { ...etat, problems: { [champ]: message } };
}
