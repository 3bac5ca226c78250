import { annexACode } from '@mainstay/annex-a';
import { ageOf, textOf, truthOf, type AnnexAFilling, picked } from './annex-a.list.ts';

/** The columns with which lists of children begin. */
export const whoTheChildIs: readonly AnnexAFilling[] = [
  picked('Child Unique ID', 'localId', 'The authority’s own number for the child'),
  {
    name: 'Gender',
    source: 'Sex as returned in the SSDA903',
    whyBlank: null,
    cell: ({ sex }) => annexACode('gender', textOf(sex)),
  },
  {
    name: 'Ethnicity',
    source: 'Ethnic origin as returned in the SSDA903',
    whyBlank: null,
    cell: ({ ethnicity }) => annexACode('ethnicity', textOf(ethnicity)),
  },
  picked('Date of Birth', 'dateOfBirth', 'The SSDA903’s Header'),
  {
    name: 'Age of Child (Years)',
    source: 'Worked out on the day of the list',
    whyBlank: null,
    cell: ({ dateOfBirth }, asAt) => ageOf(dateOfBirth, asAt),
  },
];

/** Whether the child is disabled, as the record says. */
export const disability: AnnexAFilling = {
  name: 'Does the Child have a Disability',
  source: 'The child’s profile; unknown where it says nothing',
  whyBlank: null,
  cell: ({ isDisabled }) => annexACode('yesNo', truthOf(isDisabled) ?? 'unknown'),
};

/** The team and the worker; the worker's number becomes a name where workforce knows it. */
export const teamAndWorker: readonly AnnexAFilling[] = [
  picked('Allocated Team', 'team', 'The child’s profile', 'No team is recorded in the child’s profile.'),
  picked(
    'Allocated Worker',
    'workerId',
    'The child’s lead professional on the day, or on the last day in care',
    'The child had no lead professional then.',
  ),
];

/** SQL: what the columns about who the child is are picked from, of a relation `child`. */
export const personColumnsSql = `child.id AS "childId", child.local_id AS "localId", child.sex, child.ethnicity,
  child.date_of_birth AS "dateOfBirth", about.is_disabled AS "isDisabled", about.team`;

/** SQL: the child's profile as it was recorded for the day. */
export const profileSql = `LEFT JOIN LATERAL (
    SELECT p.is_disabled, p.team FROM profile p
    WHERE p.la_code = child.la_code AND p.child_id = child.id AND p.superseded_at IS NULL AND NOT p.is_withdrawn
      AND p.as_of <= $2::date
    ORDER BY p.as_of DESC LIMIT 1
  ) about ON true`;

/** SQL: the lead professional on a day. */
export function workerSql(day: string): string {
  return `LEFT JOIN LATERAL (
    SELECT s.worker_id FROM social_worker_episode s
    WHERE s.la_code = child.la_code AND s.child_id = child.id AND s.started_on <= ${day}
      AND (s.ended_on IS NULL OR s.ended_on >= ${day})
    ORDER BY s.started_on DESC, s.ended_on DESC, s.id DESC LIMIT 1
  ) led ON true`;
}
