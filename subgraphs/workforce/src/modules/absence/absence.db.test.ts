import { plainDate } from '@mainstay/primitives';
import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
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
  oakOfBoth,
  sandwell,
  startWorkforce,
  underGlass,
} from '../../testing/workforce-world.ts';

let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  database = await startWorkforce();
  ask = graphOver(database);
});
afterAll(() => database.close());

const manager = aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM], subject: 'manager' });
const worker = aViewer({ role: 'la-worker', laCodes: [BIRMINGHAM], subject: 'worker' });
const commissioner = aViewer({ role: 'la-commissioner', laCodes: [BIRMINGHAM], subject: 'commissioner' });
const ada = { employer: { la: BIRMINGHAM }, workerId: 'SW000001' };
const ben = { employer: { la: BIRMINGHAM }, workerId: 'SW000002' };
const dee = { employer: { la: BIRMINGHAM, practice: 'harbour' }, workerId: 'SW000004' };

const RECORD = `mutation ($input: RecordAbsenceInput!) { recordAbsence(input: $input) { __typename
  ... on RecordAbsenceSuccess { absence { id from until cause isStress { value notKnown } daysLost recorded { version } } }
  ... on RecordInputError { field message } ... on RecordChangedError { recorded { version } } } }`;
const ABSENCES = `query ($of: [_Any!]!, $knownAt: DateTime) { _entities(representations: $of) {
  ... on Worker { absences(knownAt: $knownAt) { from cause } } } }`;

let entries = 0;
interface Recorded {
  readonly __typename: string;
  readonly field?: string;
  readonly absence: { readonly id: string; readonly daysLost: number; readonly recorded: { readonly version: number } };
}
async function record(viewer: Viewer, of: typeof ada, parts: object): Promise<Recorded> {
  const input = { ...of, key: `entry ${++entries}`, cause: 'OTH', ...parts };
  const { data, errors } = await ask(viewer, RECORD, { input });
  if (errors) return { __typename: String(errors[0]?.extensions['code']) } as Recorded;
  return data?.['recordAbsence'] as Recorded;
}
async function seen(viewer: Viewer, workerId: string, knownAt?: string): Promise<string[]> {
  const { data } = await ask(viewer, ABSENCES, { of: [{ __typename: 'Worker', id: workerId }], knownAt });
  const [found] = (data?.['_entities'] ?? []) as ({ absences: { from: string }[] } | null)[];
  return (found?.absences ?? []).map(({ from }) => from);
}

