export type { SyntheseEntretiens } from "./domain/synthese.ts";
