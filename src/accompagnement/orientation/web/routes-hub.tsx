import type { VNode } from "preact";
import type { Request, Route } from "#platform/http/route.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { type Task, TaskList } from "#platform/ui/components/task-list.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import { compterOrientations } from "../usecases/compter-orientations.ts";
import { proposerOrientations } from "../usecases/proposer-orientations.ts";

type Comptes = Awaited<ReturnType<typeof compterOrientations.execute>>;

export const routesHub: readonly Route[] = [
  { method: "GET", path: "/orientation", droit: "orientation:lire", handler: hub },
  {
    method: "POST",
    path: "/orientation/proposer",
    droit: "orientation:proposer",
    handler: proposer,
  },
];

async function hub(request: Request): Promise<Response> {
  const comptes = await request.act(compterOrientations, {});
  return request.page({
    title: "Orientation",
    menu: "orientation",
    body: <Hub comptes={comptes} request={request} />,
  });
}

async function proposer(request: Request): Promise<Response> {
  const { proposees, obstacles } = await request.act(proposerOrientations, {});
  const arretees = Object.values(obstacles).reduce((somme, nombre) => somme + nombre, 0);
  const reste = arretees === 0 ? "" : `, dont ${arretees} sans structure`;
  return request.redirect(
    "/orientation",
    proposees === 0
      ? "Personne n’attendait de proposition."
      : `${formatCount(proposees, "orientation proposée", "orientations proposées")}${reste}.`,
  );
}

/** What is waiting, as tasks; what is done, as figures. Each is the door of its list. */
function Hub({
  comptes,
  request,
}: {
  readonly comptes: Comptes;
  readonly request: Request;
}): VNode {
  const { href, agent } = request;
  const decide = agent.droits.has("orientation:decider");
  const taches = tachesOrientation(comptes, agent.droits, href);
  return (
    <>
      <PageHeader
        title="Orientation"
        actions={
          <>
            {decide && comptes.aDecider > 0 && (
              <ButtonLink kind="primary" href={href("/orientation/decider")}>
                {`Décider (${formatNumber(comptes.aDecider)})`}
              </ButtonLink>
            )}
            {agent.droits.has("orientation:proposer") && comptes.aProposer > 0 && (
              <Form action={href("/orientation/proposer")} layout="inline" busy="Calcul en cours…">
                <Button kind={decide ? "plain" : "primary"}>
                  {`Proposer (${formatNumber(comptes.aProposer)})`}
                </Button>
              </Form>
            )}
          </>
        }
      />
      <div class="with-side">
        <Card title="Ce qui attend">
          {taches.length === 0 ? (
            <p class="muted">Rien n’attend : chacun est orienté, reçu et à jour.</p>
          ) : (
            <TaskList label="Ce qui attend" tasks={taches} />
          )}
        </Card>
        <div class="stack">
          <Figure
            label="Personnes orientées"
            value={formatNumber(comptes.orientees)}
            href={href("/orientation/suivi?orientation=emploi,socio-professionnelle,sociale")}
          />
          <Figure
            label="Orientations hors délai"
            value={formatNumber(comptes.horsDelai)}
            href={href("/orientation/suivi?retard=oui")}
            tone={comptes.horsDelai > 0 ? "late" : "ok"}
            note={comptes.horsDelai > 0 ? "la décision devait déjà être prise" : "aucune"}
          />
        </div>
      </div>
    </>
  );
}

interface Ligne {
  readonly nombre: number;
  readonly droit: string;
  readonly verbe: string;
  /** The whole line for one: « de » elides before « une ». */
  readonly une: string;
  readonly plusieurs: string;
  readonly path: string;
  readonly tone: State;
  readonly mot: string;
  readonly aide?: string;
}

/** What the orientation asks of this agent, for its page and for the homes. */
export function tachesOrientation(
  comptes: Comptes,
  droits: ReadonlySet<string>,
  href: (path: string) => string,
): readonly Task[] {
  return lignes(comptes)
    .filter(({ nombre, droit }) => nombre > 0 && droits.has(droit))
    .map(({ nombre, verbe, une, plusieurs, path, tone, mot, aide }) => ({
      key: path,
      label: nombre === 1 ? une : `${verbe} ${formatNumber(nombre)} ${plusieurs}`,
      href: href(path),
      hint: aide,
      state: <Etat tone={tone}>{mot}</Etat>,
    }));
}

function lignes(comptes: Comptes): readonly Ligne[] {
  return [
    {
      nombre: comptes.aDecider,
      droit: "orientation:decider",
      verbe: "Décider",
      une: "Décider une orientation",
      plusieurs: "orientations",
      path: "/orientation/decider",
      tone: "soon",
      mot: "À décider",
    },
    {
      nombre: comptes.reorientations,
      droit: "orientation:decider",
      verbe: "Décider",
      une: "Décider une demande de réorientation",
      plusieurs: "demandes de réorientation",
      path: "/orientation/reorientations",
      tone: "soon",
      mot: "En instance",
      ...(comptes.contestees > 0 && {
        aide: `${formatCount(comptes.contestees, "désignation contestée", "désignations contestées")} par le référent`,
      }),
    },
    {
      nombre: comptes.aProposer,
      droit: "orientation:proposer",
      verbe: "Proposer une orientation à",
      une: "Proposer une orientation à une personne",
      plusieurs: "personnes",
      path: "/orientation/suivi?orientation=aucune&proposition=aucune&renvoyee=non",
      tone: "waiting",
      mot: "À proposer",
    },
    {
      nombre: comptes.renvoyees,
      droit: "orientation:proposer",
      verbe: "Reprendre",
      une: "Reprendre un dossier renvoyé",
      plusieurs: "dossiers renvoyés",
      path: "/orientation/suivi?orientation=aucune&proposition=aucune&renvoyee=oui",
      tone: "late",
      mot: "Renvoyés",
      aide: "complétez ce qui manque pour décider, puis proposez de nouveau",
    },
    {
      nombre: comptes.aTransmettre,
      droit: "orientation:transmettre",
      verbe: "Transmettre",
      une: "Transmettre une proposition",
      plusieurs: "propositions",
      path: "/orientation/propositions?etape=proposee",
      tone: "soon",
      mot: "À transmettre",
    },
    {
      nombre: comptes.obstacles,
      droit: "orientation:lire",
      verbe: "Trouver une structure pour",
      une: "Trouver une structure pour une personne",
      plusieurs: "personnes",
      path: "/orientation/propositions?obstacle=sans-commune,sans-structure,capacite",
      tone: "late",
      mot: "Bloquées",
    },
    {
      nombre: comptes.aNotifier,
      droit: "orientation:proposer",
      verbe: "Notifier",
      une: "Notifier une décision",
      plusieurs: "décisions",
      path: "/orientation/suivi?notifiee=non",
      tone: "soon",
      mot: "À notifier",
    },
    {
      nombre: comptes.rendezVousAFixer,
      droit: "orientation:confirmer",
      verbe: "Fixer le premier rendez-vous de",
      une: "Fixer le premier rendez-vous d’une personne",
      plusieurs: "personnes",
      path: "/orientation/suivi?rendez-vous=a-fixer",
      tone: "soon",
      mot: "À fixer",
    },
    {
      nombre: comptes.reportees,
      droit: "orientation:decider",
      verbe: "Revoir",
      une: "Revoir une proposition reportée",
      plusieurs: "propositions reportées",
      path: "/orientation/propositions?report=oui",
      tone: "waiting",
      mot: "Reportées",
    },
  ];
}
