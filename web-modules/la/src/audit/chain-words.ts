import { formatCount, formatInstant } from '@mainstay/web-kit';
import type { ChainStateFragment } from '../generated/operations.ts';

/** Whether an authority's audit is whole, in words. */
export interface ChainInWords {
  readonly state: 'empty' | 'unverified' | 'intact' | 'broken';
  /** The one sentence that says it. */
  readonly heading: string;
  /** How much is sealed, and how much waits to be. */
  readonly sealed: string;
}

/** Says whether the audit was found whole, when, and how much of it is sealed. */
export function chainInWords(chain: ChainStateFragment): ChainInWords {
  const { sealedEvents, unsealedEvents, lastVerifiedAt, isIntact } = chain;
  const waiting =
    unsealedEvents > 0
      ? `; ${formatCount(unsealedEvents, 'more waits', 'more wait')} to be sealed, about a second`
      : '';
  const sealed = `${formatCount(sealedEvents, 'event')} sealed${waiting}.`;
  if (isIntact === false) {
    const heading = `The audit is not whole: a check on ${formatInstant(lastVerifiedAt)} found that something in it was changed, removed or cut off.`;
    return { state: 'broken', heading, sealed };
  }
  if (isIntact) {
    const heading = `The audit is whole: a check on ${formatInstant(lastVerifiedAt)} found nothing changed, removed or cut off.`;
    return { state: 'intact', heading, sealed };
  }
  if (sealedEvents === 0) return { state: 'empty', heading: 'Nothing has been sealed yet.', sealed };
  return { state: 'unverified', heading: 'The audit has not been checked yet.', sealed };
}
