import { type QualiteSignataire, qualitesSignataire } from "#commun/referentiel";
import type { CadreDeSection } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { type SectionContrat, sectionsContrat } from "../domain/contenu.ts";
import { libellesQualite, libellesSection } from "../domain/libelles.ts";
import { PIECE_MAX } from "../domain/piece.ts";
import {
  type ContratConsulte,
  type ContratsConsultes,
  consulterContrats,
} from "../usecases/consulter-contrats.ts";
import { lireDocumentContrat, lirePieceContrat } from "../usecases/imprimer-contrats.ts";
import { modifierContrat } from "../usecases/preparer-contrat.ts";
import { redigerContrat } from "../usecases/rediger-contrat.ts";
import { signerContrat, signerPourLeDepartement } from "../usecases/signer-contrat.ts";
import { type Acte, actes } from "./actes.ts";
import { cheminContrats, ongletContrat } from "./cadre.ts";
import { PageContrat } from "./page-contrat.tsx";
import { PageSection } from "./page-section.tsx";
import { PageSignature } from "./page-signature.tsx";
import { jour, lirePiece, lireSection } from "./saisies.ts";

const ICI = "/personnes/:id/contrat";
const UN = `${ICI}/:contrat`;

export function routesPersonne(cadre: CadreDeSection): readonly Route[] {
  return [
    {
      method: "GET",
      path: ICI,
      droit: ongletContrat.droit,
      handler: (request) => section(request, cadre, freshForm(), null),
    },
    {
      method: "POST",
      path: `${ICI}/rediger`,
      droit: "contrat:rediger",
      handler: (request) => rediger(request, cadre),
    },
    ...pages(cadre),
    ...actes.map(
      (acte): Route => ({
        method: "POST",
        path: `${UN}/${acte.cle}`,
        droit: acte.droit,
        handler: (request) => agir(request, cadre, acte),
      }),
    ),
    { method: "GET", path: `${UN}/versions/:fichier`, droit: ongletContrat.droit, handler: pdf },
    { method: "GET", path: `${UN}/pieces/:piece`, droit: ongletContrat.droit, handler: piece },
  ];
}

/** The pages of the draft and of the signatures, each with its form. */
function pages(cadre: CadreDeSection): readonly Route[] {
  const page = (
    path: string,
    droit: string,
    montrer: (request: Request, etat: FormState) => Promise<Response>,
    prendre: (request: Request) => Promise<Response>,
    files = 0,
  ): readonly Route[] => [
    { method: "GET", path, droit, handler: (request) => montrer(request, freshForm()) },
    {
      method: "POST",
      path,
      droit,
      files,
      handler: (request) =>
        submitForm(
          request,
          () => prendre(request),
          (etat) => montrer(request, situer(etat)),
        ),
    },
  ];
  return [
    ...page(
      `${UN}/rediger/:section`,
      "contrat:rediger",
      (request, etat) => partie(request, cadre, etat),
      enregistrer,
    ),
    ...page(
      `${UN}/signer/departement`,
      "contrat:valider",
      (request, etat) => signature(request, cadre, { etat, qualite: "departement" }),
      (request) => signer(request, "departement"),
      2 * PIECE_MAX,
    ),
    ...page(
      `${UN}/signer/:qualite`,
      "contrat:rediger",
      (request, etat) => signature(request, cadre, { etat, qualite: qualiteDe(request) }),
      (request) => signer(request, qualiteDe(request)),
      2 * PIECE_MAX,
    ),
  ];
}

/** A refusal that names its field is shown beside it. */
function situer(etat: FormState): FormState {
  const champ = etat.refusal?.details["champ"];
  const message = etat.problems[""];
  if (typeof champ !== "string" || message === undefined) return etat;
  return { ...etat, problems: { [champ]: message } };
}

const contratDe = (request: Request) => idParam(request, "contrat");

function inconnue(): DomainError {
  return new DomainError(
    "page.introuvable",
    "L’adresse est inexacte, ou le contrat a changé d’étape.",
  );
}

function qualiteDe({ params }: Request): QualiteSignataire {
  const qualite = qualitesSignataire.find((une) => une === params["qualite"]);
  if (qualite && qualite !== "departement") return qualite;
  throw inconnue();
}

function sectionDe({ params }: Request): SectionContrat {
  const trouvee = sectionsContrat.find((une) => une === params["section"]);
  if (trouvee) return trouvee;
  throw inconnue();
}

interface Ouvert {
  readonly consulte: ContratsConsultes;
  readonly un: ContratConsulte;
  readonly preparation: NonNullable<ContratConsulte["preparation"]>;
}

