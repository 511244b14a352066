import type { VNode } from "preact";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkbox } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import { roles } from "#referentiels/national/roles.ts";
import type { ListeAgents } from "../usecases/lister-agents.ts";

type Href = (path: string) => string;

export interface FiltreAgents {
  readonly recherche: string;
  readonly fermes: boolean;
}

export function libelleRole(code: string): string {
  return code in roles ? roles[code as keyof typeof roles].libelle : `Rôle inconnu « ${code} »`;
}

export function PageAgents({
  liste,
  filtre,
  href,
  peutGerer,
}: {
  liste: ListeAgents;
  filtre: FiltreAgents;
  href: Href;
  peutGerer: boolean;
}): VNode {
  const creer = (
    <ButtonLink kind="primary" icon="plus" href={href("/agents/nouveau")}>
      Créer un agent
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Agents" actions={peutGerer ? creer : undefined} />
      <div class="stack">
        <Form action={href("/agents")} method="get" layout="inline" label="Filtrer les agents">
          <TextField
            name="recherche"
            label="Nom ou identifiant"
            value={filtre.recherche}
            width={20}
            optional
          />
          <Checkbox name="fermes" label="Comptes fermés" checked={filtre.fermes} />
          <FormActions>
            <Button>Chercher</Button>
          </FormActions>
        </Form>
        {liste.agents.length === 0 ? (
          <EmptyState
            title="Aucun agent ne correspond"
            text="Vérifiez l’orthographe, ou cochez « Comptes fermés »."
          />
        ) : (
          <TableAgents liste={liste} filtre={filtre} href={href} />
        )}
        {liste.suite !== null && (
          <p>
            <ButtonLink href={href(`/agents?${suite(filtre, liste.suite)}`)}>
              Les agents suivants
            </ButtonLink>
          </p>
        )}
      </div>
    </>
  );
}

function TableAgents({
  liste,
  filtre,
  href,
}: {
  liste: ListeAgents;
  filtre: FiltreAgents;
  href: Href;
}): VNode {
  return (
    <Table
      caption={
        filtre.fermes ? "Comptes fermés, par nom" : "Agents qui peuvent se connecter, par nom"
      }
      columns={[
        { key: "nom", label: "Agent" },
        { key: "identifiant", label: "Identifiant" },
        { key: "roles", label: "Rôles aujourd’hui" },
        { key: "vu", label: "Dernière visite" },
      ]}
      rows={liste.agents.map((agent) => ({
        key: String(agent.id),
        href: href(`/agents/${agent.id}`),
        cells: [
          <a key="nom" href={href(`/agents/${agent.id}`)}>
            {agent.nom} {agent.prenom}
          </a>,
          agent.identifiant,
          agent.roles.map(libelleRole).join(", ") || "aucun",
          agent.vuLe ? formatInstant(agent.vuLe) : "jamais",
        ],
      }))}
    />
  );
}

function suite({ recherche, fermes }: FiltreAgents, apres: number): URLSearchParams {
  return new URLSearchParams({
    ...(recherche && { recherche }),
    ...(fermes && { fermes: "oui" }),
    apres: String(apres),
  });
}
