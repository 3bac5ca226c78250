import type { TagColour } from '@mainstay/web-kit';
import type { CredentialScope, CredentialStatus } from '../generated/operations.ts';

/** What a machine may be allowed to read, each with what that is. */
export const scopesInWords: readonly {
  readonly scope: CredentialScope;
  readonly words: string;
  readonly meaning: string;
}[] = [
  {
    scope: 'CHILDREN',
    words: 'Children’s records',
    meaning:
      'Every child of the authority with their episodes, placements, legal statuses and reviews. Restricted records not.',
  },
  { scope: 'WORKFORCE', words: 'Workers', meaning: 'Social workers, their registrations and their posts.' },
  {
    scope: 'CONTRACTS',
    words: 'Practices and contracts',
    meaning: 'Practices, contracts and which children are allocated to them.',
  },
  {
    scope: 'FIGURES',
    words: 'Figures only',
    meaning: 'Measures as they are published: small numbers are left out. No child’s record.',
  },
];

/** What a machine may read, in a line. */
export function scopesInLine(scopes: readonly CredentialScope[]): string {
  return scopesInWords
    .filter(({ scope }) => scopes.includes(scope))
    .map(({ words }) => words)
    .join(', ');
}

const states: Readonly<Record<CredentialStatus, { readonly words: string; readonly colour: TagColour }>> = {
  ACTIVE: { words: 'In use', colour: 'green' },
  EXPIRED: { words: 'Expired', colour: 'grey' },
  REVOKED: { words: 'Revoked', colour: 'grey' },
};

/** Where a credential stands, in words and as the colour of its tag. */
export function statusInWords(status: CredentialStatus) {
  return states[status];
}
