import { plainDate, type Clock } from '@mainstay/primitives';
import { internalSubject, signCaller, type Caller, type Database, type Viewer } from '@mainstay/subgraph-kit';
import { TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDemonstrationInspection } from '../../demonstration.ts';
import { createContractsSubgraph } from '../../index.ts';
import {
  birmingham,
  BIRMINGHAM,
  graphOver,
  harbour,
  inspectorOf,
  machineFor,
  manager,
  momentAt,
  sandwell,
  SANDWELL,
  startWorld,
  findAllocationFacts,
} from '../../testing/contracts-world.ts';

const NOW = '2026-11-22T12:00:00.000Z';
let now = NOW;
const clock: Clock = { now: () => momentAt(now).now, today: () => momentAt(now).today };
let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  database = await startWorld(undefined, clock);
  ask = graphOver(database, clock);
});
beforeEach(async () => {
  now = NOW;
  await database.owner((db) => db.query('DELETE FROM inspection'));
});
afterAll(() => database.close());

const OPEN = `mutation ($input: OpenInspectionInput!) { openInspection(input: $input) { __typename
  ... on OpenInspectionSuccess { inspection { id kind from to inspectors { id } openedAt openedBy { id } closedAt closedBy { id } status localAuthority { name } } }
  ... on UserError { message } } }`;
const CLOSE = `mutation ($id: ID!) { closeInspection(input: { inspectionId: $id }) { id status closedAt closedBy { id } } }`;
const READ = `query ($id: ID!, $la: ID!) { inspection(id: $id) { id status } localAuthority(id: $la) { inspections { id } } }`;
const input = {
  kind: ' Standard inspection ',
  from: '2026-11-22',
  to: '2026-12-11',
  inspectorIds: [' ada ', 'bob', 'ada'],
};

interface Opened {
  readonly __typename: string;
  readonly inspection: { readonly id: string };
}

async function open(parts: object = {}, viewer: Viewer = manager): Promise<Opened> {
  const answer = await ask(viewer, OPEN, { input: { ...input, ...parts } });
  expect(answer.errors).toBeUndefined();
  return answer.data?.['openInspection'] as Opened;
}

function inspector(subject: string, laCode = BIRMINGHAM): Viewer {
  return { ...inspectorOf(laCode, '2026-11-22', '2026-12-11'), subject };
}

function contextOf(
  params: Record<string, string>,
  caller: Caller = { kind: 'service', name: 'gateway', requestId: 'r' },
) {
  const body = internalSubject('inspection-context', params);
  const token = signCaller(caller, { subgraph: 'contracts', secret: TEST_SECRET, body, now: clock.now() });
  const subgraph = createContractsSubgraph({ database, clock, secret: TEST_SECRET, findAllocationFacts });
  return subgraph.callInternal('inspection-context', { token, params });
}

describe('an inspection', () => {
  test('is opened by a manager and read by the authority and those it names', async () => {
    const { inspection } = await open();
    expect(inspection).toEqual({
      id: expect.stringMatching(/^E08000025\.[0-9a-f-]{36}$/),
      kind: 'Standard inspection',
      from: '2026-11-22',
      to: '2026-12-11',
      inspectors: [{ id: 'ada' }, { id: 'bob' }],
      openedAt: NOW,
      openedBy: { id: 'manager' },
      closedAt: null,
      closedBy: null,
      status: 'OPEN',
      localAuthority: { name: 'Birmingham' },
    });
    const seen = {
      inspection: { id: inspection.id, status: 'OPEN' },
      localAuthority: { inspections: [{ id: inspection.id }] },
    };
    const none = { inspection: null, localAuthority: { inspections: [] } };
    const read = async (viewer: Viewer) => (await ask(viewer, READ, { id: inspection.id, la: BIRMINGHAM })).data;
    for (const viewer of [manager, birmingham, inspector('ada'), inspector('bob')])
      expect(await read(viewer)).toEqual(seen);
    const others = [sandwell, harbour, machineFor('contracts'), inspector('eve'), inspector('ada', SANDWELL)];
    for (const viewer of others) expect(await read(viewer)).toEqual(none);
    now = '2026-12-12T00:00:00.000Z';
    expect(await read(inspector('ada'))).toEqual(none);
    expect(await read(manager)).toMatchObject({ inspection: { status: 'CLOSED' } });
  });

  test('is closed at once, by whom is kept, and stays as it was closed', async () => {
    const { inspection } = await open();
    now = '2026-11-22T14:30:00.000Z';
    const closed = (await ask(manager, CLOSE, { id: inspection.id })).data?.['closeInspection'];
    expect(closed).toEqual({ id: inspection.id, status: 'CLOSED', closedAt: now, closedBy: { id: 'manager' } });
    expect(await contextOf({ laCode: BIRMINGHAM, subject: 'ada' })).toBeNull();
    expect((await ask(inspector('ada'), READ, { id: inspection.id, la: BIRMINGHAM })).data).toMatchObject({
      inspection: null,
    });
    now = '2026-11-23T14:30:00.000Z';
    expect(
      (await ask({ ...manager, subject: 'other' }, CLOSE, { id: inspection.id })).data?.['closeInspection'],
    ).toEqual(closed);
  });

  test('tells the audit what was opened, closed and listed, and names no child', async () => {
    const opened = await ask(manager, OPEN, { input });
    const { inspection } = (opened.data ?? {})['openInspection'] as Opened;
    const change = { laCode: BIRMINGHAM, ids: [inspection.id], childIds: [] };
    expect(opened.extensions?.['touched']).toMatchObject({ changes: [{ what: 'inspection opened', ...change }] });
    const closed = await ask(manager, CLOSE, { id: inspection.id });
    expect(closed.extensions?.['touched']).toMatchObject({ changes: [{ what: 'inspection closed', ...change }] });
    const again = await ask(manager, CLOSE, { id: inspection.id });
    expect(again.extensions?.['touched']).toMatchObject({ changes: [] });
    const read = await ask(manager, READ, { id: inspection.id, la: BIRMINGHAM });
    expect(read.extensions?.['touched']).toMatchObject({ lists: [{ name: 'inspections', size: 1 }], listed: [] });
  });
});

