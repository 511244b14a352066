import type { ComponentChildren, VNode } from "preact";

export interface Task {
  readonly key: string;
  /** The act as a verb: « Signer le contrat ». */
  readonly label: string;
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  /** An `Etat`, or a deadline in words. */
  readonly state: ComponentChildren;
}

/** A long job as a list of short ones, each with its state. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label: string }): VNode {
  return (
    <ul class="tasks" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.key}>
          <div class="tasks-main">
            {task.href === undefined ? task.label : <a href={task.href}>{task.label}</a>}
            {task.hint !== undefined && <span class="tasks-hint">{task.hint}</span>}
          </div>
          {task.state}
        </li>
      ))}
    </ul>
  );
}
