import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { listActs } from "#platform/ui/list/list-acts.ts";
import { listeEssais } from "../db/liste-courriers.ts";
import { gabaritApercu } from "../domain/apercu.ts";
import { essayerModele, essayerSurExemple } from "../usecases/essayer.ts";
import {
  abandonnerBrouillon,
  adopterModele,
  enregistrerBrouillon,
  lireModele,
  listerModeles,
} from "../usecases/modeles.ts";
import type { EssaiSur } from "./apercu-modele.tsx";
import { PageModele } from "./page-modele.tsx";
import { PageModeles } from "./page-modeles.tsx";
import type { PortsCourrier } from "./ports.ts";
import { reponseSvg } from "./reponses.ts";
import { appliquerGeste, lireSaisie, saisieDe } from "./saisie-modele.ts";

const droit = "courrier:modele";
const lireDesPersonnes = "courrier:lire";
const AU_PLUS = 8;

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

export function routesModeles(ports: PortsCourrier): readonly Route[] {
  const essayer = essayerModele(ports.lireChamps);
  const essaiDe = essais(ports, essayer);

  async function editeur(request: Request, etat: FormState, saisie = lireEtat(etat)) {
    const code = request.params["code"] ?? "";
    const lu = await request.act(lireModele, { code });
    const ecrit = lu.brouillon?.contenu ?? lu.enVigueur?.modele;
    const contenu = saisie ?? (ecrit ? saisieDe(ecrit) : lireSaisie(rienDeSaisi));
    const { href } = request;
    return request.page({
      title: `Modèle « ${contenu.titre} »`,
      menu: "modeles",
      wide: true,
      status: etat.status,
      breadcrumb: [
        { label: "Modèles de courrier", href: href("/courriers/modeles") },
        { label: contenu.titre },
      ],
      body: (
        <PageModele
          lu={lu}
          saisie={contenu}
          revision={lu.brouillon?.revision ?? 0}
          etat={etat}
          essai={await essaiDe(request, code, lu.brouillon?.revision ?? 0)}
          href={href}
        />
      ),
    });
  }

  function enregistrer(request: Request): Promise<Response> {
    const code = request.params["code"] ?? "";
    return submitForm(
      request,
      async (form) => {
        const contenu = appliquerGeste(lireSaisie(form), form.text("geste"));
        await request.act(enregistrerBrouillon, { code, revision: form.text("revision"), contenu });
        return request.redirect(`/courriers/modeles/${code}`, "Le brouillon est enregistré.");
      },
      (etat) => editeur(request, etat),
    );
  }

  return [
    { method: "GET", path: "/courriers/modeles", droit, handler: liste },
    {
      method: "GET",
      path: "/courriers/modeles/:code",
      droit,
      handler: (request) => editeur(request, freshForm()),
    },
    { method: "POST", path: "/courriers/modeles/:code", droit, handler: enregistrer },
    { method: "POST", path: "/courriers/modeles/:code/adopter", droit, handler: adopter },
    { method: "POST", path: "/courriers/modeles/:code/abandonner", droit, handler: abandonner },
    {
      method: "GET",
      path: "/courriers/modeles/:code/apercu.svg",
      droit,
      async handler(request) {
        const quoi = { code: request.params["code"] ?? "", brouillon: true };
        const personneId = placeParam(request, "personne");
        const lettre =
          personneId === null
            ? await request.act(essayerSurExemple, quoi)
            : (await request.act(essayer, { ...quoi, personneId })).lettre;
        return reponseSvg(request, gabaritApercu, lettre);
      },
    },
  ];
}

const rienDeSaisi = { text: () => "", all: () => [] };

/** What was typed before a refusal; null on a page just opened. */
function lireEtat(etat: FormState) {
  if (etat.values["revision"] === undefined) return null;
  return lireSaisie({ text: (nom) => etat.values[nom] ?? "", all: etat.all });
}

function essais(ports: PortsCourrier, essayer: ReturnType<typeof essayerModele>) {
  const { consulter } = listActs(
    listeEssais(ports.definirPersonnes),
    lireDesPersonnes,
    "personne:exporter",
  );
  return async (request: Request, code: string, revision: number): Promise<EssaiSur> => {
    const peutEssayer = request.agent.droits.has(lireDesPersonnes);
    const recherche = (request.query.get("qui") ?? "").slice(0, 80);
    const personneId = peutEssayer ? placeParam(request, "personne") : null;
    const essai =
      personneId === null
        ? null
        : await request.act(essayer, { code, brouillon: true, personneId });
    const lignes =
      peutEssayer && recherche !== ""
        ? (
            await request.act(consulter, {
              query: new URLSearchParams({ q: recherche }).toString(),
              kept: null,
            })
          ).page.rows
        : [];
    return {
      recherche,
      trouvees: lignes.slice(0, AU_PLUS).map(({ key, extra }) => ({
        id: Number(key),
        nom: formatName(texte(extra["nom"]), texte(extra["prenom"])),
      })),
      personne: personneId === null ? null : { id: personneId, nom: essai?.nom ?? null },
      manquants: essai?.manquants ?? [],
      peutEssayer,
      revision,
    };
  };
}

async function liste(request: Request): Promise<Response> {
  const modeles = await request.act(listerModeles, {});
  return request.page({
    title: "Modèles de courrier",
    menu: "modeles",
    breadcrumb: [{ label: "Modèles de courrier" }],
    body: <PageModeles {...modeles} href={request.href} />,
  });
}

async function adopter(request: Request): Promise<Response> {
  const code = request.params["code"] ?? "";
  const form = await request.form();
  const version = await request.act(adopterModele, { code, revision: form.text("revision") });
  return request.redirect(
    `/courriers/modeles/${code}`,
    `La version ${version} est en vigueur : les prochains courriers l’emploieront.`,
  );
}

async function abandonner(request: Request): Promise<Response> {
  const code = request.params["code"] ?? "";
  await request.act(abandonnerBrouillon, { code });
  return request.redirect("/courriers/modeles", "Le brouillon est abandonné.");
}
