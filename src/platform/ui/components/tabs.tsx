import type { VNode } from "preact";
import { Icon } from "./icon.tsx";

export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly count?: number | undefined;
  /** Kept behind « Plus », unless it is the one that is read. */
  readonly more?: boolean | undefined;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly current: string;
}

/** Sections of one thing, each a real page. */
export function Tabs({ label, tabs, current }: TabsProps): VNode {
  const others = tabs.filter(({ key, more }) => more && key !== current);
  // A disclosure that hides one page alone would only hide it.
  const behind = others.length > 1 ? others : [];
  const line = tabs.filter(({ more }) => !more);
  const read = tabs.filter((tab) => tab.more && !behind.includes(tab));
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {[...line, ...read].map((tab) => (
          <li key={tab.key}>
            <TabLink tab={tab} current={current} />
          </li>
        ))}
      </ul>
      {behind.length > 0 && (
        <details class="menu tabs-more" data-menu>
          <summary>
            Plus<span class="visually-hidden"> de pages : {label}</span>
            <Icon name="bas" small />
          </summary>
          <ul class="menu-items">
            {behind.map((tab) => (
              <li key={tab.key}>
                <TabLink tab={tab} current={current} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

function TabLink({ tab, current }: { readonly tab: Tab; readonly current: string }): VNode {
  return (
    <a href={tab.href} aria-current={tab.key === current ? "page" : undefined}>
      {tab.label}
      {tab.count !== undefined && <span class="tabs-count"> {tab.count}</span>}
    </a>
  );
}
