import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenOfficer } from '../../testing/close-to-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, manager, reviewingOfficer, worker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
const theirs = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const others = aChild();

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [theirs, others]);
  await givenOfficer(world.database, idOf(theirs));
});
afterAll(() => world.close());

describe('a concern', () => {
  const RAISE = `mutation ($input: RaiseReviewConcernInput!) { done: raiseReviewConcern(input: $input) { __typename
    ... on ReviewConcernSuccess { concern { id recorded { version } } } ... on RecordInputError { field } } }`;
  const ANSWER = `mutation ($input: AnswerReviewConcernInput!) { done: answerReviewConcern(input: $input) { __typename
    ... on ReviewConcernSuccess { concern { stage answer isResolved isLate answeredBy { id } raisedBy { id }
      recorded { version reason } } } ... on RecordInputError { field } } }`;
  let entries = 0;
  const concern = () => ({
    childId: idOf(theirs),
    key: `concern ${++entries}`,
    text: 'Nobody has visited since the summer.',
    answerBy: '2026-12-06',
  });

  test('is raised by the IRO, answered by those it is about, taken higher and resolved by the IRO', async () => {
    const raised = await world.ask<{ done: { concern: { id: string } } }>(reviewingOfficer, RAISE, {
      input: concern(),
    });
    const { id } = raised.data.done.concern;
    const OPEN = `{ _entities(representations: [{ __typename: "Practice", id: "harbour-practice" }]) { ... on Practice {
      reviewConcerns { id child { id } } } } }`;
    const { data } = await world.ask(worker, OPEN);
    expect(data).toEqual({ _entities: [{ reviewConcerns: [{ id, child: { id: idOf(theirs) } }] }] });
    const answer = async (viewer: Viewer, version: number, parts: object) =>
      (await world.ask<{ done: object }>(viewer, ANSWER, { input: { id, version, text: 'It is true.', ...parts } }))
        .data.done;
    expect(await answer(worker, 1, {})).toMatchObject({
      concern: { answer: 'It is true.', answeredBy: { id: 'worker' }, raisedBy: { id: 'officer' }, stage: 'TEAM' },
    });
    expect(await answer(reviewingOfficer, 2, { stage: 'TEAM' })).toMatchObject({ field: 'stage' });
    const higher = { stage: 'AUTHORITY', answerBy: '2026-12-20', text: 'Still no visit.' };
    expect(await answer(reviewingOfficer, 2, higher)).toMatchObject({
      concern: { stage: 'AUTHORITY', answer: null, recorded: { version: 3, reason: 'Still no visit.' } },
    });
    for (const parts of [{ isResolved: true }, { stage: 'CAFCASS' }]) {
      const input = { id, version: 3, text: 'It is nothing.', ...parts };
      expect(await world.refusal(manager, ANSWER, { input })).toBe('FORBIDDEN');
    }
    expect(await answer(reviewingOfficer, 3, { isResolved: true })).toMatchObject({ concern: { isResolved: true } });
    expect(await answer(manager, 4, {})).toMatchObject({ field: 'id' });
  });

  test.each([
    ['a manager', manager],
    ['a worker', worker],
    ['an analyst', analyst],
  ])('is not raised by %s', async (_, viewer) => {
    expect(await world.refusal(viewer, RAISE, { input: concern() })).toBe('FORBIDDEN');
  });
});

test.each([
  ['a worker of the practice as held', [worker, 'worker'], theirs, 'HELD'],
  ['an IRO of a child another reviews', [reviewingOfficer, 'officer'], others, 'PLANNED'],
  ['an IRO in another’s name', [reviewingOfficer, 'somebody'], theirs, 'PLANNED'],
] as const)('by row-level security alone no review is added by %s', async (_, [viewer, by], child, status) => {
  const related = await world.related(viewer);
  const adding = world.database.write(related, (db) =>
    db.query(
      `INSERT INTO review_meeting (la_code, child_id, id, version, recorded_by, recorded_at, is_withdrawn, status,
         planned_for, invitations, reports, views, held_on, participation, chaired_by)
       VALUES ('E08000025', $1, $1 || '.review-meeting-x', 1, $2, now(), false, $3::text, '2026-12-31', '[]', '[]', '[]',
         CASE WHEN $3 = 'HELD' THEN date '2026-11-01' END, CASE WHEN $3 = 'HELD' THEN 'PN1' END,
         CASE WHEN $3 = 'HELD' THEN 'x' END)`,
      [idOf(child), by, status],
    ),
  );
  await expect(adding).rejects.toThrow('row-level security');
});

test.each([
  ['ROW_CORRECTED', 'officer', theirs],
  ['REVIEW_HELD', 'somebody', theirs],
  ['REVIEW_HELD', 'officer', others],
] as const)('by row-level security alone an IRO brings about no change %s by %s', async (kind, by, child) => {
  const related = await world.related(reviewingOfficer);
  const adding = world.database.write(related, (db) =>
    db.query(
      `INSERT INTO return_change (la_code, child_id, id, kind, part, collection_years, recorded_by, recorded_at, entry_key)
       VALUES ('E08000025', $1, $1 || '.change-x', $2, 'REVIEWS', '{2027}', $3, now(), 'x')`,
      [idOf(child), kind, by],
    ),
  );
  await expect(adding).rejects.toThrow('row-level security');
});
