import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aPost,
  aWorker,
  birmingham,
  BIRMINGHAM,
  entitiesOf,
  graphOver,
  harbour,
  harbourWorker,
  inspectorOf,
  iro,
  machineFor,
  sandwell,
  startWorkforce,
  underGlass,
  world,
} from '../../testing/workforce-world.ts';

const statements: string[] = [];
let database: Database;
let ask: ReturnType<typeof graphOver>;
const manager = aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM], subject: 'manager' });
const worker = aViewer({ role: 'la-worker', laCodes: [BIRMINGHAM], subject: 'worker' });
const inWindow = inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22');

beforeAll(async () => {
  const more = Array.from({ length: 9 }, (_, place) => `SW00010${place}`);
  const rows = {
    ...world,
    workers: [...world.workers, ...more.map((id) => aWorker(id, `Zoe ${id}`))],
    employments: [
      ...world.employments,
      ...more.map((id) => aPost(id, id, { practiceId: 'large' })),
      aPost('p8', 'SW000005', { practiceId: 'harbour', role: 'ADMINISTRATOR' }),
    ],
  };
  database = await startWorkforce(rows, (sql) => statements.push(sql));
  ask = graphOver(database);
});
afterAll(() => database.close());

let entries = 0;
async function send(viewer: Viewer, field: string, input: object) {
  const type = `${field.replace('record', 'Record')}Input`;
  const { data, errors } = await ask(
    viewer,
    `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on RecordInputError { field } } }`,
    { input: { key: `entry ${++entries}`, ...input } },
  );
  if (errors) return { __typename: String(errors[0]?.extensions['code']) };
  return data?.[field] as { __typename: string; field?: string };
}
const ada = { employer: { la: BIRMINGHAM }, workerId: 'SW000001' };
const ben = { employer: { la: BIRMINGHAM }, workerId: 'SW000002' };
const dee = { employer: { la: BIRMINGHAM, practice: 'harbour' }, workerId: 'SW000004' };
const held = { by: 'MANAGER', isHeld: true, minutes: 60, discussedCases: { value: true } };
const learnt = { title: 'Loss', kind: 'COURSE', hours: 6, isPostRegistrationLearning: true, isDiscussedWithPeer: true };

const session = (parts: object) => ({ field: 'recordSupervision', parts: { ...held, on: '2026-11-02', ...parts } });
const piece = (parts: object) => ({ field: 'recordTraining', parts: { ...learnt, on: '2026-11-02', ...parts } });

const DUE = `query ($of: [_Any!]!, $on: Date, $first: Int) { _entities(representations: $of) {
  ... on LocalAuthority { supportDue(on: $on, first: $first) { ...Due } }
  ... on Practice { supportDue(on: $on, first: $first) { ...Due } } } }
  fragment Due on SupportDueConnection { totalCount pageInfo { hasNextPage } counts { workers supervisionDone supervisionDue
    supervisionOverdue supervisionPaused learners learningMet learningBehind }
    edges { node { worker { id name } supervision { state dueOn daysOverdue } learning { state pieces expected { learningPieces } } } } }`;
interface Due {
  readonly totalCount: number;
  readonly counts: Record<string, number>;
  readonly edges: { readonly node: { readonly worker: { readonly id: string }; readonly supervision: object } }[];
}
async function due(viewer: Viewer, of: object, variables: object = {}): Promise<Due> {
  const [found] = entitiesOf<{ supportDue: Due }>(await ask(viewer, DUE, { of: [of], ...variables }));
  if (!found) throw new Error('Nothing was told.');
  return found.supportDue;
}
const authority = { __typename: 'LocalAuthority', id: BIRMINGHAM };
const practice = { __typename: 'Practice', id: 'harbour' };
const idsOf = ({ edges }: Due): string[] => edges.map(({ node }) => node.worker.id);