async function ouvrir(request: Request): Promise<Ouvert> {
  const consulte = await request.act(consulterContrats, { personneId: idParam(request) });
  const un = consulte.contrats.find(({ contrat }) => contrat.id === contratDe(request));
  if (un?.preparation) return { consulte, un, preparation: un.preparation };
  throw inconnue();
}

async function section(
  request: Request,
  cadre: CadreDeSection,
  etat: FormState,
  acte: string | null,
): Promise<Response> {
  const consulte = await request.act(consulterContrats, { personneId: idParam(request) });
  return cadre(request, {
    personneId: consulte.personneId,
    onglet: ongletContrat.key,
    titre: ongletContrat.label,
    status: etat.status,
    corps: (
      <PageContrat
        consulte={consulte}
        etat={etat}
        acte={acte}
        href={request.href}
        droits={request.agent.droits}
      />
    ),
  });
}

async function partie(request: Request, cadre: CadreDeSection, etat: FormState): Promise<Response> {
  const ouvert = await ouvrir(request);
  const laquelle = sectionDe(request);
  return cadre(request, {
    personneId: ouvert.consulte.personneId,
    onglet: ongletContrat.key,
    titre: `Contrat, ${libellesSection[laquelle].toLocaleLowerCase("fr")}`,
    status: etat.status,
    corps: <PageSection {...ouvert} section={laquelle} etat={etat} href={request.href} />,
  });
}

async function enregistrer(request: Request): Promise<Response> {
  const form = await request.form();
  const { personneId } = await request.act(modifierContrat, {
    contratId: contratDe(request),
    revision: form.text("revision"),
    contenu: lireSection(sectionDe(request), form),
  });
  return request.redirect(cheminContrats(personneId), "La partie du contrat est enregistrée.");
}

async function signature(
  request: Request,
  cadre: CadreDeSection,
  { etat, qualite }: { readonly etat: FormState; readonly qualite: QualiteSignataire },
): Promise<Response> {
  const ouvert = await ouvrir(request);
  return cadre(request, {
    personneId: ouvert.consulte.personneId,
    onglet: ongletContrat.key,
    titre: `Signature : ${libellesQualite[qualite].toLocaleLowerCase("fr")}`,
    status: etat.status,
    corps: (
      <PageSignature
        {...ouvert}
        qualite={qualite}
        agent={request.agent.nom}
        etat={etat}
        href={request.href}
      />
    ),
  });
}

async function signer(request: Request, qualite: QualiteSignataire): Promise<Response> {
  const form = await request.form();
  const acte = qualite === "departement" ? signerPourLeDepartement : signerContrat;
  const { personneId, manquent } = await request.act(acte, {
    contratId: contratDe(request),
    revision: form.text("revision"),
    qualite,
    nom: form.text("nom"),
    moyen: form.text("moyen") as "tablette",
    le: jour(form.text("le")),
    trace: form.text("trace"),
    piece: await lirePiece(form),
  });
  return request.redirect(
    cheminContrats(personneId),
    manquent.length === 0
      ? "Le contrat est signé : il engage les deux parties."
      : `La signature est enregistrée. Il manque encore : ${manquent.map((un) => libellesQualite[un].toLocaleLowerCase("fr")).join(", ")}.`,
  );
}

function rediger(request: Request, cadre: CadreDeSection): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const { personneId } = await request.act(redigerContrat, {
        personneId: idParam(request),
        nature: form.text("nature"),
      });
      return request.redirect(cheminContrats(personneId), "Le brouillon est ouvert.");
    },
    (etat) => section(request, cadre, etat, "rediger"),
  );
}

function agir(request: Request, cadre: CadreDeSection, acte: Acte): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const { personneId } = await acte.faire(request, contratDe(request), form);
      return request.redirect(cheminContrats(personneId), acte.dit);
    },
    (etat) => section(request, cadre, situer(etat), acte.cle),
  );
}

function reponse({ type, nom, octets }: Awaited<ReturnType<typeof lireDocumentContrat.execute>>) {
  return new Response(new Uint8Array(octets), {
    headers: {
      "content-type": type,
      "content-disposition": `inline; filename="${nom}"`,
      "content-length": String(octets.length),
    },
  });
}

async function pdf(request: Request): Promise<Response> {
  const numero = /^(\d{1,4})\.pdf$/u.exec(request.params["fichier"] ?? "")?.[1];
  if (numero === undefined) throw inconnue();
  return reponse(await request.act(lireDocumentContrat, { contratId: contratDe(request), numero }));
}

async function piece(request: Request): Promise<Response> {
  const pieceId = idParam(request, "piece");
  return reponse(await request.act(lirePieceContrat, { contratId: contratDe(request), pieceId }));
}
