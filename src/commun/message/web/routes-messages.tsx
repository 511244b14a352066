import type { VNode } from "preact";
import type { ListRow } from "#platform/db/list/fetch.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import type { OutboxState } from "#platform/outbox/message.ts";
import { formatCount } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import { listeMessages } from "../db/liste-messages.ts";
import { libellesUsageMessage } from "../domain/mots.ts";
import type { LireDestinataires } from "../usecases/envoyer-messages.ts";
import { lireMessage, listerMessages } from "../usecases/lister-messages.ts";
import { relancerMessages, retirerMessages } from "../usecases/relancer-messages.ts";
import { CarteMessages } from "./carte-messages.tsx";
import { EtatMessage } from "./etat-message.tsx";
import { PageMessage, titreDuMessage } from "./page-message.tsx";
import type { PortsMessage } from "./ports.ts";

const droit = "courrier:lire";
const ecrire = "courrier:emettre";

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

/** The list of messages, then each of them: `/messages/export.csv` is not a message. */
export function routesMessage(ports: PortsMessage): readonly Route[] {
  return [...routesListe(ports), ...routesUnMessage(ports)];
}

function relances(nombre: number): string {
  return nombre === 0
    ? "Rien à réessayer : ces messages sont partis, retirés, trop anciens, ou attendent leur heure."
    : `${formatCount(nombre, "message sera réessayé", "messages seront réessayés")} dans la minute.`;
}

function retraits(nombre: number): string {
  return nombre === 0
    ? "Rien n’a été retiré : ces messages sont déjà partis, ou sur le départ."
    : `${formatCount(nombre, "message ne partira pas", "messages ne partiront pas")}.`;
}

function routesListe(ports: PortsMessage): readonly Route[] {
  const { definirPersonnes, cellules, lireDestinataires } = ports;
  const relancer = relancerMessages(lireDestinataires);
  const retirer = retirerMessages(lireDestinataires);
  const lot = (act: typeof relancer, mots: (nombre: number) => string) =>
    async function run(
      request: Request,
      { keys, back }: { readonly keys: readonly (string | number)[]; readonly back: string },
    ): Promise<Response> {
      return request.redirect(back, mots(await request.act(act, { messages: keys.map(Number) })));
    };
  return listRoutes({
    path: "/messages",
    definition: listeMessages(definirPersonnes),
    title: "Messages",
    droit,
    droitExport: "personne:exporter",
    menu: "messages",
    rowHref: ({ key }) => `/messages/${key}`,
    rowName: ({ values, extra }: ListRow) =>
      `${usageEnMots(values["usage"])}, ${formatName(texte(extra["nom"]), texte(extra["prenom"]), "list")}`,
    cells: {
      ...cellules,
      nom: ({ extra }) => formatName(texte(extra["nom"]), texte(extra["prenom"]), "list"),
      depart: ({ values, extra }) => (
        <EtatMessage
          etat={texte(values["depart"]) as OutboxState}
          essais={Number(extra["essais"])}
          pasAvant={texte(extra["pasAvant"]) || null}
          finiLe={texte(extra["finiLe"]) || null}
        />
      ),
    },
    emptyHint:
      "Une convocation envoyée depuis l’agenda part par courriel ou par SMS quand la personne en est d’accord.",
    batch: [
      { key: "relancer", label: "Réessayer", droit: ecrire, run: lot(relancer, relances) },
      { key: "retirer", label: "Ne pas envoyer", droit: ecrire, run: lot(retirer, retraits) },
    ],
  });
}

function usageEnMots(usage: unknown): string {
  return new Map<unknown, string>(Object.entries(libellesUsageMessage)).get(usage) ?? "Message";
}

function routesUnMessage({ lireDestinataires, chemin }: PortsMessage): readonly Route[] {
  const lire = lireMessage(lireDestinataires);
  const apres = (act: ReturnType<typeof relancerMessages>, mots: (nombre: number) => string) =>
    async function handler(request: Request): Promise<Response> {
      const id = idParam(request);
      return request.redirect(`/messages/${id}`, mots(await request.act(act, { messages: [id] })));
    };
  return [
    {
      method: "GET",
      path: "/messages/:id",
      droit,
      async handler(request) {
        const message = await request.act(lire, { id: idParam(request) });
        const { href, agent } = request;
        const { objet, objetId } = message;
        return request.page({
          title: titreDuMessage(message),
          menu: "messages",
          breadcrumb: [
            { label: "Messages", href: href("/messages") },
            { label: `n° ${message.id}` },
          ],
          body: (
            <PageMessage
              message={message}
              objet={objet !== null && objetId !== null ? chemin(objet, objetId) : null}
              href={href}
              peutEcrire={agent.droits.has(ecrire)}
            />
          ),
        });
      },
    },
    {
      method: "POST",
      path: "/messages/:id/relancer",
      droit: ecrire,
      handler: apres(relancerMessages(lireDestinataires), relances),
    },
    {
      method: "POST",
      path: "/messages/:id/retirer",
      droit: ecrire,
      handler: apres(retirerMessages(lireDestinataires), retraits),
    },
  ];
}

/** What the page of a person’s letters shows under them. */
export function messagesSousLesCourriers(lireDestinataires: LireDestinataires) {
  const lister = listerMessages(lireDestinataires);
  return async (request: Request, personneId: number): Promise<VNode> => (
    <CarteMessages messages={await request.act(lister, { personneId })} href={request.href} />
  );
}
