import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemonstrationSupport } from '../../index.ts';
import {
  birmingham,
  BIRMINGHAM,
  clock,
  entitiesOf,
  graphOver,
  harbour,
  harbourWithoutContract,
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
  await loadDemonstrationSupport({ database, clock }, BIRMINGHAM);
});
afterAll(() => database.close());

const manager = aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM], subject: 'manager' });
const worker = aViewer({ role: 'la-worker', laCodes: [BIRMINGHAM], subject: 'worker' });

const OF_ALL = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Worker { id supervisions { id }
  trainings { id } } } }`;
const of = ['SW000001', 'SW000002', 'SW000004', 'SW000006'].map((id) => ({ __typename: 'Worker', id }));
interface OfWorker {
  readonly id: string;
  readonly supervisions: { readonly id: string }[];
  readonly trainings: { readonly id: string }[];
}
const [authority, practices] = [
  ['SW000001', 'SW000002'],
  ['SW000004', 'SW000006'],
];

describe('sessions of supervision and learning are seen, by policy and by row-level security alike', () => {
  test.each([
    ['by the authority’s manager, of all', manager, [...authority, ...practices]],
    ['by an analyst', birmingham, [...authority, ...practices]],
    ['by an inspector', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'), [...authority, ...practices]],
    ['by a machine for the workforce', machineFor('workforce'), [...authority, ...practices]],
    ['by a practice’s manager, of its own', harbour, ['SW000004']],
    ['by another practice’s manager, of its own', oakOfBoth, ['SW000006']],
    ['after the contract too', harbourWithoutContract, ['SW000004']],
    ['not by a worker of the authority', worker, []],
    ['not by a worker of the practice', harbourWorker, []],
    ['not by a reviewing officer', iro, []],
    ['not by another authority', sandwell, []],
    ['not by a machine for figures', machineFor('figures'), []],
    ['not under a broken glass', underGlass(manager), []],
    ['not by an inspector after the window', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), []],
  ])('%s', async (_, viewer, expected) => {
    const told = entitiesOf<OfWorker>(await ask(viewer, OF_ALL, { of }));
    expect(told.filter(({ supervisions }) => supervisions.length > 0).map(({ id }) => id)).toEqual(expected);
    for (const table of ['supervision', 'training']) {
      const rows = await database.read(viewer, (db) =>
        db.query<{ id: string }>(
          `SELECT DISTINCT worker_id AS id FROM ${table} WHERE worker_id <> 'SW000005' ORDER BY 1`,
        ),
      );
      expect(rows.map(({ id }) => id).filter((id) => !expected.includes(id))).toEqual([]);
      expect(rows.length > 0).toBe(expected.length > 0);
    }
  });
});

const RECORD = `mutation ($input: RecordSupervisionInput!) { recordSupervision(input: $input) { __typename
  ... on RecordSupervisionSuccess { supervision { id agreedActions recorded { version reason by { id } } } }
  ... on RecordChangedError { recorded { version } } } }`;
const KNOWN = `query ($of: [_Any!]!, $knownAt: DateTime) { _entities(representations: $of) {
  ... on Worker { supervisions(knownAt: $knownAt) { id agreedActions } } } }`;

test('a correction stands in the place of what was recorded, and of a version that is past changes nothing', async () => {
  const record = async (viewer: Viewer, parts: object) => {
    const input = {
      employer: { la: BIRMINGHAM },
      workerId: 'SW000001',
      key: 'corrected',
      on: '2026-11-20',
      by: 'MANAGER',
      isHeld: true,
      minutesNotKnown: 'NOT_ASKED',
      discussedCases: { notKnown: 'NOT_ASKED' },
      ...parts,
    };
    const { data } = await ask(viewer, RECORD, { input });
    return data?.['recordSupervision'] as { supervision: { id: string }; recorded: object };
  };
  const { supervision } = await record(manager, { agreedActions: 'One.' });
  const correcting = { id: supervision.id, version: 1, reason: 'A word was wrong.' };
  const other = { ...manager, subject: 'other-manager' };
  expect((await record(other, { agreedActions: 'Two.', correcting })).supervision).toEqual({
    id: supervision.id,
    agreedActions: 'Two.',
    recorded: { version: 2, reason: 'A word was wrong.', by: { id: 'other-manager' } },
  });
  expect(await record(manager, { agreedActions: 'Three.', correcting })).toMatchObject({ recorded: { version: 2 } });
  const [now] = entitiesOf<{ supervisions: object[] }>(await ask(manager, KNOWN, { of: of.slice(0, 1) }));
  expect(now?.supervisions).toContainEqual({ id: supervision.id, agreedActions: 'Two.' });
  const knownAt = '2026-11-21T00:00:00Z';
  const [then] = entitiesOf<{ supervisions: object[] }>(await ask(manager, KNOWN, { of: of.slice(0, 1), knownAt }));
  expect(then?.supervisions).not.toContainEqual({ id: supervision.id, agreedActions: 'Two.' });
});
