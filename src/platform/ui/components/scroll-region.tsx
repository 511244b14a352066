import type { ComponentChildren, VNode } from "preact";

/** A part wider than a small screen: scrolls by itself, by keyboard too. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ComponentChildren;
}): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, what scrolls must be reached by keyboard
    <section class={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
