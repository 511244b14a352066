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

type Rouvertes = Awaited<ReturnType<typeof transmettreRestitution.execute>>["rouvertes"];

function transmise(rouvertes: Rouvertes): string {
  const dit = "La restitution est certifiée et transmise au département.";
  if (rouvertes.length === 0) return dit;
  const mois = rouvertes.map((une) => moisEnMots(une.mois)).join(", ");
  return `${dit} ${formatCount(rouvertes.length, "mois suivant est rouvert", "mois suivants sont rouverts")} depuis le stock rectifié : ${mois}.`;
}

export const actes: readonly Acte[] = [
  {
    cle: "verifier",
    droit: "restitution:remplir",
    async faire(request, id, form) {
      await request.act(verifierRestitution, saisie(id, form));
      return "La restitution est enregistrée : elle reste à certifier.";
    },
  },
  {
    cle: "rendre",
    droit: "restitution:certifier",
    async faire(request, id, form) {
      const { rouvertes } = await request.act(rendreRestitution, saisie(id, form));
      return transmise(rouvertes);
    },
  },
  {
    cle: "certifier",
    droit: "restitution:certifier",
    async faire(request, id, form) {
      await request.act(certifierRestitution, etape(id, form));
      return "La restitution est certifiée : il reste à la transmettre.";
    },
  },
  {
    cle: "transmettre",
    droit: "restitution:certifier",
    async faire(request, id, form) {
      const { rouvertes } = await request.act(transmettreRestitution, etape(id, form));
      return transmise(rouvertes);
    },
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
  {
    cle: "accepter",
    droit: "restitution:recevoir",
    async faire(request, id, form) {
      await request.act(accepterRestitution, etape(id, form));
      return "La restitution est acceptée.";
    },
  },
  {
    cle: "renvoyer",
    droit: "restitution:recevoir",
    async faire(request, id, form) {
      await request.act(renvoyerRestitution, { ...etape(id, form), motif: form.text("motif") });
      return "La restitution est renvoyée à l’opérateur, avec ce qu’il doit revoir.";
    },
  },
];
