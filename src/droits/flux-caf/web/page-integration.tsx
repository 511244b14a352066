import type { VNode } from "preact";
import { libellesAvertissement } from "#droits/dossier";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Bars } from "#platform/ui/components/bars.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatCount, formatDate, formatInstant, formatNumber } from "#platform/ui/format.ts";
import type { CauseDeRejet } from "../db/listes-du-flux.ts";
import type { IntegrationDite } from "../usecases/lire-integration.ts";
import { type Href, lieux } from "./lieux.ts";
import { type Suites, SuitesDuFlux } from "./suites.tsx";
import { Compteurs, Suivi } from "./suivi.tsx";
import { direEcart, dureeEnMots, etats, nommerCause, titrer } from "./textes.ts";

export interface PropsIntegration {
  readonly integration: IntegrationDite;
  readonly precedente: { readonly id: number; readonly reference: string } | null;
  readonly causes: readonly CauseDeRejet[];
  readonly avertissements: readonly {
    readonly code: string;
    readonly nombre: number;
    readonly dossiers: number;
  }[];
  readonly suites: Suites;
  readonly peutImporter: boolean;
  readonly voitPersonnes: boolean;
  readonly href: Href;
}

const POLL_MS = 1000;

/** One run. While it goes on, the whole of it is fetched again every second, until it no longer asks. */
export function PageIntegration(props: PropsIntegration): VNode {
  const { integration } = props;
  const { mot, ton } = etats[integration.dite];
  const enCours = integration.dite === "en-cours" || integration.dite === "attente";
  return (
    <div id="suivi" class="stack-wide" data-poll={enCours ? POLL_MS : undefined}>
      <PageHeader
        over="Intégration d’un fichier"
        title={titrer(integration)}
        meta={
          <>
            <Etat tone={ton}>{mot}</Etat>
            <span>{integration.fichier}</span>
            <span>
              {enCours ? "déposé" : "intégré"} par {integration.agentNom} le{" "}
              {formatInstant(integration.termineeLe ?? integration.commenceeLe)}
            </span>
          </>
        }
        actions={
          integration.aCorriger > 0 && !enCours ? (
            <ButtonLink href={props.href(lieux.rejets(integration.id))} kind="primary">
              {`Corriger ${formatCount(integration.aCorriger, "rejet", "rejets")}`}
            </ButtonLink>
          ) : undefined
        }
      />
      {enCours && <Suivi integration={integration} />}
      {integration.dite === "interrompue" && <Interrompue {...props} />}
      <Compteurs integration={integration} voitPersonnes={props.voitPersonnes} href={props.href} />
      {!enCours && <Totaux integration={integration} />}
      {!enCours && <SuitesDuFlux {...props} />}
      {integration.lus > 0 && (
        <div class="grid-2">
          <Rejets {...props} />
          <Avertissements {...props} />
        </div>
      )}
      {!enCours && <Faits integration={integration} />}
    </div>
  );
}

function Interrompue({ integration, peutImporter, href }: PropsIntegration): VNode {
  const { id, depot, position, enregistrements } = integration;
  const reste = formatCount(enregistrements - position, "dossier reste", "dossiers restent");
  return (
    <Alert tone="late" title="Cette intégration s’est arrêtée avant la fin">
      <p>
        Ce qui est écrit l’est pour de bon, et rien ne l’est deux fois : {reste} à lire.{" "}
        {depot === null
          ? "Relancez la même commande, ou déposez le même fichier : la lecture continue où elle s’était arrêtée."
          : "Reprise, la lecture continue où elle s’était arrêtée."}
      </p>
      {peutImporter && (
        <div class="row">
          {depot === null ? (
            <ButtonLink href={href(lieux.nouveau)} small>
              Déposer le même fichier
            </ButtonLink>
          ) : (
            <Form action={href(lieux.reprendre(id))} layout="inline">
              <Button small>Reprendre l’intégration</Button>
            </Form>
          )}
          <Form action={href(lieux.abandonner(id))} layout="inline">
            <Button
              small
              kind="quiet"
              confirm="Abandonner cette intégration ? Ce qui est écrit reste ; un autre fichier pourra être pris."
            >
              Abandonner
            </Button>
          </Form>
        </div>
      )}
    </Alert>
  );
}

