import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  clock,
  harbour,
  harbourWorker,
  inspectorOf,
  iro,
  machineFor,
  sandwell,
  startWorkforce,
} from '../../testing/workforce-world.ts';
import { staffInPostRoute, type StaffInPost } from './employment.staff-in-post.ts';

let database: Database;
beforeAll(async () => {
  database = await startWorkforce();
});
afterAll(() => database.close());

const authority = { employerKind: 'local-authority', employerId: BIRMINGHAM };

async function ask(viewer: Viewer, body: unknown, on = '2026-11-22'): Promise<StaffInPost[]> {
  const answer = await staffInPostRoute(
    database,
    clock,
  )({
    caller: { kind: 'viewer', viewer },
    params: { on },
    body: bytesOf(JSON.stringify(body)),
  });
  return answer as StaffInPost[];
}
const idsOf = async (viewer: Viewer, body: unknown, on?: string): Promise<string[]> =>
  (await ask(viewer, body, on)).map(({ workerId }) => workerId);

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

test('tells who is in post with an employer, and with a worker’s, on a day', async () => {
  expect(await ask(birmingham, { workerIds: [], employers: [authority] })).toEqual([
    {
      workerId: 'SW000001',
      laCode: BIRMINGHAM,
      ...authority,
      fullTimeEquivalent: 1,
      isLeadRole: true,
      isAgency: false,
      endedOn: null,
      isRegistered: true,
    },
    expect.objectContaining({ workerId: 'SW000002', fullTimeEquivalent: 0.5, isRegistered: false }),
  ]);
  const colleagues = { workerIds: ['SW000005'], employers: [] };
  expect(await ask(harbour, colleagues)).toMatchObject([
    { workerId: 'SW000004', isLeadRole: false },
    { workerId: 'SW000005', isAgency: true, employerKind: 'practice', employerId: 'harbour' },
  ]);
  expect(await idsOf(birmingham, { workerIds: ['SW000003'], employers: [] })).toEqual([]);
  expect(await idsOf(birmingham, { workerIds: ['SW000003'], employers: [] }, '2026-06-30')).toEqual([
    'SW000001',
    'SW000002',
    'SW000003',
  ]);
});

test('tells of the posts the viewer may read alone', async () => {
  const all = { workerIds: ['SW000005', 'SW000006'], employers: [authority] };
  expect(await idsOf(birmingham, all)).toEqual(['SW000001', 'SW000002', 'SW000004', 'SW000005', 'SW000006']);
  expect(await idsOf(harbour, all)).toEqual(['SW000004', 'SW000005']);
  expect(await idsOf(sandwell, all)).toEqual(['SW000006']);
  expect(await idsOf(machineFor('workforce'), all)).toHaveLength(5);
  expect(await idsOf(inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'), all)).toHaveLength(5);
  for (const viewer of [harbourWorker, iro, machineFor('children')]) expect(await idsOf(viewer, all)).toEqual([]);
});

test('refuses what is no question', async () => {
  for (const body of [null, [], { workerIds: [1], employers: [] }, { workerIds: [], employers: [{}] }]) {
    await expect(ask(birmingham, body)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  await expect(ask(birmingham, { workerIds: [], employers: [] }, 'today')).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  const service = { kind: 'service', name: 'children', requestId: 'r' } as const;
  const asked = staffInPostRoute(database, clock)({ caller: service, params: {}, body: bytesOf('{}') });
  await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
