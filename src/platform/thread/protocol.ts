export interface ThreadOrder<Order> {
  readonly id: number;
  readonly order: Order;
}

export type ThreadAnswer<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failure: string };
