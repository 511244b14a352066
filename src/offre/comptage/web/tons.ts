const tons = ["a", "b", "c", "d", "e", "f"] as const;

/** One kind of colour for each axis, the same on every drawing. */
export const tonDeLAxe = (rang: number): (typeof tons)[number] => tons[rang % tons.length] ?? "a";
