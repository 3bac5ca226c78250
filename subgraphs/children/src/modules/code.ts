import { meaningOf, type CodeSetName } from '@mainstay/ssda903';

/** A code of the SSDA903 return with what it means, as the graph answers it. */
export interface Code {
  readonly code: string;
  readonly meaning: string;
}

/** `code` with its meaning in the code set. */
export function codeIn(set: CodeSetName, code: string): Code {
  return { code, meaning: meaningOf(set, code) };
}

/** `code` with its meaning, or null where the return leaves it blank. */
export function optionalCodeIn(set: CodeSetName, code: string | null): Code | null {
  return code === null || code === '' ? null : codeIn(set, code);
}
