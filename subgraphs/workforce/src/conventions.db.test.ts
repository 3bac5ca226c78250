import { startTestDatabase, tableFaults } from '@mainstay/subgraph-kit/testing';
import { expect, test } from 'vitest';
import { entities } from './database.ts';
import { migrations } from './migrations/index.ts';

test('tables are what the entities say, and every one is guarded', async () => {
  const database = await startTestDatabase('workforce', { entities, migrations });
  try {
    expect(await tableFaults(database)).toEqual([]);
  } finally {
    await database.close();
  }
});
