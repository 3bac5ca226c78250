import { plainDate } from '@mainstay/primitives';
import type { Database, Touched, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  graphOver,
  harbour,
  harbourWorker,
  inspectorOf,
  iro,
  machineFor,
  oak,
  sandwell,
  startWorkforce,
} from '../../testing/workforce-world.ts';

const manager: Viewer = { ...birmingham, role: 'la-manager', subject: 'manager' };
const practiceManager: Viewer = { ...harbour, subject: 'practice-manager' };
const otherManager: Viewer = { ...sandwell, role: 'la-manager', subject: 'other-manager' };
const authority = { la: BIRMINGHAM };
const practice = { la: BIRMINGHAM, practice: 'harbour' };

let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  database = await startWorkforce();
  ask = graphOver(database);
});
afterAll(() => database.close());

interface Recorded {
  readonly __typename: string;
  readonly field?: string;
  readonly message?: string;
  readonly employment: { readonly id: string; readonly recorded: { readonly version: number } };
  readonly worker: { readonly id: string; readonly name: string; readonly recorded: { readonly version: number } };
}

let keys = 0;
const FIELDS = `__typename ... on RecordInputError { field message } ... on RecordChangedError { recorded { version } }`;
const RECORD = `mutation ($input: RecordEmploymentInput!) { recordEmployment(input: $input) { ${FIELDS}
  ... on RecordEmploymentSuccess { employment { id recorded { version } } } } }`;
const mutationOf = (name: 'changeEmployment' | 'endEmployment', type: string) =>
  RECORD.replace('recordEmployment(', `${name}(`).replace('RecordEmploymentInput!', `${type}!`);
const CHANGE = mutationOf('changeEmployment', 'ChangeEmploymentInput');
const END = mutationOf('endEmployment', 'EndEmploymentInput');
const WORKER = `mutation ($input: RecordWorkerInput!) { recordWorker(input: $input) { ${FIELDS}
  ... on RecordWorkerSuccess { worker { id name recorded { version } } } } }`;

async function send(viewer: Viewer, mutation: string, input: object): Promise<Recorded & { touched: Touched }> {
  const answer = await ask(viewer, mutation, { input });
  if (answer.errors) throw new Error(String(answer.errors[0]?.extensions?.['code']));
  const [recorded] = Object.values((answer.data ?? {}) as Record<string, Recorded>);
  return { ...(recorded as Recorded), touched: answer.extensions?.['touched'] as Touched };
}

const employed = (workerId: string, parts: object = {}) => ({
  employer: authority,
  key: `entry ${++keys}`,
  workerId,
  role: 'SOCIAL_WORKER',
  fullTimeEquivalent: 1,
  engagement: 'EMPLOYEE',
  startedOn: '2026-09-01',
  ...parts,
});
const hire = async (name: string, parts: object = {}): Promise<string> => {
  const { worker } = await send(manager, WORKER, { employer: authority, key: `worker ${++keys}`, name });
  await send(manager, RECORD, employed(worker.id, parts));
  return worker.id;
};

