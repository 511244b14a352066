import type { VNode } from "preact";

export interface Crumb {
  readonly label: string;
  readonly href?: string | undefined;
}

export function Breadcrumb({ items }: { items: readonly Crumb[] }): VNode | null {
  if (items.length === 0) return null;
  return (
    <nav class="breadcrumb" aria-label="Fil d’Ariane">
      <ol>
        {items.map((item, index) => (
          <li key={item.label}>
            {item.href === undefined || index === items.length - 1 ? (
              <span aria-current={index === items.length - 1 ? "page" : undefined}>
                {item.label}
              </span>
            ) : (
              <a href={item.href}>{item.label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