describe('an absence is recorded', () => {
  test('with the working days lost: a half post loses half a day', async () => {
    const recorded = await record(manager, ben, {
      from: '2026-03-30',
      until: '2026-04-10',
      cause: 'SIC',
      isStress: { value: true },
    });
    expect(recorded).toMatchObject({
      __typename: 'RecordAbsenceSuccess',
      absence: { daysLost: 4, isStress: { value: true, notKnown: null }, recorded: { version: 1 } },
    });
  });

  test('and ended by a correction, once the worker is back', async () => {
    const { absence } = await record(manager, ada, { from: '2026-11-16' });
    expect(absence.daysLost).toBe(5);
    const correcting = { id: absence.id, version: 1, reason: 'Back at work.' };
    const ended = await record(manager, ada, { from: '2026-11-16', until: '2026-11-17', correcting });
    expect(ended.absence).toMatchObject({ id: absence.id, until: '2026-11-17', daysLost: 2, recorded: { version: 2 } });
    const again = await record(manager, ada, { from: '2026-11-16', correcting });
    expect(again).toEqual({ __typename: 'RecordChangedError', recorded: { version: 2 } });
  });

  test('once, when it is sent twice', async () => {
    const parts = { from: '2026-07-01', until: '2026-07-02', key: 'twice' };
    const [one, other] = [await record(manager, ada, parts), await record(manager, ada, parts)];
    expect(other.absence.id).toBe(one.absence.id);
  });

  test.each([
    ['an analyst', birmingham, ada, 'FORBIDDEN'],
    ['a social worker', worker, ada, 'FORBIDDEN'],
    ['an inspector', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'), ada, 'FORBIDDEN'],
    ['another authority', { ...manager, laCodes: sandwell.laCodes }, ada, 'NOT_FOUND'],
    ['the authority, of a practice’s staff', manager, dee, 'FORBIDDEN'],
    ['another practice', oakOfBoth, dee, 'NOT_FOUND'],
    ['somebody under a broken glass', underGlass(manager), ada, 'FORBIDDEN'],
  ])('not by %s', async (...row) => {
    const [, viewer, of, code] = row;
    expect((await record(viewer, of, { from: '2026-01-05' })).__typename).toBe(code);
  });

  test.each([
    ['in the future', { from: '2026-11-23' }, 'from'],
    ['that ends before it begins', { from: '2026-01-05', until: '2026-01-04' }, 'until'],
    ['that ends in the future', { from: '2026-01-05', until: '2026-12-04' }, 'until'],
    ['before the post', { from: '2019-01-05', until: '2019-01-06' }, 'workerId'],
    ['without a cause', { from: '2026-01-05', cause: null }, 'cause'],
    ['of illness without saying whether it was stress', { from: '2026-01-05', cause: 'SIC' }, 'isStress'],
    ['of stress that is no illness', { from: '2026-01-05', isStress: { value: true } }, 'isStress'],
    ['in a week without days', { from: '2026-01-05', worksOn: [] }, 'worksOn'],
    ['on days that belong to another', { from: '2026-07-02', until: '2026-07-03' }, 'from'],
    ['that goes on into another', { from: '2026-06-01' }, 'from'],
    ['without a key', { from: '2026-01-05', until: '2026-01-05', key: '' }, 'key'],
  ])('not %s: the field is named', async (_, parts, field) => {
    expect(await record(manager, ada, parts)).toMatchObject({ __typename: 'RecordInputError', field });
  });

  test('not as a correction of another worker’s', async () => {
    const { absence } = await record(manager, ada, { from: '2026-02-02', until: '2026-02-03' });
    const correcting = { id: absence.id, version: 1, reason: 'Wrong worker.' };
    expect((await record(manager, ben, { from: '2026-02-02', correcting })).__typename).toBe('NOT_FOUND');
  });
});

describe('single absences tell of health', () => {
  const inWindow = inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22');
  const day = '2026-05-11';
  beforeAll(() => record(harbour, dee, { from: day, until: day, cause: 'SIC', isStress: { notKnown: 'DECLINED' } }));

  test.each([
    ['the practice’s manager', harbour, [day]],
    ['the authority’s manager', manager, [day]],
    ['a worker of the practice', harbourWorker, []],
    ['a worker of the authority', worker, []],
    ['an analyst', birmingham, []],
    ['a commissioner', commissioner, []],
    ['an inspector', inWindow, []],
    ['a machine for the workforce', machineFor('workforce'), []],
    ['a reviewing officer', iro, []],
    ['the manager of another practice', oakOfBoth, []],
    ['the manager under a broken glass', underGlass(manager), []],
  ])('%s', async (_, viewer, expected) => {
    expect(await seen(viewer, 'SW000004')).toEqual(expected);
    const rows = await database.read(viewer, (db) =>
      db.query<{ day: string }>(`SELECT started_on::text AS day FROM absence WHERE worker_id = 'SW000004'`),
    );
    expect(rows.map((row) => row.day)).toEqual(expected);
  });

  test('figures are made of them for those who may see the staff', async () => {
    const [row] = await database.figures(inWindow, (db) =>
      db.query<{ count: number }>(`SELECT count(*)::int AS count FROM absence WHERE worker_id = 'SW000004'`),
    );
    expect(row?.count).toBe(1);
  });

  test('nobody writes them in another’s name, nor changes what was written', async () => {
    const insert = database.write(manager, (db) =>
      db.query(
        `INSERT INTO absence (la_code, id, version, recorded_by, recorded_at, is_withdrawn, employer_kind, employer_id,
           worker_id, started_on, cause)
         VALUES ($1, $1 || '.absence-x', 1, 'somebody-else', now(), false, 'local-authority', $1, 'SW000001', $2, 'OTH')`,
        [BIRMINGHAM, plainDate('2026-01-05')],
      ),
    );
    await expect(insert).rejects.toThrow('row-level security');
    const update = database.write(manager, (db) => db.query(`UPDATE absence SET cause = 'MAT'`));
    await expect(update).rejects.toThrow(/permission denied/);
  });
});

test('an absence that was recorded in error is taken back, and known as it was', async () => {
  const { absence } = await record(manager, ben, { from: '2026-08-03', until: '2026-08-04' });
  expect(await seen(manager, 'SW000002')).toContain('2026-08-03');
  const WITHDRAW = 'mutation ($input: CorrectingInput!) { withdrawStaffRecord(input: $input) { __typename } }';
  const { data } = await ask(manager, WITHDRAW, { input: { id: absence.id, version: 1, reason: 'Wrong worker.' } });
  expect(data).toEqual({ withdrawStaffRecord: { __typename: 'StaffRecordWithdrawn' } });
  expect(await seen(manager, 'SW000002')).not.toContain('2026-08-03');
});