const MOVED = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on LocalAuthority {
  leavers(from: "2026-09-01", to: "2026-12-31") { worker { name } leaverDestination reasonForLeaving }
  starters(from: "2026-09-01", to: "2026-12-31") { worker { name } } } } }`;
const moved = async (viewer: Viewer) => {
  const answer = await ask(viewer, MOVED, { of: [{ __typename: 'LocalAuthority', id: BIRMINGHAM }] });
  const [entity] = (answer.data?.['_entities'] ?? []) as [
    { leavers: { worker: { name: string } }[]; starters: { worker: { name: string } }[] },
  ];
  return {
    leavers: entity.leavers.map((row) => row.worker.name),
    starters: entity.starters.map((row) => row.worker.name),
  };
};

describe('a worker', () => {
  test('who is in no register is given an identifier; the same key records nothing more', async () => {
    const input = { employer: authority, key: 'worker twice', name: ' Hal  ' };
    const [one, again] = [await send(manager, WORKER, input), await send(manager, WORKER, input)];
    expect(one.worker.id).toMatch(/^STAFF-/);
    expect(again.worker.id).toBe(one.worker.id);
    expect(one.touched.changes.map(({ what }) => what)).toEqual(['worker recorded']);
  });

  test('of the register is known by the number, once', async () => {
    const input = { employer: practice, key: 'worker ivo', name: 'Ivo', number: 'sw000123' };
    expect((await send(practiceManager, WORKER, input)).worker.id).toBe('SW000123');
    expect(await send(manager, WORKER, { ...input, employer: authority })).toMatchObject({ field: 'number' });
    expect(await send(manager, WORKER, { ...input, employer: authority, number: '12' })).toMatchObject({
      field: 'number',
    });
  });

  test('is renamed by who may, on the version they saw', async () => {
    const correcting = { id: 'SW000005', version: 1, reason: 'Married.' };
    const input = { employer: practice, key: '', name: 'Eva', correcting };
    expect((await send(practiceManager, WORKER, input)).worker).toMatchObject({
      name: 'Eva',
      recorded: { version: 2 },
    });
    expect(await send(practiceManager, WORKER, input)).toMatchObject({ __typename: 'RecordChangedError' });
    const foreign = { ...input, correcting: { ...correcting, id: 'SW000001' } };
    await expect(send(practiceManager, WORKER, foreign)).rejects.toThrow('NOT_FOUND');
  });
});

describe('an employment', () => {
  test.each([
    ['an analyst', birmingham, authority, 'FORBIDDEN'],
    ['a worker of a practice', harbourWorker, practice, 'FORBIDDEN'],
    ['a reviewing officer', iro, authority, 'FORBIDDEN'],
    ['a machine', machineFor('workforce'), authority, 'FORBIDDEN'],
    ['an inspector', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'), authority, 'FORBIDDEN'],
    ['the authority, of the practice', manager, practice, 'FORBIDDEN'],
    ['the practice, of the authority', practiceManager, authority, 'NOT_FOUND'],
    ['another practice', oak, practice, 'NOT_FOUND'],
    ['another authority', otherManager, authority, 'NOT_FOUND'],
  ])('is not recorded by %s', async (_, viewer, employer, code) => {
    await expect(send(viewer, RECORD, employed('SW000002', { employer }))).rejects.toThrow(code);
  });

  test.each([
    ['a role without a student', { role: 'STUDENT' }, 'engagement'],
    ['a partner of an authority', { engagement: 'PARTNER' }, 'engagement'],
    ['a whole-time equivalent above 1', { fullTimeEquivalent: 1.1 }, 'fullTimeEquivalent'],
    ['an end before the beginning', { endedOn: '2026-08-31' }, 'endedOn'],
    ['a reason for leaving of somebody who stays', { reasonForLeaving: 'RETIRED' }, 'reasonForLeaving'],
    ['an origin of an agency worker', { engagement: 'AGENCY', startOrigin: 'AGENCY' }, 'startOrigin'],
    ['a census role of an administrator', { role: 'ADMINISTRATOR', censusRole: 'CASE_HOLDER' }, 'censusRole'],
    ['a worker nobody has recorded', { workerId: 'SW999999' }, 'workerId'],
    ['a post that is not there', { postId: `${BIRMINGHAM}.post-none` }, 'postId'],
  ])('is not recorded with %s', async (_, parts, field) => {
    expect(await send(manager, RECORD, employed('SW000003', parts))).toMatchObject({
      __typename: 'RecordInputError',
      field,
    });
  });

  test('is not recorded beyond full time: the day is named', async () => {
    const worker = await hire('Jim', { fullTimeEquivalent: 0.6, endedOn: '2026-10-31' });
    const more = (parts: object) => send(manager, RECORD, employed(worker, { fullTimeEquivalent: 0.5, ...parts }));
    const refused = await more({ startedOn: '2026-10-31' });
    expect(refused).toMatchObject({ field: 'fullTimeEquivalent' });
    expect(refused.message).toContain('31/10/2026');
    expect((await more({ startedOn: '2026-11-01' })).__typename).toBe('RecordEmploymentSuccess');
  });

  test('sent twice at once is recorded once', async () => {
    const { worker } = await send(manager, WORKER, { employer: authority, key: 'worker kay', name: 'Kay' });
    const input = employed(worker.id);
    const sent = await Promise.allSettled([send(manager, RECORD, input), send(manager, RECORD, input)]);
    const ids = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value.employment.id] : []));
    expect(new Set(ids).size).toBe(1);
  });

  test('is changed without anybody leaving, and ended by a leaving', async () => {
    const { worker } = await send(manager, WORKER, { employer: authority, key: 'worker lou', name: 'Lou' });
    const { employment } = await send(manager, RECORD, employed(worker.id, { startOrigin: 'NEWLY_QUALIFIED' }));
    const change = {
      id: employment.id,
      version: 1,
      key: 'change lou',
      from: '2026-10-01',
      role: 'SENIOR_SOCIAL_WORKER',
    };
    const next = await send(manager, CHANGE, change);
    expect(next.__typename).toBe('RecordEmploymentSuccess');
    expect((await send(manager, CHANGE, change)).employment.id).toBe(next.employment.id);
    expect(await moved(manager)).toMatchObject({ leavers: expect.not.arrayContaining(['Lou']) });
    const end = { id: next.employment.id, version: 1, endedOn: '2026-11-30' };
    expect(await send(manager, END, end)).toMatchObject({ field: 'reasonForLeaving' });
    const leaving = { ...end, leaverDestination: 'AGENCY', reasonForLeaving: 'RESIGNATION' };
    expect((await send(manager, END, leaving)).employment.recorded.version).toBe(2);
    expect(await send(manager, END, leaving)).toMatchObject({ __typename: 'RecordChangedError' });
    const both = await moved(manager);
    expect(both.leavers.filter((name) => name === 'Lou')).toHaveLength(1);
    expect(both.starters.filter((name) => name === 'Lou')).toHaveLength(1);
    expect((await moved(sandwell)).leavers).toEqual([]);
  });

  test('that was taken back counts for nothing', async () => {
    const { worker } = await send(manager, WORKER, { employer: authority, key: 'worker max', name: 'Max' });
    const { employment } = await send(manager, RECORD, employed(worker.id));
    const WITHDRAW = 'mutation ($input: CorrectingInput!) { withdrawStaffRecord(input: $input) { __typename } }';
    const input = { id: employment.id, version: 1, reason: 'Another worker.' };
    expect((await send(manager, WITHDRAW, input)).__typename).toBe('StaffRecordWithdrawn');
    expect((await moved(manager)).starters).not.toContain('Max');
    expect((await send(manager, RECORD, employed(worker.id))).__typename).toBe('RecordEmploymentSuccess');
  });
});

test('row-level security alone lets nobody record of others’ staff, nor in another’s name', async () => {
  const add = (viewer: Viewer, parts: { kind?: string; employer?: string; by?: string }) =>
    database.write(viewer, (db) =>
      db.query(
        `INSERT INTO employment (la_code, id, version, recorded_by, recorded_at, is_withdrawn, employer_kind, employer_id,
           worker_id, role, full_time_equivalent, engagement, started_on, source)
         VALUES ($1, $1 || '.employment-x', 1, $2, now(), false, $3, $4, 'SW000001', 'SOCIAL_WORKER', 1, 'EMPLOYEE', $5,
           'RECORDED')`,
        [
          BIRMINGHAM,
          parts.by ?? viewer.subject,
          parts.kind ?? 'local-authority',
          parts.employer ?? BIRMINGHAM,
          plainDate('2026-01-01'),
        ],
      ),
    );
  const refused = 'row-level security';
  await expect(add(practiceManager, {})).rejects.toThrow(refused);
  await expect(add(practiceManager, { kind: 'practice', employer: 'oak' })).rejects.toThrow(refused);
  await expect(add(birmingham, {})).rejects.toThrow(refused);
  await expect(add(otherManager, {})).rejects.toThrow(refused);
  await expect(add(manager, { by: 'somebody else' })).rejects.toThrow(refused);
});
