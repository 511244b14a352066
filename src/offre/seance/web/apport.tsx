import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import type { ListOptions } from "#platform/ui/list/list-routes.tsx";
import { resumerSeancesPersonne } from "../usecases/lire-seances.ts";
import { CarteSeances, reperesDe } from "./page-personne.tsx";

const droit = "seance:lire";

/** What sessions show on the page of a person: the next ones, and those on la frise. */
export const apportSeance = {
  async frise(request: Request, personneId: number) {
    if (!request.agent.droits.has(droit)) return { bandes: [], reperes: [] };
    const lues = await request.act(resumerSeancesPersonne, { personneId });
    return { bandes: [], reperes: reperesDe(lues, request.href) };
  },
  async cartes(request: Request, personneId: number): Promise<readonly VNode[]> {
    const { droits } = request.agent;
    if (!droits.has(droit)) return [];
    const lues = await request.act(resumerSeancesPersonne, { personneId });
    const carte = CarteSeances({ lues, href: request.href, tient: droits.has("seance:tenir") });
    return carte ? [carte] : [];
  },
} as const;

/** The act offered on a list of persons. */
export const lotDeSeance: NonNullable<ListOptions["batch"]>[number] = {
  key: "seance",
  label: "Inscrire à une séance",
  droit: "seance:tenir",
  run: (request, { keys }) =>
    Promise.resolve(request.redirect(`/seances/inscrire?personnes=${keys.join(",")}`)),
};

export const ongletSeances = {
  key: "seances",
  label: "Séances",
  path: "/seances",
  droit,
} as const;

/** What sessions add to the pages of an action. */
export const seancesDAction = { onglets: [ongletSeances] } as const;
