import type { VNode } from "preact";
import { compterContrats } from "#accompagnement/contrat";
import { compterOrientations } from "#accompagnement/orientation";
import {
  compterDoublons,
  compterEffectifs,
  compterSuitesDeFlux,
  type Effectifs,
} from "#droits/dossier";
import { type IntegrationDite, resumerFlux } from "#droits/flux-caf";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Request } from "#platform/http/route.ts";
import { type BarLine, Bars } from "#platform/ui/components/bars.tsx";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { type Task, TaskList } from "#platform/ui/components/task-list.tsx";
import { formatCount, formatLongDate, formatNumber } from "#platform/ui/format.ts";
import { AgendaDuJour } from "../accompagnement/agenda/http.ts";
import { AlerteTaux, ChiffresDuTaux, tachesContrats } from "../accompagnement/contrat/http.ts";
import { tachesOrientation } from "../accompagnement/orientation/http.ts";
import { chiffrePortefeuille } from "../accompagnement/parcours/http.ts";
import { EcheancesAFaire } from "../commun/echeance/http.ts";
import { DernieresIntegrations, nommerFlux } from "../droits/flux-caf/http.ts";
import { lireSonAgenda, type SonAgenda } from "./agenda-du-jour.ts";
import { courbe } from "./courbe.ts";
import { echeancesAFaire, portsEcheance } from "./echeances.ts";
import { SansDroit } from "./sans-droit.tsx";
import { tachesDeLOffre } from "./taches-de-l-offre.ts";
import { tachesDuFlux } from "./taches-du-flux.tsx";

type Flux = Awaited<ReturnType<typeof resumerFlux.execute>>;

interface Donnees {
  readonly flux: Flux | null;
  readonly effectifs: Effectifs | null;
  readonly doublons: number;
  readonly mouvements: ReadonlyMap<string, number>;
  readonly orientations: Awaited<ReturnType<typeof compterOrientations.execute>> | null;
  readonly contrats: Awaited<ReturnType<typeof compterContrats.execute>> | null;
  readonly offre: readonly Task[];
  readonly portefeuille: VNode | null;
  /** Today’s meetings of who receives or keeps a front desk; null for the others. */
  readonly agenda: SonAgenda;
  /** What presses; null for who keeps no deadline. */
  readonly echeances: Awaited<ReturnType<typeof echeancesAFaire>>;
}

/** What each role may know, and nothing else: an act is asked only of who holds its right. */
async function lire(request: Request): Promise<Donnees> {
  const { droits } = request.agent;
  const flux = droits.has("flux:lire") ? await request.act(resumerFlux, {}) : null;
  const dernier = flux?.mensuelles[0];
  const suites = dernier
    ? await request.act(compterSuitesDeFlux, { integrationId: dernier.id })
    : null;
  return {
    flux,
    effectifs: droits.has("personne:lister") ? await request.act(compterEffectifs, {}) : null,
    doublons: droits.has("doublon:traiter") ? await request.act(compterDoublons, {}) : 0,
    mouvements: new Map(suites?.mouvements.map(({ cle, nombre }) => [cle, nombre])),
    orientations: droits.has("orientation:lire")
      ? await request.act(compterOrientations, {})
      : null,
    contrats: droits.has("contrat:lire") ? await request.act(compterContrats, {}) : null,
    offre: await tachesDeLOffre(request),
    agenda: await lireSonAgenda(request),
    portefeuille: await chiffrePortefeuille(request),
    echeances: await echeancesAFaire(request),
  };
}

export async function accueil(request: Request): Promise<Response> {
  const { agent } = request;
  const donnees = await lire(request);
  return request.page({
    title: "Accueil",
    menu: "accueil",
    body:
      agent.droits.size === 0 ? (
        <SansDroit nom={agent.nom} />
      ) : (
        <Accueil request={request} {...donnees} />
      ),
  });
}

type Props = Donnees & { readonly request: Request };

