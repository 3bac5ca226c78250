import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
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
const theirs = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const partly = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const others = aChild({ allocations: [{ practice: 'oak-practice', from: '2024-01-01' }] });
const children = [theirs, partly, others];

const RECORD = `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { __typename
  ... on RecordVisitSuccess { visit { id isSeen seenAlone { value notKnown } minutes note recorded { version reason } } }
  ... on RecordInputError { field } ... on RecordChangedError { recorded { version by { id } } } } }`;
const VISITS = `query ($id: ID!, $knownAt: DateTime) { child(id: $id) { visits(knownAt: $knownAt) { id note } } }`;

let entries = 0;
const input = (child: typeof theirs, parts: object = {}) => ({
  childId: idOf(child),
  key: `entry ${++entries}`,
  visitedOn: '2026-01-05',
  purpose: 'STATUTORY',
  isSeen: true,
  seenAlone: { value: true },
  isAtPlacement: true,
  minutes: 45,
  note: 'Seen at home.',
  ...parts,
});

interface Recorded {
  readonly recordVisit: {
    readonly __typename: string;
    readonly field?: string;
    readonly visit: { readonly id: string; readonly note: string; readonly recorded: { readonly version: number } };
  };
}
const record = async (viewer: Viewer, child: typeof theirs, parts: object = {}) =>
  (await world.ask<Recorded>(viewer, RECORD, { input: input(child, parts) })).data.recordVisit;
const notesOf = async (viewer: Viewer, child: typeof theirs, knownAt?: string) => {
  const { data } = await world.ask<{ child: { visits: { note: string }[] } | null }>(viewer, VISITS, {
    id: idOf(child),
    knownAt,
  });
  return data.child?.visits.map(({ note }) => note) ?? null;
};

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, children);
  await world.database.owner((db) =>
    db.query(`UPDATE allocation SET functions = '{PLACEMENT,HEALTH}' WHERE child_id = $1`, [idOf(partly)]),
  );
});
afterAll(() => world.close());

describe('a visit is recorded', () => {
  test.each([
    ['a social worker of the authority', socialWorker],
    ['a manager of the authority', manager],
    ['a worker of the practice', worker],
    ['a manager of the practice', practiceManager],
  ])('by %s', async (_, viewer) => {
    expect((await record(viewer, theirs)).__typename).toBe('RecordVisitSuccess');
  });

  test.each([
    ['an analyst', analyst, theirs, 'FORBIDDEN'],
    ['a commissioner', commissioner, theirs, 'FORBIDDEN'],
    ['a reviewing officer', reviewingOfficer, theirs, 'FORBIDDEN'],
    ['an inspector', inspectorOfBirmingham, theirs, 'FORBIDDEN'],
    ['a machine', integrator, theirs, 'FORBIDDEN'],
    ['another authority', foreignManager, theirs, 'NOT_FOUND'],
    ['a practice, of a child who is with another', worker, others, 'NOT_FOUND'],
    ['a practice whose contract does not delegate visits', worker, partly, 'FORBIDDEN'],
  ])('not by %s', async (_, viewer, child, code) => {
    expect(await world.refusal(viewer, RECORD, { input: input(child) })).toBe(code);
  });

  test.each([
    ['of a child who is with another practice', worker, 'worker'],
    ['by a role that records nothing', analyst, 'analyst'],
    ['in another’s name', socialWorker, 'somebody-else'],
  ])('not by row-level security either: %s', async (_, viewer, by) => {
    const related = await world.related(viewer);
    const adding = world.database.write(related, (db) =>
      db.query(
        `INSERT INTO visit (la_code, child_id, id, version, recorded_by, recorded_at, is_withdrawn, visited_on, purpose,
           is_seen, is_at_placement, note)
         VALUES ('E08000025', $1, $1 || '.visit-x', 1, $2, now(), false, '2026-01-01', 'STATUTORY', true, true, 'x')`,
        [idOf(others), by],
      ),
    );
    await expect(adding).rejects.toThrow('row-level security');
  });

  test('once, when it is sent twice', async () => {
    const sent = input(theirs, { note: 'Sent twice.' });
    const ids: string[] = [];
    for (let times = 0; times < 2; times++) {
      const { data } = await world.ask<Recorded>(worker, RECORD, { input: sent });
      ids.push(data.recordVisit.visit.id);
    }
    expect(new Set(ids).size).toBe(1);
    expect((await notesOf(worker, theirs))?.filter((note) => note === 'Sent twice.')).toHaveLength(1);
  });

  test.each([
    ['in the future', { visitedOn: '2099-01-01' }, 'visitedOn'],
    ['before the child was born', { visitedOn: '1990-01-01' }, 'visitedOn'],
    ['without saying whether the child was alone', { seenAlone: {} }, 'seenAlone'],
    ['with two answers', { seenAlone: { value: true, notKnown: 'DECLINED' } }, 'seenAlone'],
    ['with no reason why the child was not seen', { isSeen: false, seenAlone: null }, 'notSeenReason'],
    ['with no time and no reason', { minutes: null }, 'minutes'],
    ['with 0 minutes', { minutes: 0 }, 'minutes'],
    ['without a note', { note: ' \n ' }, 'note'],
    ['without a key', { key: '' }, 'key'],
  ])('not %s: the field is named', async (_, parts, field) => {
    expect(await record(worker, theirs, parts)).toMatchObject({ __typename: 'RecordInputError', field });
  });
});

