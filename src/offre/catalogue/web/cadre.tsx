import type { ComponentChildren, VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import type { Page, Request } from "#platform/http/route.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { type Tab, Tabs } from "#platform/ui/components/tabs.tsx";
import { Etat, Tag } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { ActionLue } from "../db/actions.ts";
import { type ActionConsultee, consulterAction } from "../usecases/consulter-action.ts";
import type { ApportAction, CadreAction, EnTeteAction } from "./ports.ts";

/** What the composition gives to the modules whose pages are tabs of an action. */
export function cadreDAction(apports: readonly ApportAction[]): CadreAction {
  return async (request, { actionId, onglet, titre, corps, status, large }) => {
    const consultee = await request.act(consulterAction, { actionId });
    return request.page({
      ...enTeteDePage(request, consultee.action, titre),
      ...(status !== undefined && { status }),
      ...(large !== undefined && { wide: large }),
      body: (
        <Cadre
          consultee={consultee}
          entetes={await lireEnTetes(request, apports, actionId)}
          onglets={ongletsDe(request, apports, actionId)}
          onglet={onglet}
        >
          {corps}
        </Cadre>
      ),
    });
  };
}

export function enTeteDePage(
  { href }: Request,
  { id, nom }: ActionLue,
  ici: string | null,
): Omit<Page, "body"> {
  return {
    title: `${nom} — ${(ici ?? "L’action").toLocaleLowerCase("fr")}`,
    menu: "offre",
    breadcrumb: [
      { label: "Offre", href: href("/offre") },
      { label: "Actions", href: href("/offre/actions") },
      ...(ici === null
        ? [{ label: nom }]
        : [{ label: nom, href: href(`/offre/actions/${id}`) }, { label: ici }]),
    ],
  };
}

export function ongletsDe(
  { href, agent }: Request,
  apports: readonly ApportAction[],
  actionId: number,
): readonly Tab[] {
  const ici = `/offre/actions/${actionId}`;
  return [
    { key: "action", label: "L’action", href: href(ici) },
    ...apports
      .flatMap(({ onglets = [] }) => onglets)
      .filter(({ droit }) => agent.droits.has(droit))
      .map(({ key, label, path }) => ({ key, label, href: href(`${ici}${path}`) })),
  ];
}

export async function lireEnTetes(
  request: Request,
  apports: readonly ApportAction[],
  actionId: number,
): Promise<readonly EnTeteAction[]> {
  const entetes: EnTeteAction[] = [];
  for (const { entete } of apports) {
    if (entete) entetes.push(await entete(request, actionId));
  }
  return entetes;
}

interface Props {
  readonly consultee: ActionConsultee;
  readonly entetes: readonly EnTeteAction[];
  readonly onglets: readonly Tab[];
  readonly onglet: string;
  readonly children: ComponentChildren;
}

export function Cadre({ consultee, entetes, onglets, onglet, children }: Props): VNode {
  const { action, le, lieu } = consultee;
  return (
    <>
      <PageHeader
        over={`${action.fiche.numero} · ${action.fiche.court}`}
        title={action.nom}
        meta={
          <>
            <EtatAction action={action} le={le} />
            {entetes.map(({ meta }) => meta)}
            <span>{action.structure}</span>
            <span>Territoire {action.territoire}</span>
            {action.numero !== null && <span class="muted">Convention {action.numero}</span>}
          </>
        }
        actions={<>{entetes.map(({ actions }) => actions)}</>}
      />
      <div class="stack">
        {lieu.motifFermeture !== null && action.au !== null && (
          <Alert
            tone="closed"
            title={`Dernier jour : le ${formatDate(ajouterJours(action.au, -1))}`}
          >
            {lieu.motifFermeture}
          </Alert>
        )}
        {entetes.map(({ alertes }) => alertes)}
        {onglets.length > 1 && <Tabs label="L’action" current={onglet} tabs={onglets} />}
        {children}
      </div>
    </>
  );
}

export function EtatAction({
  action: { du, au },
  le,
}: {
  action: { readonly du: string; readonly au: string | null };
  le: string;
}): VNode {
  if (le < du) return <Tag>{`Ouvre le ${formatDate(du)}`}</Tag>;
  if (au !== null && au <= le) return <Etat tone="closed">Fermée</Etat>;
  return <Etat tone="ok">{`Ouverte depuis le ${formatDate(du)}`}</Etat>;
}
