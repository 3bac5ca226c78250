import { test } from 'vitest';
import { collectionYear } from '@mainstay/primitives';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { childIndicators } from './indicators/index.ts';
import { migrations } from './migrations/index.ts';
import { BIRMINGHAM, LEEDS } from './testing/a-child.ts';
import { testClock } from './testing/asking.ts';
import { givenChildren } from './testing/given.ts';
import { randomChildren } from './testing/random-children.ts';
import { countMembers } from './modules/indicator/indicator.membership-repository.ts';

test('explain', async () => {
  const database = await startTestDatabase('children', { migrations, clock: testClock });
  await givenChildren(database, randomChildren(1, 700, [BIRMINGHAM, LEEDS]));
  if (process.env.ANALYZE) await database.owner((db) => db.query('ANALYZE'));
  for (const indicator of childIndicators) {
    await database.read(aViewer(), async (db) => {
      const spy = {
        manager: db.manager,
        query: async (sql: string, params: unknown[]) => {
          const t = performance.now();
          await db.query(sql, params);
          console.log(indicator.code, (performance.now() - t).toFixed(0), 'ms');
          const rows = await db.query<{ 'QUERY PLAN': string }>('EXPLAIN (ANALYZE, BUFFERS) ' + sql, params);
          if (process.env.PLAN === indicator.code) console.log(rows.map((r) => r['QUERY PLAN']).join('\n'));
          return [];
        },
      };
      const rows = [2022, 2023, 2024, 2025, 2026].map((y, ord) => ({
        ord,
        laCode: BIRMINGHAM,
        question: { indicator, owner: { kind: 'local-authority' as const, id: BIRMINGHAM }, period: collectionYear(y) },
      }));
      await countMembers(spy as never, indicator, {
        kind: 'local-authority',
        rows,
        sight: { laCodes: [BIRMINGHAM], practiceId: null, on: testClock.today() },
      });
    });
  }
  await database.close();
});
