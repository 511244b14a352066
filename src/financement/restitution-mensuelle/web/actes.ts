import type { FormValues, Request } from "#platform/http/route.ts";
import { formatCount } from "#platform/ui/format.ts";
import { moisEnMots } from "../domain/mots.ts";
import { certifierRestitution } from "../usecases/certifier-restitution.ts";
import { accepterRestitution, renvoyerRestitution } from "../usecases/recevoir-restitutions.ts";
import { rectifierRestitution } from "../usecases/rectifier-restitution.ts";
import { rendreRestitution } from "../usecases/rendre-restitution.ts";
import { transmettreRestitution } from "../usecases/transmettre-restitution.ts";
import { verifierRestitution } from "../usecases/verifier-restitution.ts";

/** One POST of the page of a return; its right is the one of the act behind it. */
export interface Acte {
  readonly cle: string;
  readonly droit: string;
  /** Gives what is said once it is done. */
  readonly faire: (request: Request, restitutionId: number, form: FormValues) => Promise<string>;
}

const saisie = (restitutionId: number, form: FormValues) => ({
  restitutionId,
  revision: form.text("revision"),
  commentaire: form.text("commentaire"),
  neant: form.text("neant"),
  vus: form.text("vus"),
});
const etape = (restitutionId: number, form: FormValues) => ({
  restitutionId,
  revision: form.text("revision"),
});

type Transmise = Awaited<ReturnType<typeof transmettreRestitution.execute>>;

function transmise({ rouvertes }: Pick<Transmise, "rouvertes">): string {
  const dit = "La restitution est certifiée et transmise au département.";
  if (rouvertes.length === 0) return dit;
  const mois = rouvertes.map((une) => moisEnMots(une.mois)).join(", ");
  return `${dit} ${formatCount(rouvertes.length, "mois suivant est rouvert", "mois suivants sont rouverts")} depuis le stock rectifié : ${mois}.`;
}

/** An act that is always said done in the same words. */
function dit(
  cle: string,
  droit: string,
  phrase: string,
  faire: (request: Request, restitutionId: number, form: FormValues) => Promise<unknown>,
): Acte {
  return {
    cle,
    droit,
    async faire(...demande) {
      await faire(...demande);
      return phrase;
    },
  };
}

export const actes: readonly Acte[] = [
  dit(
    "verifier",
    "restitution:remplir",
    "La restitution est enregistrée : elle reste à certifier.",
    (request, id, form) => request.act(verifierRestitution, saisie(id, form)),
  ),
  {
    cle: "rendre",
    droit: "restitution:certifier",
    faire: async (request, id, form) =>
      transmise(await request.act(rendreRestitution, saisie(id, form))),
  },
  dit(
    "certifier",
    "restitution:certifier",
    "La restitution est certifiée : il reste à la transmettre.",
    (request, id, form) => request.act(certifierRestitution, etape(id, form)),
  ),
  {
    cle: "transmettre",
    droit: "restitution:certifier",
    faire: async (request, id, form) =>
      transmise(await request.act(transmettreRestitution, etape(id, form))),
  },
  {
    cle: "rectifier",
    droit: "restitution:remplir",
    async faire(request, id, form) {
      const { apresBilan } = await request.act(rectifierRestitution, {
        ...etape(id, form),
        motif: form.text("motif"),
      });
      return apresBilan
        ? "La rectification est ouverte. Le bilan de l’année est arrêté : elle sera signalée au département."
        : "La rectification est ouverte : vérifiez les chiffres, puis transmettez-les.";
    },
  },
  dit("accepter", "restitution:recevoir", "La restitution est acceptée.", (request, id, form) =>
    request.act(accepterRestitution, etape(id, form)),
  ),
  dit(
    "renvoyer",
    "restitution:recevoir",
    "La restitution est renvoyée à l’opérateur, avec ce qu’il doit revoir.",
    (request, id, form) =>
      request.act(renvoyerRestitution, { ...etape(id, form), motif: form.text("motif") }),
  ),
];
