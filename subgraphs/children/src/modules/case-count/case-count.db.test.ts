import { afterAll, beforeAll, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM, SANDWELL } from '../../testing/children-world.ts';
import { givenChildren } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { manager } from '../../testing/staff.ts';
import type { CaseCount } from './case-count.repository.ts';

let world: SafeguardsWorld;
beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [
    aChild({
      workers: [
        { id: 'SW1', from: '2024-04-01', to: '2026-03-31' },
        { id: 'SW2', from: '2026-03-31' },
      ],
      allocations: [{ practice: 'harbour-practice', from: '2026-03-01' }],
    }),
    aChild({ workers: [{ id: 'SW1', from: '2024-04-01' }] }),
    aChild({ workers: [{ id: 'SW1', from: '2024-04-01' }] }),
    // No longer looked after: whatever the return left open, nobody leads the child.
    aChild({ care: [{ from: '2024-04-01', to: '2025-04-01' }], workers: [{ id: 'SW1', from: '2024-04-01' }] }),
    aChild({ la: SANDWELL, workers: [{ id: 'SW1', from: '2024-04-01' }] }),
  ]);
});
afterAll(() => world.close());

const counts = async (params: Record<string, string>): Promise<unknown[]> =>
  (await world.call<CaseCount[]>('case-counts', params)).map((one) => [
    one.day,
    one.workerId,
    one.employerKind,
    one.practiceId,
    one.children,
  ]);

test('counts the children each worker leads on each day, apart for the authority and each practice', async () => {
  expect(await counts({ laCode: BIRMINGHAM, days: '2026-03-30,2026-03-31,2026-03-30' })).toEqual([
    ['2026-03-30', 'SW1', 'local-authority', null, 2],
    ['2026-03-30', 'SW1', 'practice', 'harbour-practice', 1],
    ['2026-03-31', 'SW1', 'local-authority', null, 2],
    ['2026-03-31', 'SW2', 'practice', 'harbour-practice', 1],
  ]);
  expect(await counts({ practiceId: 'harbour-practice', days: '2026-02-28,2026-03-01' })).toEqual([
    ['2026-03-01', 'SW1', 'practice', 'harbour-practice', 1],
  ]);
  expect(await counts({ laCode: BIRMINGHAM, days: '2020-01-01' })).toEqual([]);
});

test.each([
  [{ days: '2026-01-01' }],
  [{ laCode: BIRMINGHAM, practiceId: 'harbour-practice', days: '2026-01-01' }],
  [{ laCode: BIRMINGHAM }],
  [{ laCode: BIRMINGHAM, days: '2026-02-30' }],
])('refuses %j', async (params: Record<string, string>) => {
  await expect(counts(params)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('only the platform itself asks', async () => {
  const call = world.call(
    'case-counts',
    { laCode: BIRMINGHAM, days: '2026-01-01' },
    { caller: { kind: 'viewer', viewer: manager } },
  );
  await expect(call).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
