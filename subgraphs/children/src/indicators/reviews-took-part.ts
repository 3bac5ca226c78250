import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql, ofChild } from './membership-sql.ts';

export const reviewsTookPart: ChildIndicator = {
  code: 'reviews-took-part',
  title: 'Reviews in which the child took part',
  definition:
    'The share of the statutory reviews held in the period of children aged 4 or over in which the child took part or ' +
    'made their views known. It counts reviews, not children.',
  numerator:
    'Those in which the child took part: attended, or had their views conveyed (PN1 to PN6). PN4, attended without ' +
    'conveying a view, is among them, as in the published figure.',
  denominator: 'Reviews held in the period of children aged 4 or over on the day of the review.',
  excluded: ['Reviews of children under 4 on the day, and reviews recorded as such (PN0).'],
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source: 'Department for Education, SSDA903 return: participation in reviews (REVIEW_CODE).',
  ...ofChildrenInCare,
  outcomeArticle: 27,
  population: 'reviews',
  isToldOfPractices: true,
  tables: ['Header', 'Reviews'],
  collectedSince: null,
  looksAt: 'period',
  notKnown: null,
  knownOfNobody: null,
  leftOut: {
    'under-four': { reason: 'Reviews of children under 4, or recorded as such (PN0), are left out.' },
  },
  membership: `
    SELECT cohort.ord, cohort.la_code, cohort.child_id, cohort.is_visible,
      review.participation IN ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6') AS is_counted,
      false AS is_not_known,
      CASE
        WHEN review.participation = 'PN0' OR ${ageOnSql('cohort.date_of_birth', 'review.held_on')} < 4
        THEN 'under-four'
      END AS left_out
    FROM cohort
    JOIN review ON ${ofChild('review', 'cohort')} AND review.held_on BETWEEN cohort.from_on AND cohort.to_on`,
};
