import { ofChild, shortBreak } from './membership-sql.ts';
import { inPeriod, recordedMembership, saidOf } from './recorded-membership.ts';

/** SQL: what one of a child's own ratings of the period says, where it has a score. */
const rated = (about: string): string => `(
  SELECT (rating ->> 'score')::numeric > CASE said.scale WHEN 'THREE_FACES' THEN 2 WHEN 'FIVE_FACES' THEN 3 ELSE 5 END
  FROM voice AS said CROSS JOIN LATERAL jsonb_array_elements(said.ratings) AS rating
  WHERE ${ofChild('said', 'cared')} AND said.superseded_at IS NULL AND NOT said.is_withdrawn AND said.speaker = 'CHILD'
    AND ${inPeriod('said.said_on')} AND rating ->> 'about' = '${about}' AND rating ->> 'score' IS NOT NULL
  ORDER BY said.said_on DESC LIMIT 1
)`;

/** SQL: the membership of an indicator of how content children say they are with one thing: what they said last. */
export function satisfactionMembership(about: string): string {
  return recordedMembership({
    counted: rated(about),
    notKnown: `NOT ${saidOf('voice', "said.speaker = 'CHILD'")}`,
    notAsked: `${rated(about)} IS NULL`,
  });
}

/** What the indicators of satisfaction say in common. */
export const ofSatisfaction = {
  numerator: 'Those whose last rating in the period was above the middle of its scale.',
  denominator: 'Children looked after on the last day of the period whose own rating of it in the period is on record.',
  goodDirection: 'HIGHER',
  needs: ['VISITS_AND_SUPERVISION'],
  notKnown: null,
  knownOfNobody:
    'No child’s own rating is on record for the period. Ask children and take down what they say to have the figure.',
  leftOut: {
    'short-break': shortBreak,
    'not-asked': { reason: 'Children whose own rating in the period is not on record are left out.' },
  },
} as const;
