import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenInSample, givenOfficer } from '../../testing/close-to-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { CareRecorder } from '../../testing/recording-care.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  commissioner,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  practiceManager,
  reviewingOfficer,
  socialWorker,
  worker,
} from '../../testing/staff.ts';

let world: SafeguardsWorld;
/** A child whom returns name: what is held of reviews is held in the return too. */
let returned: string;
const inPractice = { allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] };
const theirs = aChild({ ...inPractice, reviews: [{ on: '2026-03-02', code: 'PN1' }] });
const partly = aChild({
  allocations: [{ practice: 'harbour-practice', from: '2024-01-01', functions: ['CARE_PLANNING'] }],
});
const others = aChild();

const MEETING = `id status plannedFor heldOn place childAttended contribution nextReviewBy minutes cancelledReason
  participation { code } chairedBy { id } isPlanRight { value } discussion { on note }
  invitations { party isInvited notInvitedReason attended } reports { name receivedOn } views { party text notKnown }
  decisions { id what who dueOn status isLate recorded { version } } recorded { version by { id } reason }`;
const OUTCOME = `{ __typename ... on ReviewMeetingSuccess { meeting { ${MEETING} } } ... on RecordInputError { field message }
  ... on RecordChangedError { recorded { version } } }`;
const PREPARE = `mutation ($input: PrepareReviewInput!) { done: prepareReview(input: $input) ${OUTCOME} }`;
const HOLD = `mutation ($input: HoldReviewInput!) { done: holdReview(input: $input) ${OUTCOME} }`;
const CANCEL = `mutation ($input: CorrectingInput!) { done: cancelReview(input: $input) ${OUTCOME} }`;

interface Meeting {
  readonly id: string;
  readonly status: string;
  readonly recorded: { readonly version: number };
  readonly decisions: readonly { readonly id: string; readonly recorded: { readonly version: number } }[];
}
interface Outcome {
  readonly __typename: string;
  readonly field?: string;
  readonly meeting: Meeting;
}

let entries = 0;
const asked = async (viewer: Viewer, mutation: string, input: object): Promise<Outcome> =>
  (await world.ask<{ done: Outcome }>(viewer, mutation, { input })).data.done;
const planned = (parts: object = {}) => ({
  childId: returned,
  key: `review ${++entries}`,
  plannedFor: '2026-12-01',
  ...parts,
});
const held = (parts: object = {}) => ({
  childId: returned,
  key: `review ${++entries}`,
  heldOn: '2026-11-20',
  childAttended: true,
  contribution: 'SPOKE',
  isPlanRight: { value: true },
  planNote: 'It works.',
  nextReviewBy: '2027-05-20',
  minutes: 'What was said.',
  ...parts,
});
const correcting = ({ id, recorded }: Meeting, reason = 'It had to be changed.') => ({
  id,
  version: recorded.version,
  reason,
});
const reviewsOf = async (viewer: Viewer, id: string) => {
  const QUERY = `query ($id: ID!) { child(id: $id) { reviews { heldOn participation { code } }
    reviewMeetings { status } reviewDecisions { what } reviewConcerns { text } } }`;
  const { data } = await world.ask<{
    child: { reviews: { heldOn: string }[]; reviewMeetings: object[]; reviewDecisions: object[] } | null;
  }>(viewer, QUERY, { id });
  return data.child;
};
const rowsHeld = () =>
  world.database.owner((db) =>
    db.query(
      `SELECT collection_year AS year, array_to_string(cells, '|') AS cells, is_recorded AS "isRecorded" FROM return_row
       WHERE child_id = $1 AND table_name = 'Reviews' AND superseded_at IS NULL ORDER BY 2`,
      [returned],
    ),
  );

beforeAll(async () => {
  world = await startSafeguards();
  returned = await new CareRecorder(world).takeIn('RETURNED', '2026-02-02');
  await givenChildren(world.database, [theirs, partly, others]);
  for (const id of [returned, idOf(theirs), idOf(partly)]) await givenOfficer(world.database, id);
  await givenInSample(world.database, idOf(theirs));
});
afterAll(() => world.close());

