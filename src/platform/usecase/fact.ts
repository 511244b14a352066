/** Something an act has just made true, that other modules keep their own accounts of. */
export interface Fact<Payload> {
  readonly name: string;
  /** Never set: carries the type of what is told. */
  readonly payload?: Payload;
}

export function defineFact<Payload>(name: string): Fact<Payload> {
  return { name };
}
