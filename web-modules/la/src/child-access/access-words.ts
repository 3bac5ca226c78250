import type { ChildAccessKind } from '../generated/operations.ts';

const ways: Readonly<Record<ChildAccessKind, { readonly words: string; readonly meaning: string }>> = {
  OPENED: { words: 'Opened the record', meaning: 'They read some or all of what the record says.' },
  LISTED: {
    words: 'Saw it in a list',
    meaning:
      'The child’s number was in a list on their screen, or another record led to it. They did not open the record.',
  },
  CHANGED: {
    words: 'Changed something',
    meaning: 'They added to the record, put something right in it, or took something out.',
  },
};

/** How close somebody’s look at a record was, in words that a child understands. */
export function howInWords(how: ChildAccessKind): string {
  return ways[how].words;
}

/** Each way of looking, with what it means. */
export const waysOfLooking: readonly { readonly words: string; readonly meaning: string }[] = Object.values(ways);
