/** What a colour says. Always shown with its word. */
export type State = "late" | "soon" | "ok" | "waiting" | "closed" | "neutral";

/** A state, or one of six kinds (`a`…`f`) that only tell things apart. */
export type Tone = State | "a" | "b" | "c" | "d" | "e" | "f";

export function toneClass(tone: Tone | undefined): string {
  return tone === undefined ? "" : `tone-${tone}`;
}

/** Joins class names, without the absent ones. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== "").join(" ");
}
