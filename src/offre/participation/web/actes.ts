import type { FormValues, Request } from "#platform/http/route.ts";
import { annulerSejour, arbitrerSortie } from "../usecases/arbitrer-sortie.ts";
import { renouvelerSejour, reprendreSejour, suspendreSejour } from "../usecases/durer.ts";
import {
  noterRealisation,
  noterSuite,
  retirerUneRealisation,
} from "../usecases/noter-realisation.ts";
import { rouvrirSejour } from "../usecases/sortir-d-action.ts";
import { entier, jour } from "./saisies.ts";

interface ActeDuSejour {
  /** End of its address. */
  readonly cle: string;
  readonly droit: string;
  /** Said once it is done. */
  readonly fait: string;
  readonly faire: (request: Request, sejourId: number, form: FormValues) => Promise<unknown>;
}

const droit = "participation:tenir";

/** What is done from the page of a stay, each by its form. */
export const actesDuSejour: readonly ActeDuSejour[] = [
  {
    cle: "arbitrer",
    droit: "participation:arbitrer",
    fait: "La classe est fixée.",
    faire: (request, sejourId, form) =>
      request.act(arbitrerSortie, {
        sejourId,
        version: entier(form.text("version")),
        classe: form.text("classe") as "durable",
        motif: form.text("motif"),
      }),
  },
  {
    cle: "suite",
    droit,
    fait: "La suite est notée.",
    faire: (request, sejourId, form) =>
      request.act(noterSuite, {
        sejourId,
        jalon: form.text("jalon"),
        le: jour(form.text("le")),
        issue: form.text("issue") as "rompu",
        commentaire: form.text("commentaire"),
      }),
  },
  {
    cle: "realisation",
    droit,
    fait: "C’est noté.",
    faire: (request, sejourId, form) =>
      request.act(noterRealisation, {
        sejourId,
        nature: form.text("nature") as "rencontre",
        le: jour(form.text("le")),
        precision: form.text("precision"),
        frein: form.text("frein"),
      }),
  },
  {
    cle: "retirer-realisation",
    droit,
    fait: "Le fait est retiré.",
    faire: (request, sejourId, form) =>
      request.act(retirerUneRealisation, { sejourId, realisationId: form.text("realisationId") }),
  },
  {
    cle: "suspendre",
    droit,
    fait: "Le séjour est suspendu : la place reste prise.",
    faire: (request, sejourId, form) =>
      request.act(suspendreSejour, {
        sejourId,
        motif: form.text("motif") as "formation",
        du: jour(form.text("du")),
        au: jour(form.text("au")),
      }),
  },
  {
    cle: "reprendre",
    droit,
    fait: "La reprise est notée.",
    faire: (request, _, form) =>
      request.act(reprendreSejour, {
        suspensionId: form.text("suspensionId"),
        au: jour(form.text("au")),
      }),
  },
  {
    cle: "renouveler",
    droit,
    fait: "Le séjour est renouvelé.",
    faire: (request, sejourId, form) =>
      request.act(renouvelerSejour, {
        sejourId,
        mois: form.text("mois"),
        motif: form.text("motif"),
        exception: form.text("exception"),
      }),
  },
  {
    cle: "rouvrir",
    droit,
    fait: "La personne est de nouveau dans l’action.",
    faire: (request, sejourId, form) =>
      request.act(rouvrirSejour, {
        sejourId,
        version: entier(form.text("version")),
        motif: form.text("motif"),
      }),
  },
  {
    cle: "annuler",
    droit,
    fait: "Le séjour est annulé.",
    faire: (request, sejourId, form) =>
      request.act(annulerSejour, {
        sejourId,
        version: entier(form.text("version")),
        motif: form.text("motif"),
      }),
  },
];