function Accueil(props: Props): VNode {
  const { request, flux, echeances } = props;
  const taches = [...aFaire(props), ...props.offre];
  const choses = taches.length + (echeances?.groupes.length ?? 0);
  const jour = formatLongDate(civilDay(request.deps.now()));
  return (
    <div class="stack-wide">
      <PageHeader
        over={`${jour.charAt(0).toUpperCase()}${jour.slice(1)}`}
        title={
          choses === 0
            ? `Bonjour ${request.agent.nom}`
            : `${formatCount(choses, "chose", "choses")} à faire`
        }
        actions={
          request.agent.droits.has("flux:importer") ? (
            <ButtonLink href={request.href("/flux/nouveau")} icon="fichier">
              Déposer un fichier
            </ButtonLink>
          ) : undefined
        }
      />
      {props.contrats && request.agent.droits.has("contrat:valider") && (
        <AlerteTaux comptes={props.contrats} />
      )}
      <div class="with-side">
        <div class="stack">
          {props.agenda && <AgendaDuJour agenda={props.agenda} href={request.href} />}
          {echeances && echeances.groupes.length > 0 && (
            <EcheancesAFaire aFaire={echeances} href={request.href} ports={portsEcheance} />
          )}
          {(taches.length > 0 || choses === 0) && (
            <AFaire
              taches={taches}
              connait={request.agent.droits.has("flux:corriger") || echeances !== null}
              request={request}
            />
          )}
          {flux?.mensuelles[0] && <Arrive {...props} dernier={flux.mensuelles[0]} />}
        </div>
        <div class="stack">
          <Chiffres {...props} />
          {flux && flux.dernieres.length > 0 && (
            <DernieresIntegrations integrations={flux.dernieres} href={request.href} />
          )}
        </div>
      </div>
    </div>
  );
}

function AFaire({
  taches,
  connait,
  request,
}: {
  readonly taches: readonly Task[];
  readonly connait: boolean;
  readonly request: Request;
}): VNode {
  if (taches.length > 0) {
    return (
      <Card title="À faire">
        <TaskList label="À faire" tasks={taches} />
      </Card>
    );
  }
  if (connait) {
    return (
      <EmptyState
        title="Rien ne vous attend"
        text="Rien n’est en retard, rien n’est à faire dans les sept jours."
      />
    );
  }
  return (
    <p>
      Choisissez une rubrique dans le menu, ou gérez{" "}
      <a href={request.href("/mon-compte")}>votre compte</a>.
    </p>
  );
}

function aFaire({
  request,
  flux,
  effectifs,
  doublons,
  orientations,
  contrats,
}: Props): readonly Task[] {
  const { href, agent } = request;
  const taches: Task[] = flux ? tachesDuFlux(flux, agent.droits, href) : [];
  if (orientations) taches.push(...tachesOrientation(orientations, agent.droits, href));
  if (contrats) taches.push(...tachesContrats(contrats, href, agent.droits));
  if (effectifs && effectifs.entrantsIncomplets > 0) {
    taches.push({
      key: "incomplets",
      label: `Compléter ${formatCount(effectifs.entrantsIncomplets, "dossier de personne récemment entrée", "dossiers de personnes récemment entrées")}`,
      hint: "Entrées depuis votre premier fichier ; il manque une pièce demandée par le référentiel",
      href: href("/personnes?incomplet=oui&mouvement=entree"),
      state: <Etat tone="soon">Incomplets</Etat>,
    });
  }
  if (doublons > 0) {
    taches.push({
      key: "doublons",
      label: `Examiner ${formatCount(doublons, "doublon possible", "doublons possibles")}`,
      hint: "Deux fiches sont peut-être une seule personne",
      href: href("/doublons"),
      state: <Etat tone="waiting">À examiner</Etat>,
    });
  }
  return taches;
}

/** What the last monthly file brought, each count a door. */
const arrives = [
  ["entree", "Nouveaux entrants", "ok"],
  ["retour", "Retours", "ok"],
  ["reprise", "Droits repris", "ok"],
  ["suspension", "Droits suspendus", "soon"],
  ["cloture", "Droits clos", "closed"],
  ["sortie", "Ne sont plus à accompagner", "closed"],
  ["demenagement", "Ont changé de commune", "waiting"],
] as const;