describe('a correction', () => {
  test('stands in the place of what was recorded, which is still known as it was', async () => {
    world.at('2026-01-05T10:00:00Z');
    const { visit } = await record(worker, theirs, { note: 'First words.' });
    world.at('2026-01-06T10:00:00Z');
    const correcting = { id: visit.id, version: 1, reason: 'A word was wrong.' };
    const { visit: corrected } = await record(manager, theirs, { note: 'Better words.', correcting });
    expect(corrected.recorded).toEqual({ version: 2, reason: 'A word was wrong.' });
    expect(await notesOf(worker, theirs)).toEqual(expect.arrayContaining(['Better words.']));
    expect(await notesOf(worker, theirs)).not.toContain('First words.');
    expect(await notesOf(worker, theirs, '2026-01-05T12:00:00Z')).toContain('First words.');
  });

  test('of a version that is not the present one changes nothing, and says whose is', async () => {
    const { visit } = await record(worker, theirs, { note: 'One.' });
    const correcting = { id: visit.id, version: 1, reason: 'Changed.' };
    await record(practiceManager, theirs, { note: 'Two.', correcting });
    expect(await record(worker, theirs, { note: 'Three.', correcting })).toMatchObject({
      __typename: 'RecordChangedError',
      recorded: { version: 2, by: { id: 'practice-manager' } },
    });
    expect(await notesOf(worker, theirs)).not.toContain('Three.');
  });

  test('to nothing takes the entry back', async () => {
    const { visit } = await record(worker, theirs, { note: 'Another child’s.' });
    const WITHDRAW = 'mutation ($input: CorrectingInput!) { withdrawRecord(input: $input) { __typename } }';
    const { data, touched } = await world.ask(worker, WITHDRAW, {
      input: { id: visit.id, version: 1, reason: 'Wrong child.' },
    });
    expect(data).toEqual({ withdrawRecord: { __typename: 'RecordWithdrawn' } });
    expect(touched.changes.map(({ what }) => what)).toEqual(['visit withdrawn']);
    expect(await notesOf(worker, theirs)).not.toContain('Another child’s.');
  });
});

test('visits are told to the child’s own people, and to no others', async () => {
  await record(manager, partly, { note: 'Of the part.' });
  const seen = await Promise.all(
    [analyst, integrator, worker, inspectorOfBirmingham, reviewingOfficer, foreignManager].map((viewer) =>
      notesOf(viewer, partly),
    ),
  );
  expect(seen).toEqual([['Of the part.'], ['Of the part.'], [], null, null, null]);
});
