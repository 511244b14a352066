import type { VNode } from "preact";
import { Dialog } from "./dialog.tsx";

type Key = readonly [readonly string[], string];

/** A page that `g` then a letter opens. */
export interface GoKey {
  readonly letter: string;
  readonly label: string;
}

const keys: readonly Key[] = [
  [["/"], "Chercher une personne, un dossier, une structure"],
  [["↓", "↑"], "Ligne suivante, ligne précédente d’une liste (ou j et k)"],
  [["Entrée"], "Ouvrir la ligne"],
  [["Espace"], "Choisir la ligne, quand la liste le permet"],
  [["Échap"], "Fermer un menu, un panneau ou une fenêtre"],
  [["?"], "Afficher cette aide"],
];

function Kbd({ children }: { children: string }): VNode {
  return <kbd>{children}</kbd>;
}

/** The list of keys: in the help dialog of every page, and on the help page itself. */
export function KeyboardHelp({ go }: { go: readonly GoKey[] }): VNode {
  const all: readonly Key[] = [
    ...keys,
    ...go.map(({ letter, label }): Key => [["g", letter], `Aller à « ${label} »`]),
  ];
  return (
    <dl class="keys">
      {all.map(([combination, meaning]) => [
        <dt key={meaning} class="row">
          {combination.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </dt>,
        <dd key={`${meaning}-sens`}>{meaning}</dd>,
      ])}
    </dl>
  );
}

export function HelpDialog({ href, go }: { href: string; go: readonly GoKey[] }): VNode {
  return (
    <Dialog id="aide-clavier" title="Raccourcis du clavier" help>
      <div class="stack">
        <KeyboardHelp go={go} />
        <p class="small">
          <a href={href}>Toute l’aide</a>
        </p>
      </div>
    </Dialog>
  );
}
