import type { Context } from "./define-use-case.ts";

/** Something an act has just made true, that other modules keep their own accounts of. */
export interface Fact<Payload> {
  readonly name: string;
  /** Never set: carries the type of what is told. */
  readonly payload?: Payload;
}

export function defineFact<Payload>(name: string): Fact<Payload> {
  return { name };
}

/** What a module does when a fact is told, in the transaction of the fact: deadlines, reading tables. */
export interface Reaction {
  readonly fact: string;
  readonly run: (context: Context, payload: unknown) => Promise<void>;
}

export function onFact<Payload>(
  fact: Fact<Payload>,
  run: (context: Context, payload: Payload) => Promise<void>,
): Reaction {
  return { fact: fact.name, run: (context, payload) => run(context, payload as Payload) };
}