describe('what is recorded of supervision and learning', () => {
  test('is what the managers of the employer record', async () => {
    expect(await send(manager, 'recordSupervision', { ...ada, ...held, on: '2026-11-02' })).toEqual({
      __typename: 'RecordSupervisionSuccess',
    });
    const cancelled = { on: '2026-11-20', by: 'MANAGER', isHeld: false, cancelledReason: 'Court was late.' };
    expect((await send(manager, 'recordSupervision', { ...ben, ...cancelled })).__typename).toMatch(/Success/);
    expect((await send(harbour, 'recordSupervision', { ...dee, ...held, on: '2026-10-12' })).__typename).toMatch(
      /Success/,
    );
    for (const on of ['2026-01-15', '2026-06-15']) {
      expect((await send(manager, 'recordTraining', { ...ada, ...learnt, on })).__typename).toMatch(/Success/);
    }
  });

  test.each([
    ['an analyst', birmingham, ada, 'FORBIDDEN'],
    ['a social worker', worker, ada, 'FORBIDDEN'],
    ['an inspector', inWindow, ada, 'FORBIDDEN'],
    ['the authority, of a practice’s staff', manager, dee, 'FORBIDDEN'],
    ['a worker of the practice', harbourWorker, dee, 'FORBIDDEN'],
  ])('and not what is by %s', async (...row) => {
    const [, viewer, of, code] = row;
    expect(await send(viewer, 'recordSupervision', { ...of, ...held, on: '2026-11-02' })).toEqual({ __typename: code });
    expect(await send(viewer, 'recordTraining', { ...of, ...learnt, on: '2026-11-02' })).toEqual({ __typename: code });
  });

  test.each([
    ['supervision in the future', session({ on: '2027-01-01' }), 'on'],
    ['supervision before the post', session({ on: '2019-01-01' }), 'workerId'],
    ['supervision of no length', session({ minutes: 0 }), 'minutes'],
    ['supervision of unknown content', session({ discussedCases: {} }), 'discussedCases'],
    ['peers with a supervisor', session({ by: 'PEERS', supervisorId: 'SW000002' }), 'supervisorId'],
    ['a cancellation with minutes', session({ isHeld: false, cancelledReason: 'Ill.' }), 'minutes'],
    ['a cancellation without a reason', session({ isHeld: false }), 'cancelledReason'],
    ['learning without a title', piece({ title: ' ' }), 'title'],
    ['learning of no hours', piece({ hours: 0 }), 'hours'],
    ['learning in the future', piece({ on: '2026-11-23' }), 'on'],
  ])('and not %s', async (...row) => {
    const [, { field, parts }, named] = row;
    expect(await send(manager, field, { ...ada, ...parts })).toEqual({ __typename: 'RecordInputError', field: named });
  });
});

