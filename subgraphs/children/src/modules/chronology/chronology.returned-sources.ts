import { meaningOf, type CodeSetName } from '@mainstay/ssda903';
import { after, type About, type ChronologySource } from './chronology.source.ts';

const meaning = (set: CodeSetName, code: About[string] | undefined): string =>
  typeof code === 'string' && code !== '' ? meaningOf(set, code) : 'not known';

const onDay = (day: string): string => `t.child_id || '.' || to_char(${day}, 'YYYYMMDD')`;

/** What is worked out from the returns, as it is believed now. */
const alwaysBelieved: readonly ChronologySource[] = [
  {
    name: 'worker-left',
    kind: 'SOCIAL_WORKER',
    part: 'SOCIAL_WORKERS',
    table: 'social_worker_episode',
    day: 't.ended_on',
    about: { worker: 't.worker_id' },
    origin: 'RETURN',
    title: () => 'A social worker left',
  },
  {
    name: 'worker-began',
    kind: 'SOCIAL_WORKER',
    part: 'SOCIAL_WORKERS',
    table: 'social_worker_episode',
    day: 't.started_on',
    about: { worker: 't.worker_id', reason: 't.reason' },
    origin: 'RETURN',
    title: () => 'A social worker took over',
    detail: ({ reason }) => (reason === null ? null : `Why: ${meaning('SW_REASON', reason)}.`),
  },
  {
    name: 'allocated',
    kind: 'ALLOCATION',
    part: 'ALLOCATIONS',
    table: 'allocation',
    day: 't.started_on',
    about: {},
    origin: 'CONTRACT',
    title: () => 'Allocated to a practice',
  },
  {
    name: 'allocation-ended',
    kind: 'ALLOCATION',
    part: 'ALLOCATIONS',
    table: 'allocation',
    day: 't.ended_on',
    about: {},
    origin: 'CONTRACT',
    title: () => 'The allocation to a practice ended',
  },
  {
    name: 'review',
    kind: 'REVIEW',
    part: 'REVIEWS',
    table: 'review',
    day: 't.held_on',
    about: { participation: 't.participation' },
    // The same review is told once, with what was recorded of it here.
    where: `NOT EXISTS (SELECT FROM review_meeting m WHERE m.la_code = t.la_code AND m.child_id = t.child_id
      AND m.held_on = t.held_on AND m.superseded_at IS NULL AND NOT m.is_withdrawn)`,
    origin: 'RETURN',
    title: () => 'Review held',
    detail: ({ participation }) => `${meaning('REVIEW_CODE', participation)}.`,
  },
  {
    name: 'missing-began',
    kind: 'SAFETY',
    part: 'SAFETY',
    table: 'missing_incident',
    day: 't.started_on',
    about: { missing: 't.kind' },
    origin: 'RETURN',
    title: ({ missing }) => (missing === 'A' ? 'Away without authorisation' : 'Missing'),
  },
  {
    name: 'missing-ended',
    kind: 'SAFETY',
    part: 'SAFETY',
    table: 'missing_incident',
    day: 't.ended_on',
    about: { missing: 't.kind' },
    origin: 'RETURN',
    title: ({ missing }) => (missing === 'A' ? 'Back after being away' : 'Back after being missing'),
  },
];

/** Care, placements and legal statuses as they are believed now. */
const believedNow: readonly ChronologySource[] = [
  {
    name: 'care-began',
    kind: 'CARE',
    part: 'EPISODES',
    table: 'period_of_care',
    day: 't.started_on',
    about: { isKnown: 't.is_start_known' },
    id: onDay('t.started_on'),
    origin: 'RETURN',
    title: ({ isKnown }) => (isKnown === true ? 'Came into care' : 'In care; when it began is not on record'),
  },
  {
    name: 'care-ended',
    kind: 'CARE',
    part: 'EPISODES',
    table: 'period_of_care',
    day: 't.ended_on',
    about: {},
    id: onDay('t.started_on'),
    origin: 'RETURN',
    title: () => 'Left care',
  },
  {
    name: 'placement-ended',
    kind: 'PLACEMENT',
    part: 'PLACEMENTS',
    table: 'placement',
    day: 't.ended_on',
    about: { type: 't.type', reason: 't.reason_ended' },
    origin: 'RETURN',
    title: ({ type }) => `The placement ended: ${meaning('PLACE', type)}`,
    detail: ({ reason }) => (reason === null ? null : `Why: ${whyEnded(String(reason))}.`),
  },
  {
    name: 'placed',
    kind: 'PLACEMENT',
    part: 'PLACEMENTS',
    table: 'placement',
    day: 't.started_on',
    about: { type: 't.type', isTemporary: 't.is_temporary', isSameCarer: 't.is_same_carer' },
    origin: 'RETURN',
    title: ({ type, isTemporary }) =>
      `${isTemporary === true ? 'Away for a time' : 'Placed'}: ${meaning('PLACE', type)}`,
    detail: ({ isSameCarer }) => (isSameCarer === true ? 'With the same carers as before.' : null),
  },
  {
    name: 'legal-status',
    kind: 'LEGAL_STATUS',
    part: 'LEGAL_STATUSES',
    table: 'legal_status_period',
    day: 't.started_on',
    about: { status: 't.legal_status' },
    id: onDay('t.started_on'),
    origin: 'RETURN',
    title: ({ status }) => `Legal status: ${meaning('LS', status)}`,
  },
];

/** The same from the episodes as they were known at an instant. */
const believedThen: readonly ChronologySource[] = [
  {
    name: 'episode-care',
    kind: 'CARE',
    part: 'EPISODES',
    table: 'episode',
    day: 't.started_on',
    about: { reason: 't.reason_started' },
    where: `t.reason_started = 'S'`,
    origin: 'RETURN',
    title: () => 'Came into care',
  },
  {
    name: 'episode-left',
    kind: 'CARE',
    part: 'EPISODES',
    table: 'episode',
    day: 't.ended_on',
    about: { reason: 't.reason_ended' },
    where: `t.reason_ended <> 'X1'`,
    origin: 'RETURN',
    title: ({ reason }) => `Left care${after(meaning('REC', reason))}`,
  },
  {
    name: 'episode-placed',
    kind: 'PLACEMENT',
    part: 'EPISODES',
    table: 'episode',
    day: 't.started_on',
    about: { type: 't.placement_type' },
    where: `t.reason_started <> 'L'`,
    origin: 'RETURN',
    title: ({ type }) => `Placed: ${meaning('PLACE', type)}`,
  },
  {
    name: 'episode-status',
    kind: 'LEGAL_STATUS',
    part: 'EPISODES',
    table: 'episode',
    day: 't.started_on',
    about: { status: 't.legal_status' },
    where: `t.reason_started IN ('S', 'L', 'B', 'U')`,
    origin: 'RETURN',
    title: ({ status }) => `Legal status: ${meaning('LS', status)}`,
  },
];

/** The last placement of a time in care ends with the reason why the care ceased, from the other code set. */
function whyEnded(reason: string): string {
  const change = meaning('REASON_PLACE_CHANGE', reason);
  return change === reason ? meaning('REC', reason) : change;
}

/** What the returns and contracts say, believed now, or as far as episodes tell, as known at an instant. */
export function returnedSources(isThen: boolean): readonly ChronologySource[] {
  return [...(isThen ? believedThen : believedNow), ...alwaysBelieved];
}