describe('a review is prepared', () => {
  test.each([
    ['a social worker of the authority', socialWorker, '2026-12-02'],
    ['a worker of the practice', worker, '2026-12-03'],
    ['a manager of the practice', practiceManager, '2026-12-04'],
    ['the child’s reviewing officer', reviewingOfficer, '2026-12-05'],
  ])('by %s', async (_, viewer, plannedFor) => {
    const { __typename } = await asked(viewer, PREPARE, planned({ childId: idOf(theirs), plannedFor }));
    expect(__typename).toBe('ReviewMeetingSuccess');
  });

  test('step by step: what is left out stays as it is', async () => {
    const { meeting } = await asked(worker, PREPARE, planned({ childId: idOf(theirs), plannedFor: '2026-12-10' }));
    const invitations = [
      { party: 'CHILD', isInvited: true },
      { party: 'FATHER', isInvited: false, notInvitedReason: 'A court barred it.' },
    ];
    const reports = [{ name: 'School', askedOn: '2026-11-20' }];
    const more = { childId: idOf(theirs), plannedFor: null, correcting: correcting(meeting), invitations, reports };
    const { meeting: second } = await asked(worker, PREPARE, planned(more));
    const talk = {
      childId: idOf(theirs),
      plannedFor: null,
      correcting: correcting(second),
      discussion: { on: '2026-11-21', note: 'Wants to see the cat.' },
      views: [
        { party: 'CHILD', text: 'I want to stay.' },
        { party: 'MOTHER', notKnown: 'DECLINED' },
      ],
    };
    const { meeting: third } = await asked(reviewingOfficer, PREPARE, planned(talk));
    expect(third).toMatchObject({
      plannedFor: '2026-12-10',
      invitations: [{ party: 'CHILD' }, { party: 'FATHER', isInvited: false, notInvitedReason: 'A court barred it.' }],
      reports: [{ name: 'School', receivedOn: null }],
      discussion: { on: '2026-11-21' },
      views: [{ text: 'I want to stay.' }, { text: null, notKnown: 'DECLINED' }],
      recorded: { version: 3, by: { id: 'officer' } },
    });
    expect((await asked(worker, PREPARE, planned(more))).__typename).toBe('RecordChangedError');
  });

  test('once, when it is sent twice; and called off with a reason', async () => {
    const input = planned({ plannedFor: '2026-12-20' });
    const { meeting } = await asked(manager, PREPARE, input);
    expect((await asked(manager, PREPARE, input)).meeting.id).toBe(meeting.id);
    const { meeting: off } = await asked(manager, CANCEL, correcting(meeting, 'Everybody is ill.'));
    expect(off).toMatchObject({ status: 'CANCELLED', cancelledReason: 'Everybody is ill.' });
    expect(await asked(manager, CANCEL, correcting(off))).toMatchObject({ field: 'id' });
    const WITHDRAW = 'mutation ($input: CorrectingInput!) { withdrawRecord(input: $input) { __typename } }';
    expect(await world.refusal(manager, WITHDRAW, { input: correcting(off) })).toBe('FORBIDDEN');
    expect((await asked(manager, PREPARE, planned({ plannedFor: '2026-12-20' }))).__typename).toBe(
      'ReviewMeetingSuccess',
    );
  });

  test.each([
    ['for a day that has passed', { plannedFor: '2026-11-21' }, 'plannedFor'],
    ['for no day', { plannedFor: null }, 'plannedFor'],
    ['for a day on which there is one', { plannedFor: '2026-12-25' }, 'plannedFor'],
    [
      'without a reason why somebody is not invited',
      { invitations: [{ party: 'MOTHER', isInvited: false }] },
      'invitations.0.notInvitedReason',
    ],
    ['with a view that is no answer', { views: [{ party: 'CHILD' }] }, 'views.0.text'],
    [
      'with a report that came before it was asked for',
      { reports: [{ name: 'GP', askedOn: '2026-11-02', receivedOn: '2026-11-01' }] },
      'reports.0.receivedOn',
    ],
  ])('not %s', async (_, parts, field) => {
    await asked(manager, PREPARE, planned({ key: 'christmas', plannedFor: '2026-12-25' }));
    const outcome = await asked(manager, PREPARE, planned({ plannedFor: '2026-12-28', ...parts }));
    expect(outcome).toMatchObject({ __typename: 'RecordInputError', field });
  });

  test.each([
    ['an analyst', analyst, theirs, 'FORBIDDEN'],
    ['a commissioner', commissioner, theirs, 'FORBIDDEN'],
    ['an inspector', inspectorOfBirmingham, theirs, 'FORBIDDEN'],
    ['a machine', integrator, theirs, 'FORBIDDEN'],
    ['another authority', foreignManager, theirs, 'NOT_FOUND'],
    ['a reviewing officer, of a child another reviews', reviewingOfficer, others, 'NOT_FOUND'],
    ['a practice whose contract does not delegate the preparation', worker, partly, 'FORBIDDEN'],
  ])('not by %s', async (_, viewer, child, code) => {
    expect(await world.refusal(viewer, PREPARE, { input: planned({ childId: idOf(child) }) })).toBe(code);
  });
});