function Arrive({
  request,
  dernier,
  mouvements,
}: Props & { readonly dernier: IntegrationDite }): VNode {
  const { href, agent } = request;
  const voit = agent.droits.has("personne:lister");
  const lignes = arrives.map(
    ([nature, label, tone]): BarLine => ({
      key: nature,
      label,
      value: mouvements.get(nature) ?? 0,
      href: voit ? href(`/flux/${dernier.id}/mouvements?nature=${nature}`) : undefined,
      tone,
    }),
  );
  return (
    <Card
      title={`Arrivé avec le ${nommerFlux(dernier).toLowerCase()}`}
      aside={<a href={href(`/flux/${dernier.id}`)}>Tout le fichier</a>}
    >
      {dernier.premierFichier ? (
        <p class="muted">
          C’est le premier fichier du département :{" "}
          {formatCount(mouvements.get("stock") ?? 0, "personne", "personnes")} à accompagner. Le
          prochain dira ce qui aura changé.
        </p>
      ) : (
        <Bars
          caption="Personnes, par mouvement"
          heads={["Mouvement", "Personnes"]}
          lines={lignes}
        />
      )}
    </Card>
  );
}

function Chiffres(props: Props): VNode | null {
  const { request, effectifs, flux, orientations, contrats, portefeuille } = props;
  if (!effectifs) return null;
  const { href } = request;
  if (effectifs.beneficiaires === 0)
    return <Personne limite={request.agent.portee.territoires !== "tous"} />;
  const passes = (flux?.mensuelles ?? []).toReversed();
  const tendance = (lire: (integration: IntegrationDite) => number | null) =>
    passes.map(lire).filter((valeur) => valeur !== null);
  const dernier = flux?.mensuelles[0];
  const entrants = dernier?.entrants ?? null;
  return (
    <>
      {portefeuille}
      <Figure
        label="Bénéficiaires à accompagner"
        value={formatNumber(effectifs.beneficiaires)}
        href={href("/personnes")}
        {...courbe(tendance(({ beneficiaires }) => beneficiaires))}
      />
      {orientations && (
        <Figure
          label="Personnes orientées"
          value={formatNumber(orientations.orientees)}
          of={`sur ${formatNumber(effectifs.beneficiaires)}`}
          href={href("/orientation/suivi?orientation=emploi,socio-professionnelle,sociale")}
          note={
            orientations.horsDelai > 0
              ? formatCount(
                  orientations.horsDelai,
                  "orientation hors délai",
                  "orientations hors délai",
                )
              : undefined
          }
          tone={orientations.horsDelai > 0 ? "late" : undefined}
        />
      )}
      {contrats && <ChiffresDuTaux comptes={contrats} href={href} />}
      {dernier && entrants !== null && !dernier.premierFichier && (
        <Figure
          label="Nouveaux entrants, dernier fichier"
          value={formatNumber(entrants)}
          href={href(`/flux/${dernier.id}/mouvements?nature=entree`)}
          {...courbe(
            passes
              .filter(({ premierFichier }) => !premierFichier)
              .flatMap(({ entrants: n }) => n ?? []),
          )}
        />
      )}
      <Figure
        label="Dossiers incomplets"
        value={formatNumber(effectifs.incomplets)}
        of={`sur ${formatNumber(effectifs.beneficiaires)}`}
        href={href("/personnes?incomplet=oui")}
        {...courbe(tendance(({ incomplets }) => incomplets))}
      />
    </>
  );
}

/** Nobody to count: what will bring somebody. */
function Personne({ limite }: { readonly limite: boolean }): VNode {
  return limite ? (
    <EmptyState
      title="Aucune personne dans votre périmètre"
      text="Les personnes que l’on vous confie apparaîtront ici. Si vous en attendez, demandez à votre responsable."
    />
  ) : (
    <EmptyState
      title="Personne à accompagner pour l’instant"
      text="Le premier fichier mensuel de la CAF ou de la MSA apporte les personnes et leurs droits."
    />
  );
}
