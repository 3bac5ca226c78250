import { formatCount } from '../format/format.ts';

/** `1 record is open under a broken glass. 2 wait for review.`; null when there is nothing to say. */
export function noticeInWords(live: number, toReview: number): string | null {
  const sentences = [
    live > 0 && `${formatCount(live, 'record is', 'records are')} open under a broken glass.`,
    toReview > 0 && `${formatCount(toReview, 'broken glass waits', 'broken glasses wait')} for review.`,
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join(' ') : null;
}
