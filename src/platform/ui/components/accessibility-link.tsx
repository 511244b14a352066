import type { VNode } from "preact";

/** The three words of the law; without an audit, a site is « non conforme ». */
export type Conformity = "totalement conforme" | "partiellement conforme" | "non conforme";

export function AccessibilityLink({
  href,
  conformity = "non conforme",
}: {
  href: string;
  conformity?: Conformity | undefined;
}): VNode {
  return <a href={href}>Accessibilité : {conformity}</a>;
}
