import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { type Task, TaskList } from "#platform/ui/components/task-list.tsx";
import { formatCount, formatRelative } from "#platform/ui/format.ts";
import type { EcheanceNommee } from "../db/compter.ts";
import { libellesMoment, momentsPressants } from "../domain/moment.ts";
import type { AFaire, GroupeAFaire } from "../usecases/lire-a-faire.ts";
import { EtatEcheance } from "./mots.tsx";
import type { PortsEcheance } from "./ports.ts";

interface Props {
  readonly aFaire: AFaire;
  readonly href: (path: string) => string;
  readonly ports: Pick<PortsEcheance, "nommer" | "chemin">;
}

/** What presses, as the home shows it: late, today, within seven days; each line a person, or the door to many. */
export function EcheancesAFaire(props: Props): VNode {
  const { groupes } = props.aFaire;
  if (groupes.length === 0) {
    return (
      <EmptyState
        title="Aucune échéance ne presse"
        text="Rien n’est en retard ni à faire dans les sept jours."
      />
    );
  }
  return (
    <Card title="Échéances" aside={<a href={props.href("/echeances")}>Toutes les échéances</a>}>
      <div class="stack">
        {momentsPressants.map((moment) => {
          const siens = groupes.filter((groupe) => groupe.moment === moment);
          if (siens.length === 0) return null;
          const total = siens.reduce((somme, { nombre }) => somme + nombre, 0);
          return (
            <section key={moment} aria-labelledby={`echeances-${moment}`}>
              <h3 id={`echeances-${moment}`}>
                {libellesMoment[moment]} ({formatCount(total, "échéance", "échéances")})
              </h3>
              <TaskList
                label={libellesMoment[moment]}
                tasks={siens.flatMap((groupe) => lignes(groupe, props))}
              />
            </section>
          );
        })}
      </div>
    </Card>
  );
}

function lignes(groupe: GroupeAFaire, props: Props): readonly Task[] {
  const [ancienne] = groupe.echeances;
  if (ancienne && groupe.nombre > groupe.echeances.length) {
    return [porte(groupe, ancienne, props)];
  }
  return groupe.echeances.map((echeance) => personne(groupe, echeance, props));
}

function personne(groupe: GroupeAFaire, echeance: EcheanceNommee, props: Props): Task {
  const { href, ports, aFaire } = props;
  return {
    key: String(echeance.id),
    label: groupe.libelle,
    hint: ports.nommer(echeance),
    href: href(ports.chemin(groupe.code, echeance.personneId)),
    state: <EtatEcheance limite={echeance.limite} le={aFaire.le} />,
  };
}

function porte(groupe: GroupeAFaire, ancienne: EcheanceNommee, props: Props): Task {
  const { moment, code, pour, nombre, libelle } = groupe;
  const { href, ports, aFaire } = props;
  const quand = `${ports.nommer(ancienne)}, ${formatRelative(ancienne.limite, aFaire.le)}`;
  return {
    key: `${code}-${moment}-${pour}`,
    label: `${libelle} (${formatCount(nombre, "personne", "personnes")})`,
    hint: `La première attendue : ${quand}`,
    href: href(`/echeances?quand=${moment}&pour=${pour}&quoi=${code}`),
    state: <EtatEcheance limite={ancienne.limite} le={aFaire.le} />,
  };
}
