import { lireChampsContrat } from "#accompagnement/contrat";
import { lireChampsCourrier } from "#accompagnement/orientation";
import { lireReperesCourriers } from "#commun/courrier";
import { definirPersonnes, lireJoignables } from "#droits/dossier";
import type { PortsAgenda } from "../accompagnement/agenda/http.ts";
import { lotDeCourriers, type PortsCourrier } from "../commun/courrier/http.ts";
import { messagesSousLesCourriers, type PortsMessage } from "../commun/message/http.ts";
import { type ApportPersonne, cellulesPersonnes } from "../droits/dossier/http.ts";

/** The letters of a person: a tab of her file, and marks on her path. */
export const apportCourriers: ApportPersonne = {
  onglets: [
    {
      key: "courriers",
      label: "Courriers",
      path: "/courriers",
      droit: "courrier:lire",
      quotidien: ["courrier:modele"],
    },
  ],
  async frise(request, personneId) {
    if (!request.agent.droits.has("courrier:lire")) return { bandes: [], reperes: [] };
    const courriers = await request.act(lireReperesCourriers, { personneId });
    return {
      bandes: [],
      reperes: courriers.map(({ id, titre, emisLe, emisPar }) => ({
        date: emisLe,
        label: titre,
        detail: `${titre}, courrier émis par ${emisPar}`,
        kind: "letter",
        href: request.href(`/courriers/${id}`),
      })),
    };
  },
};

export const lotsDeCourriers = [lotDeCourriers];

export function portsCourrier(cadrePersonne: PortsCourrier["cadrePersonne"]): PortsCourrier {
  return {
    lireChamps: lireChampsContrat,
    definirPersonnes,
    cellules: cellulesPersonnes,
    cadrePersonne,
    aussi: messagesSousLesCourriers(lireJoignables),
  };
}

/** How the agenda convenes: by message when the person agrees, else by letter. */
export function portsAgenda(cadrePersonne: PortsAgenda["cadrePersonne"]): PortsAgenda {
  return { cadrePersonne, lireChamps: lireChampsCourrier, lireDestinataires: lireJoignables };
}

const pagesDesObjets: Readonly<Record<string, string>> = {
  "rendez-vous": "/agenda/rendez-vous",
  seance: "/seances",
};

/** What the pages of messages ask of the rest of the product. */
export const portsMessage: PortsMessage = {
  lireDestinataires: lireJoignables,
  definirPersonnes,
  cellules: cellulesPersonnes,
  chemin: (objet, objetId) => {
    const page = pagesDesObjets[objet];
    return page === undefined ? null : `${page}/${objetId}`;
  },
};
