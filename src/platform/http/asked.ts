/**
 * What a page already asked while it reads: its header, its cards and its timeline ask the same act the same thing,
 * and one answer serves them all.
 */
export class Asked {
  readonly #answers = new Map<object, Map<string, Promise<unknown>>>();

  once<Output>(act: object, input: unknown, run: () => Promise<Output>): Promise<Output> {
    const question = JSON.stringify(input) ?? "";
    const answers = this.#answers.get(act) ?? new Map<string, Promise<unknown>>();
    this.#answers.set(act, answers);
    const known = answers.get(question);
    // An act answers with one type, whatever it is asked.
    if (known) return known as Promise<Output>;
    const answer = run();
    answers.set(question, answer);
    return answer;
  }

  /** Something was written, or others had time to: what is asked next is read again. */
  forget(): void {
    this.#answers.clear();
  }
}
