/** A refusal the business decided. `code` is the contract (tests, API and screens match on it); `message` is for people. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
