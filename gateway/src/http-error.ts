/** A request that is refused before it reaches the graph: the status, a code, and what the sender is told. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }

  /** The body of the answer, in the form of a GraphQL error, which every door of the gateway uses. */
  get body(): { errors: [{ message: string; extensions: { code: string } }] } {
    return { errors: [{ message: this.message, extensions: { code: this.code } }] };
  }
}
