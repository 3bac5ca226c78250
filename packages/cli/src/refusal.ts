/** The command was not understood: exit code 2. */
export class UsageError extends Error {}

/** The platform refused or could not be reached, and the message says why: exit code 1. */
export class Refusal extends Error {}
