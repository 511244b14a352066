import { civilDay } from "#platform/clock/civil-day.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { formatCount } from "#platform/ui/format.ts";
import type { ListOptions } from "#platform/ui/list/list-routes.tsx";
import { type MoyenEnvoi, moyensEnvoi } from "../domain/courrier.ts";
import { gabaritCourrier } from "../domain/gabarit.ts";
import {
  abandonnerLot,
  emettreLot,
  imprimerLot,
  lireLot,
  preparerLot,
  suivreLot,
} from "../usecases/lots.ts";
import { marquerLotEnvoye } from "../usecases/suivre-envoi.ts";
import { Avancement, PageLot } from "./page-lot.tsx";
import type { PortsCourrier } from "./ports.ts";
import { reponseLot } from "./reponses.ts";

const droit = "courrier:emettre";

/** The act offered on a list of persons: keeps who is chosen, then asks which letter. */
export const lotDeCourriers: NonNullable<ListOptions["batch"]>[number] = {
  key: "courriers",
  label: "Écrire un courrier",
  droit,
  async run(request, { keys }) {
    const id = await request.act(preparerLot, {
      libelle: formatCount(keys.length, "personne choisie", "personnes choisies"),
      personnes: keys.map(Number),
    });
    return request.redirect(`/courriers/lots/${id}`);
  },
};

export function routesLots({ lireChamps }: PortsCourrier): readonly Route[] {
  const lire = lireLot(lireChamps);
  const emettre = emettreLot(lireChamps);
  const poste = (fin: string, handler: Route["handler"]): Route => ({
    method: "POST",
    path: `/courriers/lots/:id/${fin}`,
    droit,
    handler,
  });
  return [
    {
      method: "GET",
      path: "/courriers/lots/:id",
      droit,
      async handler(request) {
        const moyen = moyenDe(request.query.get("moyen"));
        const modele = request.query.get("modele");
        const lu = await request.act(lire, { id: idParam(request), modele, moyen });
        return pageLot(request, lu, moyen ?? "lettre-simple");
      },
    },
    { method: "GET", path: "/courriers/lots/:id/avancement", droit, handler: avancement },
    {
      method: "GET",
      path: "/courriers/lots/:id/impression.pdf",
      droit,
      async handler(request) {
        const { lot, lettres } = await request.act(imprimerLot, { id: idParam(request) });
        return reponseLot(request, gabaritCourrier, {
          titre: `Lot de courriers ${lot.id}`,
          lettres,
        });
      },
    },
    poste("emettre", async (request) => {
      const id = idParam(request);
      const form = await request.form();
      const { emis } = await request.act(emettre, {
        id,
        modele: form.text("modele"),
        moyen: form.text("moyen") as MoyenEnvoi,
      });
      return request.redirect(
        `/courriers/lots/${id}`,
        `${formatCount(emis, "courrier est émis", "courriers sont émis")}.`,
      );
    }),
    poste("abandonner", async (request) => {
      await request.act(abandonnerLot, { id: idParam(request) });
      return request.redirect("/courriers", "Le lot est abandonné : aucun courrier n’a été émis.");
    }),
    poste("envoyer", async (request) => {
      const id = idParam(request);
      const notes = await request.act(marquerLotEnvoye, { id, le: civilDay(request.deps.now()) });
      return request.redirect(
        `/courriers/lots/${id}`,
        `L’envoi est noté pour ${formatCount(notes, "courrier", "courriers")}.`,
      );
    }),
  ];
}

function moyenDe(texte: string | null): MoyenEnvoi | null {
  const connus = Object.keys(moyensEnvoi) as MoyenEnvoi[];
  return connus.find((moyen) => moyen === texte) ?? null;
}

async function avancement(request: Request): Promise<Response> {
  const suivi = await request.act(suivreLot, { id: idParam(request) });
  const { id, libelle } = suivi.lot;
  const { href } = request;
  return request.page({
    title: `Impression du lot de courriers n° ${id}`,
    menu: "courriers",
    breadcrumb: [
      { label: "Courriers", href: href("/courriers") },
      { label: `Lot n° ${id}`, href: href(`/courriers/lots/${id}`) },
      { label: "Impression" },
    ],
    body: (
      <>
        <PageHeader over={`Lot de courriers n° ${id}`} title={libelle} />
        <Avancement suivi={suivi} href={href} />
      </>
    ),
  });
}

function pageLot(
  request: Request,
  lu: Parameters<typeof PageLot>[0]["lu"],
  moyen: string,
): Promise<Response> {
  const { href } = request;
  return request.page({
    title: `Lot de courriers n° ${lu.lot.id}`,
    menu: "courriers",
    breadcrumb: [
      { label: "Courriers", href: href("/courriers") },
      { label: `Lot n° ${lu.lot.id}` },
    ],
    body: <PageLot lu={lu} href={href} moyen={moyen} />,
  });
}
