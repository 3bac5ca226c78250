import { startTestDatabase, unguardedTables } from '@mainstay/subgraph-kit/testing';
import { expect, test } from 'vitest';
import { entities, migrations } from './index.ts';

test('tables are what the entities say, and every one is guarded', async () => {
  const database = await startTestDatabase('gateway', { entities, migrations });
  try {
    expect(await database.schemaDrift()).toEqual([]);
    expect(await unguardedTables(database)).toEqual([]);
  } finally {
    await database.close();
  }
});
