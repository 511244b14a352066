import type { VNode } from "preact";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { FileField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { ecrireAnnuaire, lireAnnuaire } from "../domain/echange.ts";
import { exporterRessources } from "../usecases/lire-ressources.ts";
import { type Reprise, reprendreRessources } from "../usecases/reprendre-ressources.ts";
import type { Href } from "./mots.tsx";

const menu = "offre";
const MAXIMUM = 30_000_000;

/** The whole directory as a file other services of insertion read. */
async function exporter(request: Request): Promise<Response> {
  const annuaire = ecrireAnnuaire(await request.act(exporterRessources, {}));
  return new Response(JSON.stringify(annuaire, null, 1), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="annuaire.json"',
    },
  });
}

function page(request: Request, corps: VNode, status = 200): Promise<Response> {
  return request.page({
    title: "Échanger l’annuaire",
    menu,
    status,
    breadcrumb: [
      { label: "Offre", href: request.href("/offre") },
      { label: "Ressources", href: request.href("/ressources") },
      { label: "Échanger" },
    ],
    body: corps,
  });
}

function Formulaire({ etat, href }: { etat: FormState; href: Href }): VNode {
  return (
    <>
      <PageHeader
        over="Annuaire des ressources"
        title="Échanger l’annuaire"
        meta={<span>Format data·inclusion, version 1 : structures et services, en JSON</span>}
      />
      <ErrorSummary problems={etat.problems} />
      <div class="halves">
        <Card title="Recevoir">
          <Form action={href("/ressources/echange")} multipart busy="Lecture du fichier…">
            <TextField
              name="source"
              label="D’où vient le fichier"
              hint="Un mot : dora, soliguide, ccas."
              width={20}
              value={etat.values["source"] ?? ""}
              error={etat.problems["source"]}
            />
            <FileField
              name="fichier"
              label="Fichier"
              accept=".json,application/json"
              error={etat.problems["fichier"]}
            />
            <p class="muted small">
              Reçu deux fois, il n’écrit qu’une fois. Chaque ligne refusée est dite avec sa raison.
            </p>
            <FormActions>
              <Button kind="primary">Recevoir</Button>
            </FormActions>
          </Form>
        </Card>
        <Card title="Donner">
          <p>Toutes les ressources présentes dans l’annuaire, avec leurs lieux.</p>
          <p>
            <ButtonLink href={href("/ressources/annuaire.json")} download>
              Télécharger l’annuaire
            </ButtonLink>
          </p>
        </Card>
      </div>
    </>
  );
}

const REFUS_MONTRES = 500;

function Bilan({ reprise, href }: { reprise: Reprise; href: Href }): VNode {
  const { lues, creees, modifiees, inchangees, refusees } = reprise;
  return (
    <>
      <PageHeader
        over="Annuaire des ressources"
        title="Le fichier est reçu"
        meta={<span>{formatCount(lues, "ligne lue", "lignes lues")}</span>}
        actions={<ButtonLink href={href("/ressources/liste")}>Voir l’annuaire</ButtonLink>}
      />
      <div class="stack">
        <div class="grid-4">
          <Figure
            label="Services créés"
            value={formatNumber(creees)}
            href={href("/ressources/liste")}
          />
          <Figure
            label="Services modifiés"
            value={formatNumber(modifiees)}
            href={href("/ressources/liste")}
          />
          <Figure
            label="Services inchangés"
            value={formatNumber(inchangees)}
            href={href("/ressources/liste")}
          />
          <Figure label="Lignes refusées" value={formatNumber(refusees.length)} href="#refus" />
        </div>
        <div id="refus">
          {refusees.length > 0 && (
            <Table
              caption="Lignes refusées"
              columns={[
                { key: "cle", label: "Identifiant", phone: "title" },
                { key: "partie", label: "Partie", fit: true, phone: "fact" },
                { key: "ligne", label: "Ligne", numeric: true, fit: true },
                { key: "raison", label: "Raison", roomy: true },
              ]}
              rows={refusees.slice(0, REFUS_MONTRES).map((une) => ({
                key: `${une.partie}-${une.ligne}`,
                cells: [une.cle || "sans identifiant", une.partie, String(une.ligne), une.message],
              }))}
            />
          )}
        </div>
      </div>
    </>
  );
}

async function recevoir(request: Request): Promise<Response> {
  const form = await request.form();
  const source = form.text("source").trim();
  const fichier = form.file("fichier");
  const champs = {
    ...(source === "" && { source: "Dites d’où vient le fichier, d’un mot." }),
    ...(!fichier && { fichier: "Choisissez un fichier." }),
    ...(fichier && fichier.size > MAXIMUM && { fichier: "Le fichier dépasse 30 Mo : coupez-le." }),
  };
  if (Object.keys(champs).length > 0 || !fichier) throw refus(champs);
  const lu = lireAnnuaire(await fichier.text());
  if (!lu) {
    throw refus({
      fichier:
        "Ce fichier n’est pas un annuaire : il doit contenir « structures » ou « services ».",
    });
  }
  const reprise = await request.act(reprendreRessources, {
    source,
    lieux: [...lu.lieux],
    services: [...lu.services],
  });
  return page(request, <Bilan reprise={reprise} href={request.href} />);
}

function refus(champs: Readonly<Record<string, string>>): DomainError {
  return new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
}

const formulaire = (request: Request, etat: FormState) =>
  page(request, <Formulaire etat={etat} href={request.href} />, etat.status);

export const routesEchange: readonly Route[] = [
  { method: "GET", path: "/ressources/annuaire.json", droit: "offre:lire", handler: exporter },
  {
    method: "GET",
    path: "/ressources/echange",
    droit: "ressource:tenir",
    handler: (request) => formulaire(request, freshForm()),
  },
  {
    method: "POST",
    path: "/ressources/echange",
    droit: "ressource:tenir",
    files: 2 * MAXIMUM,
    handler: (request) =>
      submitForm(
        request,
        () => recevoir(request),
        (etat) => formulaire(request, etat),
      ),
  },
];
