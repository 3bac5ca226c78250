import { fixedClock } from '@mainstay/primitives';
import { UnavailableError } from '@mainstay/subgraph-kit';
import { expect, it } from 'vitest';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import { Relationships } from './relationships.ts';

const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));

function relationshipsOver(call: (route: string) => Promise<unknown>): Relationships {
  const part = { internal: { call } } as unknown as SubgraphClient;
  return new Relationships({ contracts: part, children: part, clock });
}

it('after a change has children follow the allocations, and remembers nothing from before they had', async () => {
  const asked: string[] = [];
  const followed = Promise.withResolvers<void>();
  const relationships = relationshipsOver(async (route) => {
    asked.push(route);
    if (route === 'allocation-catch-up') await followed.promise;
    return { hidden: [], named: [], breakGlass: null };
  });
  const question = { laCodes: [], subject: 'p1', role: 'swp-worker', inspectionId: null, breakGlassId: null };
  await relationships.childContext(question, 'r1');
  const changed = relationships.changed('r2');
  await relationships.childContext(question, 'r3');
  followed.resolve();
  await changed;
  await relationships.childContext(question, 'r4');
  const context = 'viewer-relationships';
  expect(asked).toEqual([context, 'allocation-catch-up', context, context]);
});

it('a change is answered though children do not follow now: they follow by themselves', async () => {
  const relationships = relationshipsOver(async () => {
    throw new UnavailableError('no');
  });
  await expect(relationships.changed('r1')).resolves.toBeUndefined();
});