function Totaux({ integration }: { readonly integration: IntegrationDite }): VNode {
  const { annonces, annoncesAnomalie, lus, totauxConformes } = integration;
  if (totauxConformes === null || annonces === null) {
    return (
      <p class="muted">Ce fichier n’annonce pas le nombre de ses dossiers : rien à comparer.</p>
    );
  }
  if (totauxConformes) {
    return (
      <p>
        <Etat tone="ok">Totaux conformes</Etat>{" "}
        <span class="muted">
          Le fichier annonce {formatCount(annonces, "dossier", "dossiers")}
          {annoncesAnomalie ? `, dont ${formatNumber(annoncesAnomalie)} en anomalie` : ""} : c’est
          ce qui a été lu.
        </span>
      </p>
    );
  }
  return (
    <Alert
      tone="soon"
      title={`Le fichier annonce ${formatCount(annonces, "dossier", "dossiers")}, ${formatNumber(lus)} ont été lus`}
    >
      {direEcart(annonces, lus)}
    </Alert>
  );
}

function Rejets({ integration, causes, href }: PropsIntegration): VNode {
  return (
    <Card
      title={
        integration.rejetes === 0
          ? "Aucun rejet"
          : formatCount(integration.rejetes, "rejet", "rejets")
      }
      aside={
        causes.length > 0 ? (
          <a href={href(lieux.rejets(integration.id))}>Tous les rejets</a>
        ) : undefined
      }
    >
      {causes.length === 0 ? (
        <p class="muted">Tous les dossiers lus ont pu être intégrés.</p>
      ) : (
        <Bars
          caption="Rejets par cause"
          heads={["Cause", "Dossiers"]}
          lines={causes.map(({ code, motif, nombre }) => ({
            key: code,
            label: nommerCause(code, motif),
            value: nombre,
            href: href(lieux.rejets(integration.id, code)),
            tone: "late",
          }))}
        />
      )}
    </Card>
  );
}

const libelles: Readonly<Record<string, string>> = libellesAvertissement;

export function nommerAvertissement(code: string): string {
  return libelles[code] ?? code;
}

function Avertissements({ integration, avertissements, href }: PropsIntegration): VNode {
  const { id, avertissements: nombre } = integration;
  return (
    <Card
      title={
        nombre === 0
          ? "Aucun avertissement"
          : formatCount(nombre, "avertissement", "avertissements")
      }
      aside={
        nombre > 0 ? (
          <a href={href(lieux.avertissements(id))}>Tous les avertissements</a>
        ) : undefined
      }
    >
      {avertissements.length === 0 ? (
        <p class="muted">Rien de douteux dans ce qui a été intégré.</p>
      ) : (
        <>
          <Bars
            caption="Avertissements par code"
            heads={["Avertissement", "Nombre"]}
            lines={avertissements.map((un) => ({
              key: un.code,
              label: nommerAvertissement(un.code),
              value: un.nombre,
              href: href(lieux.avertissements(id, un.code)),
              tone: "soon",
            }))}
          />
          <p class="small muted">
            Ces dossiers sont intégrés : la valeur douteuse est gardée telle que reçue.
          </p>
        </>
      )}
    </Card>
  );
}

function Faits({ integration }: { readonly integration: IntegrationDite }): VNode {
  const { octets, numeroOrganisme, creeLe, reference, dureeMs } = integration;
  return (
    <Card title="Le fichier">
      <FactsList
        facts={[
          { label: "Décrit la situation au", value: formatDate(reference) },
          { label: "Créé par l’organisme le", value: formatDate(creeLe) },
          { label: "Organisme", value: numeroOrganisme },
          { label: "Taille, décompressé", value: `${formatNumber(octets / 1_000_000, 1)} Mo` },
          { label: "Durée", value: dureeEnMots(dureeMs / 1000) },
          { label: "Personnes écrites", value: formatNumber(integration.personnes) },
        ]}
      />
    </Card>
  );
}
