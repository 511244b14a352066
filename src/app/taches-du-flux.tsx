import type { resumerFlux } from "#droits/flux-caf";
import type { Request } from "#platform/http/route.ts";
import { Etat } from "#platform/ui/components/tag.tsx";
import type { Task } from "#platform/ui/components/task-list.tsx";
import { formatCount, formatDate, formatRelative } from "#platform/ui/format.ts";
import { deMois, nommerFlux } from "../droits/flux-caf/http.ts";

type Flux = Awaited<ReturnType<typeof resumerFlux.execute>>;

/** What the files ask of who holds them: late first. */
export function tachesDuFlux(
  flux: Flux,
  droits: ReadonlySet<string>,
  href: Request["href"],
): Task[] {
  return [
    ...interrompue(flux, droits, href),
    ...attendu(flux, droits, href),
    ...rejets(flux, droits, href),
  ];
}

function interrompue(
  { enCours }: Flux,
  droits: ReadonlySet<string>,
  href: Request["href"],
): Task[] {
  if (enCours?.dite !== "interrompue" || !droits.has("flux:importer")) return [];
  return [
    {
      key: "interrompue",
      label: `Reprendre l’intégration du ${nommerFlux(enCours).toLowerCase()}`,
      hint: "Elle s’est arrêtée avant la fin ; rien n’est perdu",
      href: href(`/flux/${enCours.id}`),
      state: <Etat tone="late">Interrompue</Etat>,
    },
  ];
}

function attendu(
  { attente, aujourdhui }: Flux,
  droits: ReadonlySet<string>,
  href: Request["href"],
): Task[] {
  if (!attente || attente.etat === "a-venir" || !droits.has("flux:importer")) return [];
  const retard = attente.etat === "en-retard";
  return [
    {
      key: "attendu",
      label: `Déposer le fichier mensuel ${deMois(attente.mois)}`,
      hint: retard
        ? `Il était attendu le ${formatDate(attente.attenduLe)} ; s’il n’est pas arrivé, demandez-le à l’organisme payeur`
        : `Attendu à partir du ${formatDate(attente.attenduLe)}`,
      href: href("/flux/nouveau"),
      state: (
        <Etat tone={retard ? "late" : "soon"}>
          {retard ? formatRelative(attente.attenduLe, aujourdhui) : "attendu"}
        </Etat>
      ),
    },
  ];
}

function rejets(
  { rejets: groupes }: Flux,
  droits: ReadonlySet<string>,
  href: Request["href"],
): Task[] {
  if (!droits.has("flux:corriger")) return [];
  return groupes.map(({ id, reference, fichier, nombre }) => ({
    key: `rejets-${id}`,
    label: `Corriger ${formatCount(nombre, "rejet", "rejets")} du fichier ${deMois(reference)}`,
    hint: fichier,
    href: href(`/flux/${id}/rejets`),
    state: <Etat tone="late">À corriger</Etat>,
  }));
}
