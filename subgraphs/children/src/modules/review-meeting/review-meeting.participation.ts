import { ageOn, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';

/** How a child's views came to a review: `ReviewContribution` of the graph. */
export type ReviewContribution = 'SPOKE' | 'ADVOCATE_SPOKE' | 'SHOWN_WITHOUT_WORDS' | 'SENT' | 'NONE';

/** How a child took part in a review. */
export interface Participation {
  readonly childAttended: boolean | null;
  readonly contribution: ReviewContribution | null;
  /** `REVIEW_CODE` of the SSDA903 return. */
  readonly participation: string;
}

const YOUNGEST_ASKED = 4;
const ATTENDED: Readonly<Record<ReviewContribution, string | null>> = {
  SPOKE: 'PN1',
  ADVOCATE_SPOKE: 'PN2',
  SHOWN_WITHOUT_WORDS: 'PN3',
  NONE: 'PN4',
  SENT: null,
};
const ABSENT: Readonly<Record<ReviewContribution, string | null>> = {
  ADVOCATE_SPOKE: 'PN5',
  SENT: 'PN6',
  NONE: 'PN7',
  SPOKE: null,
  SHOWN_WITHOUT_WORDS: null,
};

/**
 * How a child took part, from the answers to two plain questions. Of a child under 4 on the day nothing has to be
 * answered, and the return says no more than that.
 *
 * @throws RecordFault when an answer is missing, or the two contradict each other.
 */
export function participationOf(
  answers: { readonly childAttended?: boolean | null; readonly contribution?: ReviewContribution | null },
  { dateOfBirth, heldOn }: { readonly dateOfBirth: PlainDate; readonly heldOn: PlainDate },
): Participation {
  const childAttended = answers.childAttended ?? null;
  const contribution = answers.contribution ?? null;
  if (ageOn(dateOfBirth, heldOn) < YOUNGEST_ASKED) return { childAttended, contribution, participation: 'PN0' };
  if (childAttended === null) throw new RecordFault('childAttended', 'Say whether the child was there.');
  if (contribution === null) throw new RecordFault('contribution', 'Say how the child’s views came to the review.');
  const participation = (childAttended ? ATTENDED : ABSENT)[contribution];
  if (participation === null) {
    const message = childAttended
      ? 'A child who was there did not send their views. Say how the child showed them at the review.'
      : 'A child who was not there could neither speak nor show their views. Say how they came to the review.';
    throw new RecordFault('contribution', message);
  }
  return { childAttended, contribution, participation };
}