describe('whose support is due', () => {
  test('the longest overdue comes first, and everybody is counted', async () => {
    const found = await due(manager, authority);
    expect(found.counts).toEqual({
      workers: 2,
      supervisionDone: 1,
      supervisionDue: 0,
      supervisionOverdue: 1,
      supervisionPaused: 0,
      learners: 2,
      learningMet: 1,
      learningBehind: 1,
    });
    expect(found.edges.map(({ node }) => node)).toEqual([
      {
        worker: { id: 'SW000002', name: 'Ben' },
        // Never supervised since 1 April 2024; the session that was cancelled counts for nothing.
        supervision: { state: 'OVERDUE', dueOn: '2024-04-29', daysOverdue: 937 },
        learning: { state: 'BEHIND', pieces: 0, expected: { learningPieces: 2 } },
      },
    ]);
  });

  test('on another day it is another', async () => {
    expect((await due(manager, authority, { on: '2026-11-25' })).counts).toMatchObject({ supervisionDue: 1 });
    const early = await due(manager, authority, { on: '2026-06-14' });
    expect(early.counts).toMatchObject({ learningMet: 0, learningBehind: 0, supervisionOverdue: 3 });
  });

  test('pauses while somebody is away for long, whoever asks', async () => {
    const away = { ...dee, from: '2026-10-20', cause: 'SIC', isStress: { value: true } };
    expect(idsOf(await due(harbour, practice))).toEqual(['SW000005', 'SW000004']);
    expect((await send(harbour, 'recordAbsence', away)).__typename).toBe('RecordAbsenceSuccess');
    for (const viewer of [harbour, manager, birmingham, inWindow, machineFor('workforce')]) {
      const found = await due(viewer, practice);
      expect(found.counts).toMatchObject({ workers: 2, supervisionPaused: 1, supervisionOverdue: 1 });
    }
  });

  test('peers count where the employer says so', async () => {
    const of = { employer: { la: BIRMINGHAM, practice: 'large' }, workerId: 'SW000100' };
    const large = { ...harbour, practiceId: 'large' };
    await send(large, 'recordSupervision', { ...of, ...held, on: '2026-11-16', by: 'PEERS' });
    const found = async () => (await due(large, { __typename: 'Practice', id: 'large' })).counts;
    expect(await found()).toMatchObject({ workers: 9, supervisionOverdue: 9 });
    const expectation = {
      employer: of.employer,
      from: '2026-01-01',
      supervisionDays: 42,
      longAbsenceDays: 28,
      doPeersCount: true,
      learningPieces: 0,
      learningPiecesWithPeers: 0,
    };
    expect((await send(large, 'recordStaffExpectation', expectation)).__typename).toMatch(/Success/);
    expect(await found()).toMatchObject({ supervisionOverdue: 8, supervisionDone: 1, learningBehind: 0 });
    expect(await send(large, 'recordStaffExpectation', expectation)).toEqual({
      __typename: 'RecordInputError',
      field: 'from',
    });
  });

  test('takes as many statements for many workers as for few', async () => {
    const count = async (of: object): Promise<number> => {
      statements.length = 0;
      await due(manager, of);
      return statements.length;
    };
    const [few, many] = [await count(practice), await count({ __typename: 'Practice', id: 'large' })];
    expect(many).toBeLessThanOrEqual(few);
    expect((await due(manager, { __typename: 'Practice', id: 'large' }, { first: 3 })).edges).toHaveLength(3);
  });

  test.each([
    ['a social worker of the authority', worker, authority],
    ['a worker of the practice', harbourWorker, practice],
    ['a practice, of the authority', harbour, authority],
    ['another authority', sandwell, authority],
    ['a reviewing officer', iro, authority],
    ['a machine for figures', machineFor('figures'), authority],
    ['somebody under a broken glass', underGlass(manager), authority],
    ['an inspector after the window', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), authority],
  ])('is not told to %s', async (...row) => {
    const [, viewer, of] = row;
    expect(await due(viewer, of)).toMatchObject({ totalCount: 0, edges: [], counts: { workers: 0, learners: 0 } });
  });
});

const OF_WORKER = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Worker {
  supervisions { on by isHeld agreedActions supervisor { id } } trainings { title }
  supervisionDue { state lastHeldOn } learningYear { from until piecesWithPeers hours state } } } }`;

test.each([
  ['the manager', manager, 1],
  ['an analyst', birmingham, 1],
  ['an inspector', inWindow, 1],
  ['a machine for the workforce', machineFor('workforce'), 1],
  ['a social worker', worker, 0],
  ['a practice, of the authority’s own', harbour, 0],
  ['a reviewing officer', iro, 0],
])('a worker’s own record of support, to %s', async (_, viewer, count) => {
  const answer = await ask(viewer, OF_WORKER, { of: [{ __typename: 'Worker', id: 'SW000001' }] });
  const [found] = entitiesOf<{
    supervisions: object[];
    trainings: object[];
    supervisionDue: object | null;
  }>(answer);
  expect([found?.supervisions.length, found?.trainings.length]).toEqual([count, 2 * count]);
  expect(found).toMatchObject(
    count === 0
      ? { supervisionDue: null, learningYear: null }
      : {
          supervisionDue: { state: 'DONE', lastHeldOn: '2026-11-02' },
          learningYear: { from: '2025-12-01', until: '2026-11-30', piecesWithPeers: 2, hours: 12, state: 'MET' },
        },
  );
});
