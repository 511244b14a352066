import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate, formatInstant } from "#platform/ui/format.ts";
import { perimetres, roles } from "#referentiels/national/roles.ts";
import type { Habilitation } from "../db/habilitations.ts";
import type { DossierAgent } from "../usecases/lire-agent.ts";
import { libelleRole } from "./agents.tsx";
import type { Lieux } from "./lieux.ts";

type Href = (path: string) => string;

interface Props {
  readonly agent: DossierAgent;
  readonly lieux: Lieux;
  readonly href: Href;
  readonly peutGerer: boolean;
  readonly peutLireJournal: boolean;
}

export function PageAgent({ agent, lieux, href, peutGerer, peutLireJournal }: Props): VNode {
  const { fiche, habilitations } = agent;
  const ici = `/agents/${fiche.id}`;
  const ouvert = fiche.fermeLe === null;
  return (
    <>
      <PageHeader
        over="Agent"
        title={`${fiche.prenom} ${fiche.nom}`}
        meta={ouvert ? undefined : <Etat tone="closed">Compte fermé</Etat>}
        actions={
          <>
            {peutGerer && ouvert && (
              <ButtonLink kind="primary" href={href(`${ici}/droits/nouveau`)}>
                Donner un droit
              </ButtonLink>
            )}
            {peutLireJournal && <ButtonLink href={href(`${ici}/journal`)}>Journal</ButtonLink>}
          </>
        }
      />
      <div class="stack">
        {fiche.fermeLe && (
          <Alert tone="closed">
            {`Ce compte est fermé depuis le ${formatInstant(fiche.fermeLe)}. Il reste visible pour le journal.`}
          </Alert>
        )}
        <Identite fiche={fiche} href={href} modifiable={peutGerer && ouvert} />
        <Card title="Droits">
          {habilitations.length === 0 ? (
            <EmptyState
              title="Aucun droit"
              text="Cet agent peut se connecter, mais ne voit rien tant qu’un droit ne lui est pas donné."
            />
          ) : (
            <Habilitations
              lignes={habilitations}
              lieux={lieux}
              retirer={peutGerer ? (id) => href(`${ici}/droits/${id}/retirer`) : null}
            />
          )}
        </Card>
        {peutGerer && ouvert && (
          <div class="row">
            <ButtonLink href={href(`${ici}/mot-de-passe`)}>
              Donner un nouveau mot de passe
            </ButtonLink>
            <ButtonLink kind="danger" href={href(`${ici}/fermer`)}>
              Fermer le compte
            </ButtonLink>
          </div>
        )}
      </div>
    </>
  );
}

function Identite({
  fiche,
  href,
  modifiable,
}: {
  fiche: DossierAgent["fiche"];
  href: Href;
  modifiable: boolean;
}): VNode {
  return (
    <Card
      title="Compte"
      aside={
        modifiable ? (
          <ButtonLink small href={href(`/agents/${fiche.id}/modifier`)}>
            Modifier
          </ButtonLink>
        ) : undefined
      }
    >
      <FactsList
        facts={[
          { label: "Identifiant", value: fiche.identifiant },
          { label: "Courriel", value: fiche.courriel },
          { label: "Créé le", value: formatInstant(fiche.creeLe) },
          { label: "Second facteur", value: fiche.secondFacteur ? "actif" : "inactif" },
          {
            label: "Mot de passe",
            value: fiche.motDePasseProvisoire ? "provisoire, à changer" : "choisi par l’agent",
          },
        ]}
      />
    </Card>
  );
}

function Habilitations({
  lignes,
  lieux,
  retirer,
}: {
  lignes: readonly Habilitation[];
  lieux: Lieux;
  retirer: ((id: number) => string) | null;
}): VNode {
  return (
    <Table
      caption="Ce que cet agent peut faire, aujourd’hui et avant"
      columns={[
        { key: "role", label: "Rôle" },
        { key: "perimetre", label: "Périmètre" },
        { key: "periode", label: "Période" },
        { key: "donne", label: "Donné par" },
        { key: "etat", label: "État" },
        { key: "acte", label: "Retirer", labelHidden: true, fit: true },
      ]}
      rows={lignes.map((ligne) => ({
        key: String(ligne.id),
        cells: [
          libelleRole(ligne.role),
          perimetreEnMots(ligne, lieux),
          periodeEnMots(ligne),
          `${ligne.donneePar ?? "Jalon"}, le ${formatInstant(ligne.donneeLe)}`,
          <EtatHabilitation key="etat" ligne={ligne} />,
          retirer && ligne.retireeLe === null ? (
            <form key="retirer" method="post" action={retirer(ligne.id)}>
              <Button small confirm={`Retirer le rôle « ${libelleRole(ligne.role)} » ?`}>
                Retirer
              </Button>
            </form>
          ) : null,
        ],
      }))}
    />
  );
}

function EtatHabilitation({ ligne }: { ligne: Habilitation }): VNode {
  if (ligne.enVigueur) return <Etat tone="ok">En vigueur</Etat>;
  if (ligne.retireeLe) {
    return (
      <span>
        <Etat tone="closed">Retiré</Etat> {formatInstant(ligne.retireeLe)}
        {ligne.retireePar !== null && ` par ${ligne.retireePar}`}
      </span>
    );
  }
  return <Etat tone="closed">Hors période</Etat>;
}

function perimetreEnMots(ligne: Habilitation, lieux: Lieux): string {
  if (!(ligne.role in roles)) return "";
  const { perimetre } = roles[ligne.role as keyof typeof roles];
  if (perimetre === "departement" || perimetre === "portefeuille") return perimetres[perimetre];
  const noms = new Map(lieux[perimetre].map(({ id, nom }) => [id, nom]));
  return ligne[perimetre].map((id) => noms.get(id) ?? `n° ${id}`).join(", ");
}

function periodeEnMots({ du, jusque }: Habilitation): string {
  if (du === null) return "jamais en vigueur";
  const debut = `depuis le ${formatDate(du)}`;
  return jusque === null ? debut : `du ${formatDate(du)} au ${formatDate(veille(jusque))}`;
}

function veille(jour: string): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
