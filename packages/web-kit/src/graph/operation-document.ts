/**
 * One registered operation: its name and the SHA-256 of its text, which the gateway knows. The text itself stays out of
 * the browser. Made by `npm run generate` from a `.graphql` file.
 */
export interface OperationDocument<Data, Variables> {
  readonly name: string;
  readonly hash: string;
  /** Never there: it carries the types of the answer and the variables. */
  readonly types?: (variables: Variables) => Data;
}