describe('the days of an inspection', () => {
  test.each([
    ['one day, today', '2026-11-22', '2026-11-22', 'OpenInspectionSuccess'],
    ['begun before, ending today', '2026-11-01', '2026-11-22', 'OpenInspectionSuccess'],
    ['12 weeks', '2026-11-22', '2027-02-13', 'OpenInspectionSuccess'],
    ['12 weeks and a day', '2026-11-22', '2027-02-14', 'InspectionDatesError'],
    ['ended yesterday', '2026-11-01', '2026-11-21', 'InspectionDatesError'],
    ['ending before they begin', '2026-11-24', '2026-11-23', 'InspectionDatesError'],
    ['a leap day', '2028-02-29', '2028-02-29', 'OpenInspectionSuccess'],
  ])('%s', async (_, from, to, expected) => {
    const outcome = await open({ from, to });
    expect(outcome.__typename).toBe(expected);
    expect(await database.owner((db) => db.query('SELECT 1 FROM inspection'))).toHaveLength(
      expected === 'OpenInspectionSuccess' ? 1 : 0,
    );
  });
});

describe('what cannot be meant, and who may not', () => {
  const many = Array.from({ length: 21 }, (_, index) => `inspector ${index}`);

  test.each([
    ['no inspector', { inspectorIds: [] }],
    ['an empty one', { inspectorIds: [' '] }],
    ['21 of them', { inspectorIds: many }],
    ['no kind', { kind: '  ' }],
    ['an endless kind', { kind: 'x'.repeat(201) }],
  ])('%s', async (_, parts) => {
    const answer = await ask(manager, OPEN, { input: { ...input, ...parts } });
    expect(answer.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('20 inspectors are enough', async () => {
    expect((await open({ inspectorIds: many.slice(1) })).__typename).toBe('OpenInspectionSuccess');
  });

  test('managers of the authority open and close, nobody else', async () => {
    const { inspection } = await open();
    for (const viewer of [birmingham, harbour, machineFor('contracts'), inspector('ada')]) {
      for (const asked of [ask(viewer, OPEN, { input }), ask(viewer, CLOSE, { id: inspection.id })]) {
        expect((await asked).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      }
    }
    const elsewhere = await ask({ ...sandwell, role: 'la-manager' }, CLOSE, { id: inspection.id });
    expect(elsewhere.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});

describe('the internal route inspection-context', () => {
  test('answers the open inspection that names the subject, of several the one that ends last', async () => {
    await open({ to: '2026-11-30' });
    const { inspection } = await open({ to: '2026-12-20' });
    await open({ from: '2026-11-23', to: '2027-01-31' });
    await open({ to: '2026-12-31', inspectorIds: ['somebody else'] });
    const context = { id: inspection.id, laCode: BIRMINGHAM, from: '2026-11-22', to: '2026-12-20' };
    expect(await contextOf({ laCode: BIRMINGHAM, subject: 'ada' })).toEqual(context);
  });

  test('answers null to everybody else', async () => {
    await open();
    expect(await contextOf({ laCode: BIRMINGHAM, subject: 'eve' })).toBeNull();
    expect(await contextOf({ laCode: SANDWELL, subject: 'ada' })).toBeNull();
    expect(await contextOf({})).toBeNull();
    now = '2026-12-12T00:00:00.000Z';
    expect(await contextOf({ laCode: BIRMINGHAM, subject: 'ada' })).toBeNull();
    const viewer: Caller = { kind: 'viewer', viewer: manager };
    await expect(contextOf({}, viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('the demonstration’s inspection moves with the day until it is closed', async () => {
  const demonstration = {
    laCode: BIRMINGHAM,
    name: 'demonstration',
    kind: 'Standard inspection',
    inspectorIds: ['demo:ofsted-inspector'],
    openedBy: 'demo:la-manager',
    daysBefore: 7,
    daysAfter: 21,
  };
  const [id, asked] = [`${BIRMINGHAM}.demonstration`, { laCode: BIRMINGHAM, subject: 'demo:ofsted-inspector' }];
  await openDemonstrationInspection(database, demonstration);
  expect(await contextOf(asked)).toEqual({ id, laCode: BIRMINGHAM, from: '2026-11-15', to: '2026-12-13' });
  now = '2027-06-01T12:00:00.000Z';
  expect(await contextOf(asked)).toBeNull();
  await openDemonstrationInspection(database, demonstration);
  expect(await contextOf(asked)).toMatchObject({ from: plainDate('2027-05-25'), to: plainDate('2027-06-22') });
  await ask(manager, CLOSE, { id });
  await openDemonstrationInspection(database, demonstration);
  expect(await contextOf(asked)).toBeNull();
});
