import { civilDay } from "#platform/clock/civil-day.ts";
import type { ListRow } from "#platform/db/list/fetch.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { formatCount, parseDate } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import { listeCourriers } from "../db/liste-courriers.ts";
import { numeroCourrier } from "../domain/courrier.ts";
import { gabaritCourrier } from "../domain/gabarit.ts";
import { lireCourrier, lireDocumentCourrier } from "../usecases/lire-courrier.ts";
import { marquerEnvoyes, noterReception } from "../usecases/suivre-envoi.ts";
import { EtatCourrier } from "./mots.tsx";
import { PageCourrier } from "./page-courrier.tsx";
import type { PortsCourrier } from "./ports.ts";
import { reponsePdf, reponseSvg } from "./reponses.ts";

const droit = "courrier:lire";
const ecrire = "courrier:emettre";

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

/** The list of letters, then each of them: `/courriers/export.csv` is not a letter. */
export function routesListeCourriers({
  definirPersonnes,
  cellules,
  lireChamps,
}: PortsCourrier): readonly Route[] {
  const marquer = marquerEnvoyes(lireChamps);
  return listRoutes({
    path: "/courriers",
    definition: listeCourriers(definirPersonnes),
    title: "Courriers",
    droit,
    droitExport: "personne:exporter",
    menu: "courriers",
    rowHref: ({ key }) => `/courriers/${key}`,
    rowName: ({ values }: ListRow) => `Courrier ${texte(values["numero"])}`,
    cells: {
      ...cellules,
      nom: ({ extra }) => formatName(texte(extra["nom"]), texte(extra["prenom"]), "list"),
      envoye: ({ values, extra }) => (
        <EtatCourrier
          courrier={{
            envoyeLe: texte(values["envoye"]) || null,
            recuLe: null,
            preuve: null,
            imprime: extra["attente"] !== true,
          }}
        />
      ),
    },
    emptyHint:
      "Écrivez à une personne depuis sa fiche, ou à plusieurs en les cochant dans leur liste.",
    batch: [
      {
        key: "envoyes",
        label: "Noter l’envoi aujourd’hui",
        droit: ecrire,
        async run(request, { keys, back }) {
          const notes = await request.act(marquer, {
            courriers: keys.map(Number),
            le: civilDay(request.deps.now()),
          });
          return request.redirect(
            back,
            notes === 0
              ? "Rien n’a changé : l’envoi de ces courriers était déjà noté."
              : `L’envoi est noté pour ${formatCount(notes, "courrier", "courriers")}.`,
          );
        },
      },
    ],
  });
}

export function routesUnCourrier({ lireChamps }: PortsCourrier): readonly Route[] {
  const lire = lireCourrier(lireChamps);
  const lireDocument = lireDocumentCourrier(lireChamps);
  const recevoir = noterReception(lireChamps);

  async function page(request: Request, etat: FormState): Promise<Response> {
    const courrier = await request.act(lire, { id: idParam(request) });
    const { href, agent } = request;
    const numero = numeroCourrier(courrier.annee, courrier.rang);
    return request.page({
      title: `${courrier.titre}, ${courrier.contenu.destinataire[0] ?? ""}`,
      menu: "courriers",
      status: etat.status,
      breadcrumb: [{ label: "Courriers", href: href("/courriers") }, { label: numero }],
      body: (
        <PageCourrier
          courrier={courrier}
          href={href}
          etat={etat}
          peutEcrire={agent.droits.has(ecrire)}
        />
      ),
    });
  }

  return [
    {
      method: "GET",
      path: "/courriers/:id",
      droit,
      handler: (request) => page(request, freshForm()),
    },
    {
      method: "GET",
      path: "/courriers/:id/document.pdf",
      droit,
      async handler(request) {
        const { octets, nom } = await request.act(lireDocument, { id: idParam(request) });
        return reponsePdf(octets, nom);
      },
    },
    {
      method: "GET",
      path: "/courriers/:id/apercu.svg",
      droit,
      async handler(request) {
        const { contenu } = await request.act(lire, { id: idParam(request) });
        return reponseSvg(request, gabaritCourrier, contenu);
      },
    },
    {
      method: "POST",
      path: "/courriers/:id/reception",
      droit: ecrire,
      handler: (request) =>
        submitForm(
          request,
          async (form) => {
            const id = idParam(request);
            await request.act(recevoir, {
              id,
              version: form.text("version"),
              le: parseDate(form.text("le")) ?? form.text("le"),
              preuve: form.text("preuve") as "retour",
            });
            return request.redirect(`/courriers/${id}`, "La réception est notée.");
          },
          (etat) => page(request, etat),
        ),
    },
  ];
}
