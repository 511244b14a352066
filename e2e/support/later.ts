import { instantDe } from "../../src/accompagnement/agenda/domain/heures.ts";
import type { World } from "./world.ts";

/** Plays what is done on a day to come at a given hour, on the same data: meetings are held at their hour without waiting for it. */
export async function playAt(
  world: World,
  { jour, heure }: { readonly jour: string; readonly heure: number },
  play: (then: World) => Promise<void>,
): Promise<void> {
  const ahead = instantDe(jour, heure * 60).getTime() - Date.now();
  const product = await world.product.later(ahead);
  const then = world.before(product);
  let failure: string | null = "plus-tard";
  try {
    await play(then);
    failure = null;
  } finally {
    for (const problem of await then.end(failure)) world.report(problem);
    await product.stop();
  }
}
