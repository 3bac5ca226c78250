import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  clock,
  harbour,
  inspectorOf,
  machineFor,
  sandwell,
  SANDWELL,
  startWorld,
  stranger,
} from '../../testing/contracts-world.ts';
import { agreedCapacitiesRoute, type AgreedCapacity } from './contract.internal.ts';

let database: Database;
beforeAll(async () => {
  database = await startWorld();
});
afterAll(() => database.close());

async function* nothing(): AsyncIterable<Uint8Array> {}

async function ask(viewer: Viewer, on = '2026-11-22', practiceIds = 'harbour,oak'): Promise<string[]> {
  const answer = (await agreedCapacitiesRoute(
    database,
    clock,
  )({
    caller: { kind: 'viewer', viewer },
    params: { on, practiceIds },
    body: nothing(),
  })) as AgreedCapacity[];
  return answer.map((one) => `${one.practiceId} ${one.laCode} ${one.agreedChildren}±${one.tolerance}`);
}

test('tells what contracts that run on a day allow, of those the viewer may read', async () => {
  expect(await ask(birmingham)).toEqual([expect.stringMatching(`^harbour ${BIRMINGHAM} \\d+±\\d+$`)]);
  expect(await ask(birmingham, '2024-03-31')).toHaveLength(2);
  expect(await ask(birmingham, '2019-01-01')).toEqual([]);
  expect(await ask(birmingham, '2026-11-22', '')).toEqual([]);
  expect(await ask(sandwell)).toEqual([expect.stringContaining(`oak ${SANDWELL}`)]);
  expect(await ask(harbour)).toHaveLength(1);
  expect(await ask(inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'))).toHaveLength(1);
  for (const viewer of [stranger, machineFor('children'), inspectorOf(BIRMINGHAM, '2026-11-23', '2026-11-30')]) {
    expect(await ask(viewer)).toEqual([]);
  }
});

test('refuses what is no day, and the platform', async () => {
  await expect(ask(birmingham, 'today')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  const service = { kind: 'service', name: 'children', requestId: 'r' } as const;
  const asked = agreedCapacitiesRoute(database, clock)({ caller: service, params: {}, body: nothing() });
  await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
