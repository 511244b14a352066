import type { FormValues, Request } from "#platform/http/route.ts";
import { resilierContrat, terminerContrat } from "../usecases/mettre-fin.ts";
import {
  abandonnerContrat,
  proposerContrat,
  refuserContrat,
  reprendreRedaction,
  validerContrat,
} from "../usecases/preparer-contrat.ts";
import {
  accorderDerogation,
  amenderContrat,
  definirOffreRaisonnable,
  faireBilan,
  renouvelerContrat,
} from "../usecases/suites-contrat.ts";
import { jour } from "./saisies.ts";

/** One POST of the section; its right is the one of the act behind it. */
export interface Acte {
  readonly cle: string;
  readonly droit: string;
  readonly dit: string;
  readonly faire: (
    request: Request,
    contratId: number,
    form: FormValues,
  ) => Promise<{ readonly personneId: number }>;
}

const ACTIONS_MAX = 40;
const redige = "contrat:rediger";
const valide = "contrat:valider";

const dePreparation = (
  cle: string,
  droit: string,
  dit: string,
  acte: typeof proposerContrat,
): Acte => ({
  cle,
  droit,
  dit,
  faire: (request, contratId, form) =>
    request.act(acte, { contratId, revision: form.text("revision") }),
});

const fin = (cle: string, droit: string, dit: string, acte: typeof terminerContrat): Acte => ({
  cle,
  droit,
  dit,
  faire: (request, contratId, form) =>
    request.act(acte, {
      contratId,
      le: jour(form.text("le")),
      motif: form.text("motif") as "emploi",
      precision: form.text("precision"),
    }),
});

export const actes: readonly Acte[] = [
  dePreparation("proposer", redige, "Le contrat est proposé.", proposerContrat),
  dePreparation("valider", valide, "Le contrat est validé : il peut être signé.", validerContrat),
  dePreparation("reprendre", redige, "Le contrat est à nouveau un brouillon.", reprendreRedaction),
  dePreparation("abandonner", redige, "La préparation est abandonnée.", abandonnerContrat),
  {
    cle: "refuser",
    droit: valide,
    dit: "Le contrat est refusé, avec son motif.",
    faire: (request, contratId, form) =>
      request.act(refuserContrat, {
        contratId,
        revision: form.text("revision"),
        motif: form.text("motif"),
      }),
  },
  {
    cle: "bilan",
    droit: redige,
    dit: "Le bilan est enregistré.",
    faire: (request, contratId, form) =>
      request.act(faireBilan, {
        contratId,
        le: jour(form.text("le")),
        realisations: lireRealisations(form),
        conclusion: form.text("conclusion") as "continue",
        commentaire: form.text("commentaire"),
        suivantLe: jour(form.text("suivantLe")),
        reexamen: form.text("reexamen") !== "",
      }),
  },
  {
    cle: "renouveler",
    droit: redige,
    dit: "Le renouvellement est en préparation.",
    faire: (request, contratId, form) =>
      request.act(renouvelerContrat, { contratId, mois: form.text("mois") }),
  },
  {
    cle: "amender",
    droit: redige,
    dit: "L’avenant est en préparation.",
    faire: (request, contratId, form) =>
      request.act(amenderContrat, { contratId, motif: form.text("motif") }),
  },
  {
    cle: "offre",
    droit: redige,
    dit: "L’offre raisonnable d’emploi est définie.",
    faire: (request, contratId, form) =>
      request.act(definirOffreRaisonnable, { contratId, le: jour(form.text("le")) }),
  },
  {
    cle: "derogation",
    droit: valide,
    dit: "La dérogation est accordée.",
    faire: (request, contratId, form) =>
      request.act(accorderDerogation, {
        contratId,
        code: form.text("code"),
        motif: form.text("motif"),
      }),
  },
  fin("fin", redige, "Le contrat est terminé.", terminerContrat),
  fin("resilier", valide, "Le contrat est résilié.", resilierContrat),
];

/** By the rank of each action; what nobody answered stays unsaid. */
function lireRealisations(form: FormValues) {
  const dites = Array.from(
    { length: ACTIONS_MAX },
    (_, rang) => form.text(`realisation-${rang}`) || null,
  );
  const derniere = dites.findLastIndex((dite) => dite !== null);
  return dites.slice(0, derniere + 1) as ("oui" | "partie" | "non" | null)[];
}
