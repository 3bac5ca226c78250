import { ageOnSql, ofChild } from './membership-sql.ts';

/** Which care leavers are asked about. */
export interface CareLeaversAsked {
  readonly from: number;
  readonly to: number;
  /** SQL over `leaver`, a boolean: in the numerator. */
  readonly counted: string;
  /** SQL over `leaver`, a boolean: the fact is not on record. */
  readonly notKnown: string;
  /** SQL cases over `leaver`, before that of those who died or returned home. */
  readonly leftOut?: string;
  /** SQL condition over `cohort` and `leaver`: whom the table asks about; everybody when left out. */
  readonly among?: string;
}

const isGone = "leaver.in_touch IN ('DIED', 'RHOM')";

/** SQL: the membership of an indicator of the care leavers whom the table OC3 of a year has. */
export function careLeaverMembership({ from, to, counted, notKnown, leftOut, among }: CareLeaversAsked): string {
  return `
    SELECT cohort.ord, cohort.la_code, cohort.child_id, cohort.is_visible,
      coalesce(${counted}, false) AS is_counted,
      coalesce(${notKnown}, true) AND NOT ${isGone} AS is_not_known,
      CASE leaver.in_touch WHEN 'DIED' THEN 'died' WHEN 'RHOM' THEN 'returned-home'
        ELSE CASE ${leftOut ?? ''} WHEN false THEN '' END END AS left_out
    FROM cohort
    JOIN care_leaver AS leaver ON ${ofChild('leaver', 'cohort')}
      AND cohort.to_on = make_date(leaver.collection_year, 3, 31)
      AND ${ageOnSql('cohort.date_of_birth', 'cohort.to_on')} BETWEEN ${from} AND ${to}
    WHERE ${among ?? 'true'}`;
}

/** SQL: the case of those whose care another authority has taken over. */
export const takenOverSql = `WHEN EXISTS (
  SELECT FROM episode WHERE ${ofChild('episode', 'cohort')} AND episode.superseded_at IS NULL
    AND episode.reason_ended = 'E3'
    AND NOT EXISTS (
      SELECT FROM episode AS later WHERE ${ofChild('later', 'cohort')} AND later.superseded_at IS NULL
        AND later.started_on > episode.started_on
    )
) THEN 'taken-over'`;

/** What the values of `left_out` mean. */
export const careLeaversLeftOut = {
  died: { reason: 'Care leavers who died are left out.' },
  'returned-home': { reason: 'Care leavers who returned home for six months or more are left out.' },
};

/** Those whose care another authority has taken over. */
export const takenOver = {
  'taken-over': { reason: 'Care leavers whose care another authority has taken over are left out.' },
};

/** What the indicators of care leavers say in common. */
export const ofLeavers = {
  unit: 'SHARE',
  outcomeArticle: 27,
  population: 'care-leavers',
  tables: ['OC3'],
  collectedSince: null,
  looksAt: 'year',
  knownOfNobody: null,
} as const;

/** Who is left out of all of them. */
export const leaversExcluded = [
  'Care leavers who died.',
  'Care leavers who returned home to their parents for six months or more.',
];

/** Where these definitions come from. */
export const leaversSource =
  'Department for Education, Children looked after in England: care leavers. Worked out from the table OC3 of the ' +
  'SSDA903 return.';