describe('a review is held', () => {
  test('by the child’s IRO: it is a row of the return, and its decisions are followed up', async () => {
    const { meeting: prepared } = await asked(
      socialWorker,
      PREPARE,
      planned({ plannedFor: '2026-11-23', place: 'Home' }),
    );
    const decisions = [{ what: 'Find a tutor.', who: 'Social worker', dueOn: '2026-11-20' }];
    const input = held({ correcting: correcting(prepared), decisions });
    const { data, touched } = await world.ask<{ done: Outcome }>(reviewingOfficer, HOLD, { input });
    const { meeting } = data.done;
    expect(meeting).toMatchObject({
      id: prepared.id,
      status: 'HELD',
      heldOn: '2026-11-20',
      place: 'Home',
      chairedBy: { id: 'officer' },
      participation: { code: 'PN1' },
      decisions: [{ what: 'Find a tutor.', status: 'OPEN', isLate: true }],
    });
    expect(touched.changes.map(({ what }) => what)).toEqual([
      'review held',
      'review meeting corrected',
      'review meeting decision recorded',
    ]);
    expect(await rowsHeld()).toEqual([{ year: 2027, cells: 'RETURNED|06/05/2014|20/11/2026|PN1', isRecorded: true }]);
    expect((await reviewsOf(analyst, returned))?.reviews).toEqual([
      { heldOn: '2026-11-20', participation: { code: 'PN1' } },
    ]);
    const REPORT = `mutation ($input: ReportReviewDecisionInput!) { reportReviewDecision(input: $input) { __typename
      ... on ReviewDecisionSuccess { decision { status doneOn isLate } } ... on RecordInputError { field } } }`;
    const decision = { id: meeting.decisions[0]?.id, version: 1 };
    const report = async (parts: object) =>
      (await world.ask<Record<string, object>>(socialWorker, REPORT, { input: { ...decision, ...parts } })).data[
        'reportReviewDecision'
      ];
    expect(await report({ status: 'DONE' })).toMatchObject({ field: 'doneOn' });
    expect(await report({ status: 'NOT_DONE' })).toMatchObject({ field: 'note' });
    expect(await report({ status: 'DONE', doneOn: '2026-11-22' })).toMatchObject({
      decision: { status: 'DONE', doneOn: '2026-11-22', isLate: true },
    });
    expect(await report({ status: 'OPEN' })).toMatchObject({ __typename: 'RecordChangedError' });
  });

  test('and corrected, in the return as well, or taken back', async () => {
    const first = await asked(reviewingOfficer, HOLD, held({ heldOn: '2026-05-04', nextReviewBy: '2026-11-04' }));
    expect(first.__typename).toBe('ReviewMeetingSuccess');
    const moved = held({
      heldOn: '2026-03-31',
      nextReviewBy: '2026-09-30',
      childAttended: false,
      contribution: 'NONE',
      correcting: correcting(first.meeting, 'The wrong day.'),
    });
    const second = await asked(manager, HOLD, { ...moved, chairedById: 'officer' });
    expect(second.meeting).toMatchObject({ heldOn: '2026-03-31', participation: { code: 'PN7' } });
    expect(await rowsHeld()).toEqual([
      { year: 2027, cells: 'RETURNED|06/05/2014|20/11/2026|PN1', isRecorded: true },
      { year: 2026, cells: 'RETURNED|06/05/2014|31/03/2026|PN7', isRecorded: true },
    ]);
    const again = { ...moved, minutes: 'Better words.', correcting: correcting(second.meeting, 'Words.') };
    const third = await asked(reviewingOfficer, HOLD, again);
    expect(third.meeting.recorded).toMatchObject({ version: 3, reason: 'Words.' });
    expect((await asked(reviewingOfficer, HOLD, moved)).__typename).toBe('RecordChangedError');
    expect(await world.refusal(socialWorker, CANCEL, { input: correcting(third.meeting) })).toBe('FORBIDDEN');
    await asked(reviewingOfficer, CANCEL, correcting(third.meeting, 'It was another child’s.'));
    expect(await rowsHeld()).toHaveLength(1);
    expect((await reviewsOf(analyst, returned))?.reviews).toHaveLength(1);
  });

  test.each([
    ['in the future', { heldOn: '2026-11-23' }, 'heldOn'],
    ['before the child was born', { heldOn: '2010-01-01' }, 'heldOn'],
    ['before the child came into care', { heldOn: '2026-02-01', nextReviewBy: '2026-03-01' }, 'heldOn'],
    ['on a day on which one is recorded', {}, 'heldOn'],
    [
      'without saying how the child took part',
      { heldOn: '2026-11-19', nextReviewBy: '2026-12-01', contribution: null },
      'contribution',
    ],
    ['with a next one that is more than six months away', { heldOn: '2026-11-19' }, 'nextReviewBy'],
    [
      'with a decision due before it',
      {
        heldOn: '2026-11-19',
        nextReviewBy: '2026-12-01',
        decisions: [{ what: 'Act.', who: 'x', dueOn: '2026-11-18' }],
      },
      'decisions.0.dueOn',
    ],
    [
      'chaired by somebody who is not the child’s IRO',
      { heldOn: '2026-11-19', nextReviewBy: '2026-12-01', chairedById: 'somebody' },
      'chairedById',
    ],
  ])('not %s: the field is named, and the return stays as it is', async (_, parts, field) => {
    const before = await rowsHeld();
    const outcome = await asked(reviewingOfficer, HOLD, held(parts));
    expect(outcome).toMatchObject({ __typename: 'RecordInputError', field });
    expect(await rowsHeld()).toEqual(before);
  });

  test('not a second time on the day of one in an imported return, nor by two at once', async () => {
    const same = held({ childId: idOf(theirs), heldOn: '2026-03-02', nextReviewBy: '2026-09-02' });
    expect(await asked(reviewingOfficer, HOLD, same)).toMatchObject({ field: 'heldOn' });
    const chaired = { heldOn: '2026-09-01', nextReviewBy: '2027-01-01', chairedById: 'officer' };
    const both = await Promise.all([asked(reviewingOfficer, HOLD, held(chaired)), asked(manager, HOLD, held(chaired))]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['RecordInputError', 'ReviewMeetingSuccess']);
  });

  test.each([
    ['a social worker', socialWorker],
    ['a worker of the practice', worker],
    ['a manager of the practice', practiceManager],
    ['an analyst', analyst],
    ['an inspector', inspectorOfBirmingham],
  ])('not by %s', async (_, viewer) => {
    expect(await world.refusal(viewer, HOLD, { input: held({ childId: idOf(theirs) }) })).toBe('FORBIDDEN');
  });

  test('not by an IRO under a broken glass', async () => {
    const [child] = await world.database.owner((db) =>
      db.query<{ localId: string }>('SELECT local_id AS "localId" FROM child WHERE id = $1', [idOf(others)]),
    );
    const BREAK = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) {
      ... on BreakGlassSuccess { breakGlass { id } } } }`;
    const { data } = await world.ask<{ breakGlass: { breakGlass: { id: string } } }>(reviewingOfficer, BREAK, {
      input: { localId: child?.localId, reason: 'The child is at the door of the office.' },
    });
    const presented = { breakGlassId: data.breakGlass.breakGlass.id };
    const input = held({ childId: idOf(others) });
    expect(await world.refusal(reviewingOfficer, HOLD, { input }, presented)).toBe('FORBIDDEN');
  });
});

test('reviews are told to those who may open that part of the record; what they decided, to who plans the care', async () => {
  for (const viewer of [analyst, integrator, worker, reviewingOfficer, inspectorOfBirmingham]) {
    expect((await reviewsOf(viewer, idOf(theirs)))?.reviewMeetings).not.toEqual([]);
  }
  expect(await reviewsOf(foreignManager, idOf(theirs))).toBeNull();
  const input = held({
    childId: idOf(partly),
    decisions: [{ what: 'Find a tutor.', who: 'Practice', dueOn: '2026-12-20' }],
  });
  await asked(reviewingOfficer, HOLD, input);
  expect(await reviewsOf(worker, idOf(partly))).toMatchObject({
    reviewMeetings: [],
    reviewDecisions: [{ what: 'Find a tutor.' }],
  });
});

test('what is open is listed for the authority and the practice, each of its children', async () => {
  const listed = async (viewer: Viewer, type: string, id: string) => {
    const { data } = await world.ask<{ _entities: { reviewDecisions: { child: { id: string } }[] }[] }>(
      viewer,
      `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} {
         reviewDecisions(first: 9) { what child { id } } reviewConcerns { text } } } }`,
    );
    return data._entities[0]?.reviewDecisions.map(({ child }) => child.id);
  };
  for (const viewer of [analyst, socialWorker, integrator]) {
    expect(await listed(viewer, 'LocalAuthority', 'E08000025')).toEqual([idOf(partly)]);
  }
  for (const viewer of [worker, manager]) {
    expect(await listed(viewer, 'Practice', 'harbour-practice')).toEqual([idOf(partly)]);
  }
  for (const viewer of [reviewingOfficer, inspectorOfBirmingham, foreignManager, worker]) {
    expect(await listed(viewer, 'LocalAuthority', 'E08000025')).toEqual([]);
  }
});
