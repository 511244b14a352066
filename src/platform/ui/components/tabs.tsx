import type { VNode } from "preact";

export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly count?: number | undefined;
}

/** Sections of one thing, each a real page. */
export function Tabs({
  label,
  tabs,
  current,
}: {
  label: string;
  tabs: readonly Tab[];
  current: string;
}): VNode {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.key}>
            <a href={tab.href} aria-current={tab.key === current ? "page" : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="tabs-count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
