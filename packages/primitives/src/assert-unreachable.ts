/** Ends an exhaustive `switch`: a case nobody handled does not compile, and throws if it happens all the same. */
export function assertUnreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
