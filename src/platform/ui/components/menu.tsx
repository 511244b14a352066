import type { ComponentChildren, VNode } from "preact";
import { classes } from "../tone.ts";

export interface MenuItem {
  readonly label: string;
  readonly href: string;
  /** `post` sends a form: an act, never a link. */
  readonly method?: "get" | "post" | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly danger?: boolean | undefined;
  readonly confirm?: string | undefined;
}

export interface MenuProps {
  readonly label: ComponentChildren;
  readonly items: readonly MenuItem[];
  /** Side on which the list opens. */
  readonly align?: "start" | "end" | undefined;
  readonly button?: boolean | undefined;
}

/** A list of quiet acts behind a word. Works without scripts. */
export function Menu({ label, items, align = "end", button = true }: MenuProps): VNode {
  return (
    <details class={classes("menu", align === "start" && "menu-start")} data-menu>
      <summary class={button ? "btn" : undefined}>{label}</summary>
      <ul class="menu-items">
        {items.map((item) => (
          <li key={item.href + item.label}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Item({ item }: { item: MenuItem }): VNode {
  const danger = item.danger ? "menu-danger" : undefined;
  if (item.method !== "post") {
    return (
      <a class={danger} href={item.href}>
        {item.label}
      </a>
    );
  }
  return (
    <form method="post" action={item.href}>
      {Object.entries(item.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={danger} data-confirm={item.confirm}>
        {item.label}
      </button>
    </form>
  );
}
