import type { World } from "./world.ts";

/** One thing somebody comes to do, from its first page to what she leaves with. */
export interface Journey {
  readonly title: string;
  readonly run: (world: World) => Promise<void>;
}
