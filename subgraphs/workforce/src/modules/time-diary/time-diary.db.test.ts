import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  graphOver,
  harbour,
  inspectorOf,
  iro,
  machineFor,
  oakOfBoth,
  SANDWELL,
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

const worker = aViewer({ role: 'la-worker', laCodes: [BIRMINGHAM], subject: 'worker' });
const manager = aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM], subject: 'manager' });
const theirs: Viewer = { ...harbour, role: 'swp-worker', subject: 'their-worker' };
const inWindow = inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22');

const RECORD = `mutation ($input: RecordTimeDiaryInput!) { recordTimeDiary(input: $input) { __typename
  ... on RecordTimeDiarySuccess { timeDiary { id total recorded { version } } } ... on RecordInputError { field } } }`;
const OWN = `{ myTimeDiaries(from: "2026-11-01", to: "2026-11-30") { on withChildren total } }`;
const minutes = {
  withChildren: 90,
  withFamilies: 60,
  formsAndReports: 180,
  meetingsAndCourt: 60,
  travel: 45,
  supervisionAndLearning: 0,
  other: 15,
};
let entries = 0;
interface Recorded {
  readonly __typename: string;
  readonly field?: string;
  readonly timeDiary: { readonly id: string };
}
async function record(viewer: Viewer, parts: object): Promise<Recorded> {
  const { data, errors } = await ask(viewer, RECORD, { input: { key: `entry ${++entries}`, ...minutes, ...parts } });
  if (errors) return { __typename: String(errors[0]?.extensions['code']) } as Recorded;
  return data?.['recordTimeDiary'] as Recorded;
}
async function own(viewer: Viewer): Promise<string[] | string> {
  const { data, errors } = await ask(viewer, OWN);
  if (errors) return String(errors[0]?.extensions['code']);
  const days = (data?.['myTimeDiaries'] ?? []) as { on: string }[];
  return days.map(({ on }) => on);
}

describe('a day of one’s own time diary', () => {
  test('is entered by social workers and managers, each for themselves', async () => {
    expect(await record(worker, { on: '2026-11-16' })).toMatchObject({
      timeDiary: { total: 450, recorded: { version: 1 } },
    });
    for (const [viewer, on] of [
      [manager, '2026-11-17'],
      [theirs, '2026-11-18'],
      [harbour, '2026-11-19'],
    ] as const) {
      expect((await record(viewer, { on })).__typename).toBe('RecordTimeDiarySuccess');
    }
    expect(await Promise.all([worker, manager, theirs, harbour].map(own))).toEqual([
      ['2026-11-16'],
      ['2026-11-17'],
      ['2026-11-18'],
      ['2026-11-19'],
    ]);
  });

  test.each([
    ['an analyst', birmingham],
    ['an inspector', inWindow],
    ['a reviewing officer', iro],
    ['a machine', machineFor('workforce')],
    ['somebody under a broken glass', underGlass(worker)],
  ])('is not entered or read by %s', async (_, viewer) => {
    expect((await record(viewer, { on: '2026-11-16' })).__typename).toBe('FORBIDDEN');
    expect(await own(viewer)).toBe('FORBIDDEN');
  });

  test.each([
    ['twice', { on: '2026-11-16' }, 'on'],
    ['in the future', { on: '2026-11-23' }, 'on'],
    ['long after', { on: '2026-08-01' }, 'on'],
    ['of less than nothing', { on: '2026-11-12', travel: -1 }, 'travel'],
    ['of nothing', { on: '2026-11-12', ...Object.fromEntries(Object.keys(minutes).map((key) => [key, 0])) }, 'other'],
    ['of more than a day', { on: '2026-11-12', other: 1_400 }, 'other'],
    ['without a key', { on: '2026-11-12', key: '' }, 'key'],
  ])('is not entered %s', async (_, parts, field) => {
    expect(await record(worker, parts)).toEqual({ __typename: 'RecordInputError', field });
  });

  test('of a practice that serves several authorities says for whose children it was', async () => {
    expect(await record(oakOfBoth, { on: '2026-11-12' })).toEqual({ __typename: 'RecordInputError', field: 'la' });
    expect((await record(oakOfBoth, { on: '2026-11-12', la: SANDWELL })).__typename).toBe('RecordTimeDiarySuccess');
    expect((await record(worker, { on: '2026-11-12', la: SANDWELL })).__typename).toBe('NOT_FOUND');
  });

  test('is corrected and taken back by whose it is, and by nobody else', async () => {
    const { timeDiary } = await record(worker, { on: '2026-11-10' });
    const correcting = { id: timeDiary.id, version: 1, reason: 'A visit forgotten.' };
    expect((await record(manager, { on: '2026-11-10', correcting })).__typename).toBe('NOT_FOUND');
    expect(await record(worker, { on: '2026-11-10', withChildren: 120, correcting })).toMatchObject({
      timeDiary: { id: timeDiary.id, total: 480, recorded: { version: 2 } },
    });
    const WITHDRAW = 'mutation ($input: CorrectingInput!) { withdrawTimeDiary(input: $input) { __typename } }';
    const input = { id: timeDiary.id, version: 2, reason: 'Not that day.' };
    expect((await ask(manager, WITHDRAW, { input })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    expect((await ask(worker, WITHDRAW, { input })).data).toEqual({
      withdrawTimeDiary: { __typename: 'StaffRecordWithdrawn' },
    });
    expect(await own(worker)).toEqual(['2026-11-16']);
  });

  test.each([
    ['the manager', manager, 'manager'],
    ['the practice’s manager', harbour, 'test'],
    ['an inspector', inWindow, 'nobody'],
    ['a reviewing officer', iro, 'nobody'],
    ['an analyst', birmingham, 'nobody'],
  ])('of another is hidden from %s by row-level security alone', async (_, viewer, subject) => {
    const rows = await database.read(viewer, (db) =>
      db.query('SELECT 1 FROM time_diary WHERE recorded_by <> $1', [subject]),
    );
    expect(rows).toEqual([]);
  });

  test('is hidden from the platform itself', async () => {
    await expect(database.service((db) => db.query('SELECT 1 FROM time_diary'))).rejects.toThrow(/permission denied/);
  });
});
